import * as fc from 'fast-check';
import { readSectionRecord } from '#/api/sections/sectionRecord';
import type { KnownProperty, SectionRecord, WritableProperty } from '#/api/sections/sections';

/** A believable stored section, as the API's parser reads it. For tests only. */
export function aSection(properties: Record<string, unknown> = {}): SectionRecord {
  return parsed({
    Id: 87654321,
    CourseId: 7,
    CourseTitle: 'Welcome',
    Title: 'Basics',
    SectionContents: '<p>Hello</p>',
    Active: true,
    DisplayOrder: 3,
    UnlockType: 1,
    UnlockAfterDays: 5,
    ImageFileName: 'basics.png',
    NewImageUrl: null,
    ClearImageFile: null,
    UniqueId: 'a1b2c3d4-e5f6-7890-abcd-ef1234567890',
    CreatedOn: '2025-01-10T08:00:00Z',
    UpdatedOn: '2025-01-15T10:30:00Z',
    UpdatedBy: 'colleague@example.com',
    IsNew: false,
    SystemId: null,
    ToStringText: 'CourseSection Basics',
    LocalizationDetails: null,
    CustomFields: null,
    ...properties,
  } satisfies Record<KnownProperty, unknown> & Record<string, unknown>);
}

export function parsed(json: unknown): SectionRecord {
  const record = readSectionRecord(json);
  if (record === null) throw new Error('The record has no Id.');
  return record;
}

/** Texts that break things: every newline, NUL, lone surrogates, markup, invisible characters. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '\r\n',
        '\r',
        '\n',
        '\0',
        '\uD800',
        '\uDFFF',
        '<p>',
        '</p>',
        '<script>',
        '&nbsp;',
        ' ',
        '\u200B',
        '\u202E',
        'a',
        'é',
        '😀',
      ),
      { maxLength: 12 },
    )
    .map((pieces) => pieces.join('')),
);

const int32 = fc.oneof(fc.integer(), fc.constantFrom(0, -1, 1, 3, 2147483647, -2147483648));
const orNull = <T>(values: fc.Arbitrary<T>) => fc.option(values, { freq: 6 });
const odd = fc.constantFrom<unknown>(1.5, 1e21, 'x', {}, [], { a: [1] });

/** A section as any server might answer it: nulls, absent properties, wrong types, unknown ones, hostile text. */
export const anyJson: fc.Arbitrary<Record<string, unknown>> = fc
  .record(
    {
      CourseId: orNull(fc.integer({ min: 1 })),
      CourseTitle: orNull(anyText),
      Title: fc.oneof({ weight: 9, arbitrary: orNull(anyText) }, { weight: 1, arbitrary: odd }),
      SectionContents: fc.oneof({ weight: 9, arbitrary: orNull(anyText) }, { weight: 1, arbitrary: odd }),
      Active: fc.oneof(
        { weight: 9, arbitrary: orNull(fc.boolean()) },
        { weight: 1, arbitrary: fc.constant('perhaps') },
      ),
      DisplayOrder: fc.oneof({ weight: 9, arbitrary: orNull(int32) }, { weight: 1, arbitrary: odd }),
      UnlockType: fc.oneof(fc.constantFrom<unknown>(1, 2, 3, 0, 99, -1, null), odd),
      UnlockAfterDays: fc.oneof({ weight: 9, arbitrary: orNull(int32) }, { weight: 1, arbitrary: odd }),
      ImageFileName: orNull(anyText),
      SystemId: orNull(anyText),
      NewImageUrl: orNull(fc.constant('https://example.com/old.png')),
      ClearImageFile: orNull(fc.boolean()),
      UpdatedBy: orNull(anyText),
      CustomFields: orNull(fc.jsonValue()),
      LocalizationDetails: orNull(fc.jsonValue()),
      Something: fc.jsonValue(),
    } satisfies Record<WritableProperty, fc.Arbitrary<unknown>> & Record<string, fc.Arbitrary<unknown>>,
    { requiredKeys: [] },
  )
  .map((properties) => ({ Id: 87654321, ...properties }));

export const anySection: fc.Arbitrary<SectionRecord> = anyJson.map(parsed);
