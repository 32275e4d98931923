import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { updateBody } from '#/api/sections/sectionPayloads';
import type { SectionRecord, WritableProperty } from '#/api/sections/sections';
import { type Choice, type Conflict, mergeSection, resolveConflicts } from './mergeSection';
import { anyText, anySection, aSection } from '#/features/sections/testing/sectionFixtures';
import { type IndependentField, withDependents } from './fields';
import {
  type SectionField,
  type SectionFormValues,
  rawValue,
  thumbnailChoices,
  toFormValues,
} from './sectionFormValues';
import { toPayload, writtenProperties } from './sectionPayload';

function merge(
  base: Record<string, unknown>,
  theirs: Record<string, unknown>,
  mine: Partial<SectionFormValues>,
) {
  const record = aSection({ ...base, ...theirs });
  const merged = mergeSection(aSection(base), record, { ...toFormValues(aSection(base)), ...mine });
  return {
    kept: merged.kept.map(({ field, base, theirs }) => ({ field, base, theirs })),
    conflicts: merged.conflicts.map(({ field, base, theirs, mine }) => ({ field, base, theirs, mine })),
    payload: updateBody(toPayload(merged.values, record)),
  };
}

describe('changes of a colleague', () => {
  it('to other fields are kept and named', () => {
    const { payload, kept, conflicts } = merge(
      {},
      { Title: 'Start', Active: false, CustomFields: { a: 1 } },
      { displayOrder: '9' },
    );
    expect(payload).toMatchObject({ Title: 'Start', Active: false, DisplayOrder: 9, CustomFields: { a: 1 } });
    expect(conflicts).toStrictEqual([]);
    expect(kept).toStrictEqual([
      { field: 'title', base: 'Basics', theirs: 'Start' },
      { field: 'active', base: 'Active', theirs: 'Inactive' },
    ]);
  });

  it('to the same field are a conflict with all three texts', () => {
    const { conflicts, kept } = merge({}, { Title: 'Start' }, { title: ' Begin ' });
    expect(conflicts).toStrictEqual([{ field: 'title', base: 'Basics', theirs: 'Start', mine: 'Begin' }]);
    expect(kept).toStrictEqual([]);
  });

  it('to the same value are no conflict', () => {
    const { conflicts, kept, payload } = merge(
      {},
      { Title: 'Start', DisplayOrder: 8 },
      { title: 'Start ', displayOrder: '０8' },
    );
    expect([...conflicts, ...kept]).toStrictEqual([]);
    expect(payload).toMatchObject({ Title: 'Start', DisplayOrder: 8 });
  });

  it('to the newlines of the introduction alone are no conflict with an edit of it', () => {
    const html = { SectionContents: 'a\nb' };
    const { conflicts, payload } = merge(html, { SectionContents: 'a\r\nb' }, { introduction: 'a\nc' });
    expect(conflicts).toStrictEqual([]);
    expect(payload.SectionContents).toBe('a\r\nc');
  });

  it('are told with who saved last', () => {
    const theirs = aSection({ Title: 'Start', Active: false, UpdatedBy: 'ana@example.com' });
    const mine = { ...toFormValues(aSection()), title: 'Begin' };
    const { kept, conflicts } = mergeSection(aSection(), theirs, mine);
    expect([kept[0]?.by, conflicts[0]?.by]).toStrictEqual(['ana@example.com', 'ana@example.com']);
  });

  it('of the course are kept and named', () => {
    const { payload, kept } = merge({}, { CourseId: 8, CourseTitle: 'Advanced' }, { title: 'Begin' });
    expect(payload).toMatchObject({ CourseId: 8, Title: 'Begin' });
    expect(kept).toStrictEqual([{ field: 'courseId', base: 'Welcome', theirs: 'Advanced' }]);
  });
});

