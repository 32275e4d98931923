import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { updateBody } from '#/api/sections/sectionPayloads';
import { anyJson, anyText, aSection, parsed } from '#/features/sections/testing/sectionFixtures';
import { newSectionDefaults, readFormValues } from './newSection';
import { type SectionFormValues, rawValue, toFormValues } from './sectionFormValues';
import { toPayload, writtenProperties } from './sectionPayload';

const opened = (properties?: Record<string, unknown>) => toFormValues(aSection(properties));
const sent = (changes: Partial<SectionFormValues>, properties?: Record<string, unknown>) =>
  toPayload({ ...opened(properties), ...changes }, aSection(properties));

const only = (names: readonly string[], from: Record<string, unknown>) =>
  Object.fromEntries(names.map((name) => [name, from[name]]));

describe('a section that nobody changed', () => {
  it('goes back as it was read, property by property, apart from the two that only write the image', () => {
    fc.assert(
      fc.property(anyJson, (json) => {
        const record = parsed(json);
        const payload = updateBody(toPayload(toFormValues(record), record));
        const names = Object.keys(json).filter((name) => name !== 'NewImageUrl' && name !== 'ClearImageFile');
        const read = (name: string) => (name in record ? rawValue(record, name as 'Title') : json[name]);
        expect(only(names, payload)).toStrictEqual(
          Object.fromEntries(names.map((name) => [name, read(name)])),
        );
        expect(payload).toMatchObject({ NewImageUrl: null, ClearImageFile: false });
      }),
      { numRuns: 1000 },
    );
  });

  it('echoes unreadable, unknown and external properties exactly', () => {
    fc.assert(
      fc.property(anyJson, (json) => {
        const record = parsed(json);
        const external = [
          'CustomFields',
          'LocalizationDetails',
          'Something',
          'SystemId',
          ...record.unreadable,
        ];
        const names = external.filter((name) => name in json);
        expect(only(names, updateBody(toPayload(toFormValues(record), record)))).toStrictEqual(
          only(names, json),
        );
      }),
    );
  });

  it('keeps its HTML byte for byte on the wire, whatever the newlines', () => {
    fc.assert(
      fc.property(anyText, (html) => {
        const record = aSection({ SectionContents: html });
        const values = toFormValues(record);
        expect(values.introduction).not.toContain('\r');
        const wire = JSON.parse(
          JSON.stringify(updateBody(toPayload({ ...values, title: 'New' }, record))),
        ) as {
          SectionContents: string;
        };
        expect(wire.SectionContents).toBe(html);
      }),
      { numRuns: 1000 },
    );
  });

  it('holds no null in its form, and no newline in its title', () => {
    fc.assert(
      fc.property(anyJson, (json) => {
        const values = toFormValues(parsed(json));
        expect(Object.values(values)).not.toContain(null);
        expect(readFormValues(values)).toStrictEqual(values);
        expect(values.title).not.toMatch(/[\r\n]/);
      }),
    );
  });
});

