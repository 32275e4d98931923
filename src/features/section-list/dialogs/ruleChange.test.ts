import { describe, expect, it } from 'vitest';
import { changesText, obstacleText, type RuleChoice, ruleLines, type RuleNow } from './ruleChange';

const timed = (id: number, unlockDays: number | null, over: Partial<RuleNow> = {}): RuleNow => ({
  id,
  title: `Section ${id}`,
  rule: `${unlockDays} days after enrolment`,
  unlockType: 3,
  unlockDays,
  previousTitle: id === 1 ? null : `Section ${id - 1}`,
  ...over,
});
const atOnce = (id: number) => timed(id, 5, { rule: 'Available at once', unlockType: 1 });
const unread = (id: number) => timed(id, null, { rule: null, unlockType: null });

/** “before → after” of each, and what is asked of it. */
const told = (sections: readonly RuleNow[], choice: RuleChoice) =>
  ruleLines(sections, choice).map(({ fate, before, after, set }) => [fate, `${before} → ${after}`, set]);

describe('one rule for several sections', () => {
  it('is told for each one, and leaves the stored days where nobody counts them', () => {
    expect(told([timed(1, 12), atOnce(2), unread(3)], { kind: 'immediate' })).toEqual([
      ['changes', '12 days after enrolment → Available at once', { UnlockType: 1 }],
      ['same', 'Available at once → Available at once', null],
      ['changes', 'not known → Available at once', { UnlockType: 1 }],
    ]);
    expect(told([atOnce(2)], { kind: 'sequential' })).toEqual([
      ['changes', 'Available at once → After “Section 1” is completed', { UnlockType: 2 }],
    ]);
  });

  it('is told by the days where it has some', () => {
    expect(told([timed(1, 7), timed(2, 12), atOnce(3)], { kind: 'days', days: 7 })).toEqual([
      ['same', '7 days after enrolment → 7 days after enrolment', null],
      ['changes', '12 days after enrolment → 7 days after enrolment', { UnlockType: 3, UnlockAfterDays: 7 }],
      ['changes', 'Available at once → 7 days after enrolment', { UnlockType: 3, UnlockAfterDays: 7 }],
    ]);
  });
});

describe('so many days later or earlier', () => {
  it('moves what is timed, and says why the others are left alone', () => {
    const sections = [timed(1, 7), atOnce(2), unread(3), timed(4, null)];
    expect(told(sections, { kind: 'shift', by: -7 })).toEqual([
      ['changes', '7 days after enrolment → 0 days after enrolment', { UnlockAfterDays: 0 }],
      ['left', 'Available at once → left alone: it isn’t timed', null],
      ['left', 'not known → left alone: its days are not known', null],
      ['left', 'null days after enrolment → left alone: its days are not known', null],
    ]);
  });

  it.each([
    [-8, '-1 days: before the enrolment'],
    [2_147_483_641, 'more than 2,147,483,647 days'],
  ])('by %s is refused for the section that can’t follow, and for all with it', (by, after) => {
    const choice = { kind: 'shift', by } as const;
    const lines = ruleLines([timed(1, 7), atOnce(2)], choice);
    expect(lines[0]).toMatchObject({ fate: 'impossible', after, set: null });
    expect(obstacleText(lines, choice)).toMatch(/^1 section can’t move that far/);
  });
});

const say = (sections: readonly RuleNow[], choice: RuleChoice) => {
  const unknown = new Set(sections.filter(({ rule }) => rule === null).map(({ id }) => id));
  return changesText(ruleLines(sections, choice), unknown);
};

describe('what is said of all of them', () => {
  it('counts what changes, what stays and what is not known', () => {
    expect(say([timed(1, 12), atOnce(2), unread(3)], { kind: 'immediate' })).toBe(
      'Changes 2 sections. What 1 of them has now is not known. 1 is so already.',
    );
    expect(say([timed(1, 12), atOnce(2), atOnce(3)], { kind: 'shift', by: 1 })).toBe(
      'Changes 1 section. 2 are left alone.',
    );
  });

  it.each([
    [
      'is so already',
      [atOnce(1)],
      { kind: 'immediate' },
      'There is nothing to change: this is the rule already.',
    ],
    [
      'is not timed',
      [atOnce(1)],
      { kind: 'shift', by: 7 },
      'There is nothing to move: none of these sections is timed.',
    ],
    ['moves by nothing', [timed(1, 7)], { kind: 'shift', by: 0 }, 'Enter a number of days other than 0'],
    ['changes', [timed(1, 7)], { kind: 'shift', by: 1 }, null],
  ] as const)('says why there is nothing to do where all of it %s', (_, sections, choice, text) => {
    expect(obstacleText(ruleLines(sections, choice), choice)).toBe(text);
  });
});