describe('the unlock rule', () => {
  const timed = { UnlockType: 3, UnlockAfterDays: 7 };

  it('is a conflict when they left Timed while I changed the days', () => {
    expect(merge(timed, { UnlockType: 1 }, { unlockAfterDays: '14' }).conflicts).toStrictEqual([
      {
        field: 'unlockType',
        base: '7 days after enrolment',
        theirs: 'Available at once',
        mine: '14 days after enrolment',
      },
    ]);
  });

  it('is a conflict when they changed the days while I left Timed', () => {
    expect(merge(timed, { UnlockAfterDays: 14 }, { unlockType: 'immediate' }).conflicts).toStrictEqual([
      {
        field: 'unlockType',
        base: '7 days after enrolment',
        theirs: '14 days after enrolment',
        mine: 'Available at once',
      },
    ]);
  });

  it('is theirs, days and all, when only they changed it', () => {
    const { payload, kept } = merge({}, timed, { title: 'Begin' });
    expect(payload).toMatchObject(timed);
    expect(kept).toStrictEqual([
      { field: 'unlockType', base: 'Available at once', theirs: '7 days after enrolment' },
    ]);
  });

  it('is mine when only I changed it', () => {
    expect(
      merge({}, { Title: 'Start' }, { unlockType: 'timed', unlockAfterDays: '2' }).payload,
    ).toMatchObject({
      Title: 'Start',
      UnlockType: 3,
      UnlockAfterDays: 2,
    });
  });

  it('keeps days that they stored while no one counts them', () => {
    const { payload, kept } = merge({}, { UnlockAfterDays: 9 }, { unlockType: 'sequential' });
    expect(payload).toMatchObject({ UnlockType: 2, UnlockAfterDays: 9 });
    expect(kept).toStrictEqual([{ field: 'unlockAfterDays', base: '5', theirs: '9' }]);
  });

  it('asks about such days when I start to count mine', () => {
    const mine = { unlockType: 'timed', unlockAfterDays: '5' } as const;
    expect(merge({}, { UnlockAfterDays: 9 }, mine).conflicts).toStrictEqual([
      { field: 'unlockAfterDays', base: '5', theirs: '9', mine: '5' },
    ]);
    expect(merge({}, { UnlockAfterDays: 9 }, { ...mine, unlockAfterDays: '9' }).conflicts).toStrictEqual([]);
  });

  it('tells two unknown types apart', () => {
    const { conflicts } = merge({ UnlockType: 0 }, { UnlockType: 99 }, { unlockType: 'immediate' });
    expect(conflicts).toMatchObject([{ theirs: 'Unknown unlock rule (99)', mine: 'Available at once' }]);
  });
});

describe('the image', () => {
  const imageUrl = 'https://example.com/new.png';

  it('is a conflict when both replaced it', () => {
    expect(
      merge({}, { ImageFileName: 'theirs.png' }, { thumbnail: 'replace', imageUrl }).conflicts,
    ).toStrictEqual([
      { field: 'thumbnail', base: 'basics.png', theirs: 'theirs.png', mine: `Image from ${imageUrl}` },
    ]);
  });

  it('is not removed twice, and not removed when theirs is the newer', () => {
    expect(merge({}, { ImageFileName: null }, { thumbnail: 'remove' }).payload.ClearImageFile).toBe(false);
    expect(merge({}, { ImageFileName: 'theirs.png' }, { thumbnail: 'remove' }).conflicts).toHaveLength(1);
  });

  it('of theirs stays when I did not touch mine', () => {
    const { payload, kept } = merge({}, { ImageFileName: 'theirs.png' }, { title: 'Begin' });
    expect(payload).toMatchObject({ ImageFileName: 'theirs.png', NewImageUrl: null, ClearImageFile: false });
    expect(kept).toMatchObject([{ field: 'thumbnail', theirs: 'theirs.png' }]);
  });
});

const days = fc.integer({ min: 0, max: 99 }).map(String);

/** Edits that the form accepts: every field at times, and the days that belong to Timed. */
const anyEdit: fc.Arbitrary<Partial<SectionFormValues>> = fc
  .record(
    {
      title: fc.constantFrom('Mine', 'Same', ' Mine '),
      displayOrder: fc.constantFrom('1', '2', '-7', ' 3 '),
      active: fc.boolean(),
      introduction: anyText.map((text) => text.replace(/\r\n?/g, '\n')),
      unlockType: fc.constantFrom('immediate', 'sequential', 'timed'),
      thumbnail: fc.constantFrom(...thumbnailChoices),
    } satisfies Record<Exclude<IndependentField, 'courseId'>, fc.Arbitrary<unknown>>,
    { requiredKeys: [] },
  )
  .chain((edit) =>
    days.map((unlockAfterDays) => ({ ...edit, unlockAfterDays, imageUrl: 'https://example.com/a.png' })),
  );

const anyChange = fc.record(
  {
    Title: fc.constantFrom('Theirs', 'Same', null),
    DisplayOrder: fc.constantFrom(1, 2, 9, null),
    Active: fc.boolean(),
    SectionContents: fc.option(anyText, { nil: null }),
    UnlockType: fc.constantFrom(0, 1, 2, 3, 99),
    UnlockAfterDays: fc.integer({ min: 0, max: 99 }),
    ImageFileName: fc.constantFrom('theirs.png', null),
    CourseId: fc.constantFrom(7, 8),
    SystemId: fc.string(),
  } satisfies Record<WritableProperty | 'ImageFileName' | 'SystemId', fc.Arbitrary<unknown>>,
  { requiredKeys: [] },
);

