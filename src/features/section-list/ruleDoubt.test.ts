import { describe, expect, it } from 'vitest';
import { ruleDoubt } from './ruleDoubt';

const before = { title: 'Welcome', isActive: true, lessons: 2 };
const sequential = { UnlockType: 2, UnlockAfterDays: 0 };
const timed = (UnlockAfterDays: number | null) => ({ UnlockType: 3, UnlockAfterDays });

describe('a rule is doubtful', () => {
  it.each([
    [
      'after an inactive section',
      sequential,
      { ...before, isActive: false },
      '“Welcome” is inactive: may never open',
      '“Welcome” is inactive. Whether Nexudus skips it is not known, so members may never get here.',
    ],
    [
      'after a section without lessons',
      sequential,
      { ...before, lessons: 0 },
      '“Welcome” has no lessons: may never open',
      '“Welcome” has no lessons. Whether Nexudus lets members pass it is not known.',
    ],
    [
      'after one whose state is not known, but that has no lessons',
      sequential,
      { ...before, isActive: null, lessons: 0 },
      '“Welcome” has no lessons: may never open',
      '“Welcome” has no lessons. Whether Nexudus lets members pass it is not known.',
    ],
    [
      'where the first one waits for another',
      sequential,
      null,
      'Waits for a section, but is the first',
      'There is no section before this one. Whether Nexudus opens it at once is not known.',
    ],
    [
      'with days below 0',
      timed(-3),
      before,
      'Fewer than 0 days',
      'The number of days is below 0. When Nexudus opens the section then is not known.',
    ],
    [
      'with days that could not be read',
      timed(null),
      before,
      'No readable number of days',
      'The number of days could not be read, so when members get this section is not known here.',
    ],
    [
      'of an unknown type',
      { UnlockType: 99, UnlockAfterDays: 0 },
      before,
      'Rule not known here',
      'When members get this section is not known here.',
    ],
    [
      'of no type',
      { UnlockType: null, UnlockAfterDays: 0 },
      null,
      'Rule not known here',
      'When members get this section is not known here.',
    ],
  ])('%s', (_, rule, previous, short, text) => {
    expect(ruleDoubt(rule, previous)).toEqual({ short, text });
  });

  it.each([
    ['after an active section with lessons', sequential, before],
    ['after one of which neither is known', sequential, { ...before, isActive: null, lessons: null }],
    [
      'at once, whatever stands before',
      { UnlockType: 1, UnlockAfterDays: -3 },
      { ...before, isActive: false },
    ],
    ['with days from 0', timed(0), { ...before, isActive: false, lessons: 0 }],
  ])('not %s', (_, rule, previous) => {
    expect(ruleDoubt(rule, previous)).toBeNull();
  });
});