describe('a changed section', () => {
  it('sends a changed title without the white space around it', () => {
    expect(sent({ title: '\u3000 Advanced \n' }).Title).toBe('Advanced');
  });

  it('sends a title with stored spaces as it was while nobody touches it', () => {
    expect(sent({ active: false }, { Title: ' Basics ' }).Title).toBe(' Basics ');
  });

  it.each([
    ['CRLF', '<p>\r\n</p>', 'a\nb', 'a\r\nb'],
    ['CR', '<p>\r</p>', 'a\nb', 'a\rb'],
    ['LF', '<p>\n</p>', 'a\nb', 'a\nb'],
    ['mostly CRLF', 'a\r\nb\r\nc\n', 'a\nb', 'a\r\nb'],
    ['mostly LF', 'a\r\nb\nc\nd', 'a\nb', 'a\nb'],
    ['mostly CR', 'a\r\nb\rc\rd', 'a\nb', 'a\rb'],
    ['no newline', 'a', 'a\nb', 'a\nb'],
  ])('gives an edited introduction the newlines of the stored one: %s', (_, html, typed, expected) => {
    expect(sent({ introduction: typed }, { SectionContents: html }).SectionContents).toBe(expected);
  });

  it('reads whole numbers as they are typed, full-width digits too', () => {
    const values = { displayOrder: ' －１２ ', unlockType: 'timed', unlockAfterDays: '０7' } as const;
    expect(sent(values)).toMatchObject({ DisplayOrder: -12, UnlockType: 3, UnlockAfterDays: 7 });
  });

  it('sends the days that were typed while Timed is chosen, through Immediate and back', () => {
    const timed = { unlockType: 'timed', unlockAfterDays: '30' } as const;
    expect(sent(timed).UnlockAfterDays).toBe(30);
    expect(sent({ ...timed, unlockType: 'immediate' })).toMatchObject({ UnlockType: 1, UnlockAfterDays: 5 });
    expect(sent({ ...timed, unlockType: 'timed' }).UnlockAfterDays).toBe(30);
  });

  it.each([0, 99, -1, null, 'odd'])('keeps the unknown unlock type %j until one is chosen', (UnlockType) => {
    expect(opened({ UnlockType }).unlockType).toBe('');
    expect(sent({ title: 'New' }, { UnlockType }).UnlockType).toBe(UnlockType);
    expect(sent({ unlockType: 'sequential' }, { UnlockType }).UnlockType).toBe(2);
  });

  it('replaces what could not be read only when it was changed', () => {
    expect(opened({ DisplayOrder: 1.5 }).displayOrder).toBe('1.5');
    expect(sent({ title: 'New' }, { DisplayOrder: 1.5 }).DisplayOrder).toBe(1.5);
    expect(sent({ displayOrder: '4' }, { DisplayOrder: 1.5 }).DisplayOrder).toBe(4);
  });

  it('never moves to another course', () => {
    expect(sent({ courseId: '8' }).CourseId).toBe(7);
  });

  it('asks for at most one thing of the image', () => {
    const imageUrl = ' https://example.com/a b.png ';
    expect(sent({ thumbnail: 'keep', imageUrl })).toMatchObject({ NewImageUrl: null, ClearImageFile: false });
    expect(sent({ thumbnail: 'remove', imageUrl })).toMatchObject({
      NewImageUrl: null,
      ClearImageFile: true,
    });
    expect(sent({ thumbnail: 'replace', imageUrl })).toMatchObject({
      NewImageUrl: 'https://example.com/a%20b.png',
      ClearImageFile: false,
    });
  });

  it('does not repeat an image that an earlier write left in the record', () => {
    const left = { NewImageUrl: 'https://example.com/old.png', ClearImageFile: true };
    expect(sent({ title: 'New' }, left)).toMatchObject({ NewImageUrl: null, ClearImageFile: false });
  });

  it('changes only the properties of the fields that were changed', () => {
    const before = toPayload(opened(), aSection());
    expect(sent({ active: false })).toStrictEqual({ ...before, Active: false });
  });
});

describe('a new section', () => {
  it('starts as immediate and active, with the next display order', () => {
    expect(newSectionDefaults({ courseId: '7', displayOrder: 4 })).toStrictEqual({
      courseId: '7',
      title: '',
      displayOrder: '4',
      unlockType: 'immediate',
      unlockAfterDays: '',
      active: true,
      introduction: '',
      thumbnail: 'keep',
      imageUrl: '',
    });
  });

  it('keeps the rule of the one before when adding another', () => {
    const start = { courseId: '7', displayOrder: null, unlockType: 'timed', unlockAfterDays: '7' } as const;
    expect(newSectionDefaults(start)).toMatchObject({
      displayOrder: '',
      unlockType: 'timed',
      unlockAfterDays: '7',
    });
  });

  it('sends each writable property and nothing else', () => {
    const values = {
      ...newSectionDefaults({ courseId: '7', displayOrder: 4 }),
      title: ' Basics ',
      unlockAfterDays: '9',
    };
    expect(toPayload(values, null)).toStrictEqual({
      CourseId: 7,
      Title: 'Basics',
      SectionContents: null,
      Active: true,
      DisplayOrder: 4,
      UnlockType: 1,
      UnlockAfterDays: 0,
      NewImageUrl: null,
      ClearImageFile: false,
    });
  });

  it('sends the days and the introduction that were typed', () => {
    const values = newSectionDefaults({
      courseId: '7',
      displayOrder: 4,
      unlockType: 'timed',
      unlockAfterDays: '9',
    });
    const payload = toPayload({ ...values, introduction: '<p>\n</p>' }, null);
    expect(payload).toMatchObject({ UnlockType: 3, UnlockAfterDays: 9, SectionContents: '<p>\n</p>' });
  });
});

describe('values from outside', () => {
  const values = newSectionDefaults({ courseId: '7', displayOrder: 4 });

  it('are taken when they are whole, without what does not belong to them', () => {
    expect(readFormValues({ ...values, extra: 1 })).toStrictEqual(values);
  });

  it.each([
    null,
    undefined,
    'x',
    {},
    { ...values, title: null },
    { ...values, unlockType: 'never' },
    { ...values, thumbnail: '' },
  ])('are left alone otherwise: %j', (given) => {
    expect(readFormValues(given)).toBeNull();
  });
});

it('knows which property each field writes', () => {
  expect(Object.fromEntries(writtenProperties)).toStrictEqual({
    CourseId: 'courseId',
    Title: 'title',
    SectionContents: 'introduction',
    Active: 'active',
    DisplayOrder: 'displayOrder',
    UnlockType: 'unlockType',
    UnlockAfterDays: 'unlockAfterDays',
  });
});