/** A base, a colleague's record and my form, both made from it. */
const anyCase = fc
  .record({ base: anySection, change: anyChange, edit: anyEdit })
  .map(({ base, change, edit }) => {
    const unreadable = base.unreadable.filter((name) => !(name in change));
    const theirs = { ...base, ...change, unreadable, rest: { ...base.rest, Something: 'theirs' } };
    return { base, theirs, mine: { ...toFormValues(base), ...edit } };
  });

const ruleFields: readonly string[] = withDependents(['unlockType']);
const isDisputed = (conflicts: readonly Conflict[], field: string) =>
  conflicts.some(
    (conflict) =>
      conflict.field === field || (ruleFields.includes(field) && ruleFields.includes(conflict.field)),
  );

describe('the law of the merge', () => {
  it('no change of mine or theirs vanishes unsaid', () => {
    fc.assert(
      fc.property(anyCase, ({ base, theirs, mine }) => {
        const { values, kept, conflicts } = mergeSection(base, theirs, mine);
        const result = updateBody(toPayload(values, theirs));
        const opened = toFormValues(base);
        const now = toFormValues(theirs);
        const intended = formAfter(mine, opened, base);
        const shown = formAfter(values, now, theirs);
        const undisputed = writtenProperties
          .map(([, field]) => field)
          .filter((field) => field !== 'courseId' && !isDisputed(conflicts, field));

        // A value that only one side changed is the one that is sent; what they changed goes before what they did not.
        const expected = (field: SectionField) =>
          now[field] === opened[field] ? intended[field] : now[field];
        expect(undisputed.filter((field) => shown[field] !== expected(field))).toStrictEqual([]);
        const theirsAlone = undisputed.filter(
          (field) =>
            now[field] !== opened[field] && intended[field] === opened[field] && field !== 'unlockAfterDays',
        );
        expect(kept.map(({ field }) => field)).toStrictEqual(expect.arrayContaining(theirsAlone));
        const isImageOfBoth = base.ImageFileName !== theirs.ImageFileName && mine.thumbnail === 'replace';
        expect(isDisputed(conflicts, 'thumbnail') || !isImageOfBoth).toBe(true);
        expect(result).toMatchObject({ SystemId: theirs.SystemId, Something: 'theirs' });
        expect(result.CourseId).toStrictEqual(rawValue(theirs, 'CourseId'));
      }),
      { numRuns: 2000 },
    );
  });

  it('a form that nobody touched takes all of theirs; a record that nobody touched takes all of mine', () => {
    fc.assert(
      fc.property(anyCase, ({ base, theirs, mine }) => {
        const untouched = mergeSection(base, theirs, toFormValues(base));
        expect(untouched.conflicts).toStrictEqual([]);
        expect(untouched.values).toStrictEqual(toFormValues(theirs));
        const alone = mergeSection(base, base, mine);
        expect([...alone.conflicts, ...alone.kept]).toStrictEqual([]);
        const { ClearImageFile: _, ...payload } = toPayload(mine, base);
        expect(toPayload(alone.values, base)).toMatchObject(payload);
      }),
      { numRuns: 1000 },
    );
  });

  it('a decided conflict sends the chosen side, an undecided one sends nothing', () => {
    fc.assert(
      fc.property(anyCase, fc.constantFrom<Choice>('mine', 'theirs'), ({ base, theirs, mine }, choice) => {
        const merged = mergeSection(base, theirs, mine);
        fc.pre(merged.conflicts.length > 0);
        expect(resolveConflicts(merged, theirs, {})).toBeNull();
        const choices = Object.fromEntries(merged.conflicts.map(({ field }) => [field, choice]));
        const values = resolveConflicts(merged, theirs, choices);
        const source = choice === 'mine' ? mine : toFormValues(theirs);
        expect(merged.conflicts.filter(({ field }) => values?.[field] !== source[field])).toStrictEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});

/** The form over the record that a save of these values leaves behind. */
function formAfter(
  values: SectionFormValues,
  before: SectionFormValues,
  record: SectionRecord,
): SectionFormValues {
  const payload = toPayload(values, record);
  const written = Object.fromEntries(writtenProperties.map(([property]) => [property, payload[property]]));
  const replaced = writtenProperties
    .filter(
      ([property, field]) =>
        values[field] !== before[field] && payload[property] !== rawValue(record, property),
    )
    .map(([property]): string => property);
  const unreadable = record.unreadable.filter((name) => !replaced.includes(name));
  return toFormValues({ ...record, ...written, unreadable });
}
