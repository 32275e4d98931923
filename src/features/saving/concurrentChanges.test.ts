import { describe, expect, it } from 'vitest';
import type { SectionRecord } from '#/api/sections/sections';
import type { KeptChange } from '#/features/sections/model/mergeSection';
import { aSection } from '#/features/sections/testing/sectionFixtures';
import { type SectionFormValues, toFormValues } from '#/features/sections/model/sectionFormValues';
import { concurrentChanges } from './concurrentChanges';

const base = aSection({ Title: 'Was', UnlockType: 3, UnlockAfterDays: 7, ImageFileName: 'was.png' });
const opened = toFormValues(base);

/** What is asked about after `submitted` was saved, `record` was found, and the form went on to `current`. */
function asked(
  submitted: Partial<SectionFormValues>,
  record: Partial<SectionRecord>,
  current: Partial<SectionFormValues>,
  kept: readonly KeptChange[] = [],
) {
  const found = concurrentChanges({
    base,
    submitted: { ...opened, ...submitted },
    record: aSection({ ...base, UpdatedBy: 'them@x.example', ...record }),
    current: { ...opened, ...submitted, ...current },
    kept,
  });
  return (
    found && {
      conflicts: found.merge.conflicts.map(({ field, theirs, mine }) => [field, theirs, mine]),
      known: toFormValues(found.known),
      by: found.merge.conflicts.map(({ by }) => by),
    }
  );
}

describe('what was typed while a save was under way', () => {
  it('stays on top of what that save stored', () => {
    expect(asked({ title: 'Mine' }, { Title: 'Mine' }, { title: 'Mine, longer' })).toBeNull();
    expect(asked({ title: 'Mine' }, { Title: 'Mine' }, { introduction: '<p>New</p>' })).toBeNull();
    expect(asked({ title: 'Mine ' }, { Title: 'Mine' }, { title: 'Mine, longer' })).toBeNull();
  });

  it('leaves alone what someone else changed in another field', () => {
    expect(
      asked({ title: 'Mine' }, { Title: 'Mine', DisplayOrder: 99 }, { title: 'Mine, longer' }),
    ).toBeNull();
  });

  it('is asked about where someone else’s change of the same field was kept', () => {
    const record = { DisplayOrder: 5, Title: 'Theirs', UpdatedBy: 'me@x.example' };
    const kept = [{ field: 'title', base: 'Was', theirs: 'Theirs', by: 'them@x.example' }] as const;
    expect(asked({ displayOrder: '5' }, record, { title: 'Typed' }, kept)).toMatchObject({
      conflicts: [['title', 'Theirs', 'Typed']],
      by: ['them@x.example'],
      known: { ...opened, displayOrder: '5' },
    });
  });

  it('is asked about where someone else replaced what was just saved', () => {
    const found = asked({ title: 'Mine' }, { Title: 'Theirs', DisplayOrder: 99 }, { title: 'Mine, longer' });
    expect(found).toMatchObject({
      conflicts: [['title', 'Theirs', 'Mine, longer']],
      by: ['them@x.example'],
      known: { ...opened, title: 'Mine', displayOrder: '99' },
    });
  });

  it('is asked about with its rule: days mean nothing under another one', () => {
    const found = asked({ title: 'Mine' }, { Title: 'Mine', UnlockType: 1 }, { unlockAfterDays: '9' });
    expect(found).toMatchObject({
      conflicts: [['unlockType', 'Available at once', '9 days after enrolment']],
      known: { ...opened, title: 'Mine' },
    });
  });

  it('is no change by someone else where the server only cleaned up', () => {
    const sent = { introduction: '<p onclick="x">Hello</p>' };
    expect(asked(sent, { SectionContents: '<p>Hello</p>' }, { introduction: '<p>Hello you</p>' })).toBeNull();
  });

  it('counts the image that this save stored as one’s own, and another one as theirs', () => {
    const mine = { thumbnail: 'replace', imageUrl: 'https://x.example/mine.png' } as const;
    const next = { thumbnail: 'replace', imageUrl: 'https://x.example/next.png' } as const;
    expect(asked(mine, { ImageFileName: 'mine.png' }, next)).toBeNull();
    expect(asked(mine, { ImageFileName: 'mine.png' }, {})).toBeNull();
    const found = asked({ title: 'Mine' }, { Title: 'Mine', ImageFileName: 'theirs.png' }, next);
    expect(found?.conflicts).toEqual([['thumbnail', 'theirs.png', 'Image from https://x.example/next.png']]);
  });
});
