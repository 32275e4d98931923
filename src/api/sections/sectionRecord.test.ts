import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSectionRecord } from './sectionRecord';
import { bySectionOrder, readSectionListRow } from './sectionRow';

/** The record of the documentation's own sample, shortened. */
const sample = {
  CourseId: 0,
  CourseTitle: null,
  Title: '',
  SectionContents: null,
  Active: true,
  DisplayOrder: 0,
  UnlockType: 0,
  UnlockAfterDays: 0,
  ImageFileName: null,
  NewImageUrl: null,
  ClearImageFile: null,
  Id: 87_654_321,
  UniqueId: '0c2a0b5e-0000-4000-8000-000000000000',
  CreatedOn: '2025-01-15T10:00:00Z',
  UpdatedOn: '2025-01-15T10:30:00Z',
  UpdatedBy: 'admin@example.com',
  IsNew: false,
  SystemId: null,
  ToStringText: 'Section',
  LocalizationDetails: null,
  CustomFields: null,
};

describe('a section record', () => {
  it('is read as the documentation shows it', () => {
    const { rest, unreadable, ...known } = readSectionRecord(sample) ?? {};
    expect(known).toMatchObject({ Id: 87_654_321, Title: '', UnlockType: 0, CourseTitle: null });
    expect(rest).toEqual({
      NewImageUrl: null,
      ClearImageFile: null,
      IsNew: false,
      ToStringText: 'Section',
      LocalizationDetails: null,
      CustomFields: null,
    });
    expect(unreadable).toEqual([]);
  });

  it('is coerced where nothing is lost, and marked where something would be', () => {
    const record = readSectionRecord({
      ...sample,
      UnlockType: '3',
      Active: 'true',
      Title: 3,
      DisplayOrder: 'first',
    });
    expect(record).toMatchObject({ UnlockType: 3, Active: true, Title: '3', DisplayOrder: null });
    expect(record?.unreadable).toEqual(['DisplayOrder']);
    expect(record?.rest['DisplayOrder']).toBe('first');
  });

  it.each([null, [], 'x', {}, { Id: 0 }, { Id: -1 }, { Id: 'x' }])('is not %j', (json) => {
    expect(readSectionRecord(json)).toBeNull();
  });

  it('loses nothing of what the server sent, whatever it is', () => {
    const names = fc.oneof(fc.constantFrom(...Object.keys(sample)), fc.string());
    fc.assert(
      fc.property(fc.dictionary(names, fc.jsonValue()), (extra) => {
        const source: Record<string, unknown> = { ...extra, Id: 5 };
        const { rest = {}, unreadable = [], ...known } = readSectionRecord(source) ?? {};
        const kept: Record<string, unknown> = { ...rest };
        for (const [name, value] of Object.entries(known)) if (!unreadable.includes(name)) kept[name] = value;
        for (const name of Object.keys(source).filter((name) => name !== '__proto__')) {
          expect(spelling(kept[name])).toBe(spelling(source[name]));
        }
      }),
      { numRuns: 1000 },
    );
  });
});

/** The same for two values of which one was coerced from the other without loss. */
function spelling(value: unknown): string {
  const text = typeof value === 'string' ? value.toLowerCase() : JSON.stringify(value);
  return text === '1' ? 'true' : text === '0' ? 'false' : text;
}

describe('a list row', () => {
  it('holds only what may be trusted of a partial record', () => {
    expect(Object.keys(readSectionListRow(sample) ?? {})).toEqual([
      'Id',
      'CourseId',
      'CourseTitle',
      'Title',
      'DisplayOrder',
      'Active',
      'UpdatedOn',
      'UpdatedBy',
    ]);
  });
});

describe('the order of sections', () => {
  it('is by number, then by Id; those without a number come last', () => {
    const rows = [
      { Id: 4, DisplayOrder: null },
      { Id: 3, DisplayOrder: 1 },
      { Id: 2, DisplayOrder: 1 },
      { Id: 1, DisplayOrder: null },
      { Id: 9, DisplayOrder: -5 },
    ];
    expect(rows.sort(bySectionOrder).map(({ Id }) => Id)).toEqual([9, 2, 3, 1, 4]);
  });
});
