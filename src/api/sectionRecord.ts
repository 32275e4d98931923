import { isObject, recordReader } from './json';

/** A section as the API spells it (contract.md 2), read leniently. */
export interface SectionRecord {
  readonly Id: number;
  readonly CourseId: number | null;
  readonly CourseTitle: string | null;
  readonly Title: string | null;
  readonly SectionContents: string | null;
  readonly Active: boolean | null;
  readonly DisplayOrder: number | null;
  readonly UnlockType: number | null;
  readonly UnlockAfterDays: number | null;
  readonly ImageFileName: string | null;
  readonly UniqueId: string | null;
  readonly CreatedOn: string | null;
  readonly UpdatedOn: string | null;
  readonly UpdatedBy: string | null;
  readonly SystemId: string | null;
  /** Every other property exactly as read (CustomFields, LocalizationDetails, NewImageUrl, unknown ones…). */
  readonly rest: Readonly<Record<string, unknown>>;
  /** Names of the properties above whose value could not be read losslessly: null above, the original in `rest`. */
  readonly unreadable: readonly string[];
}

/** A row of the sections list: list records are partial (contract.md 3), so this is all that may be trusted. */
export type SectionListRow = Pick<
  SectionRecord,
  'Id' | 'CourseId' | 'CourseTitle' | 'Title' | 'DisplayOrder' | 'Active' | 'UpdatedOn' | 'UpdatedBy'
>;

/** @returns the record, or null without a positive Id */
export function readSectionRecord(json: unknown): SectionRecord | null {
  if (!isObject(json)) return null;
  const { id, number, text, flag, rest, unreadable } = recordReader(json);
  const Id = id('Id');
  if (Id === null) return null;
  return {
    Id,
    CourseId: number('CourseId'),
    CourseTitle: text('CourseTitle'),
    Title: text('Title'),
    SectionContents: text('SectionContents'),
    Active: flag('Active'),
    DisplayOrder: number('DisplayOrder'),
    UnlockType: number('UnlockType'),
    UnlockAfterDays: number('UnlockAfterDays'),
    ImageFileName: text('ImageFileName'),
    UniqueId: text('UniqueId'),
    CreatedOn: text('CreatedOn'),
    UpdatedOn: text('UpdatedOn'),
    UpdatedBy: text('UpdatedBy'),
    SystemId: text('SystemId'),
    rest: rest(),
    unreadable,
  };
}

/** @returns the row, or null without a positive Id */
export function readSectionListRow(json: unknown): SectionListRow | null {
  const record = readSectionRecord(json);
  if (record === null) return null;
  const { Id, CourseId, CourseTitle, Title, DisplayOrder, Active, UpdatedOn, UpdatedBy } = record;
  return { Id, CourseId, CourseTitle, Title, DisplayOrder, Active, UpdatedOn, UpdatedBy };
}

/** The order that members see: `DisplayOrder`, then `Id`; rows without a number come last (contract.md 3). */
export function bySectionOrder(
  a: Pick<SectionListRow, 'Id' | 'DisplayOrder'>,
  b: Pick<SectionListRow, 'Id' | 'DisplayOrder'>,
): number {
  const orderOf = (row: typeof a) => row.DisplayOrder ?? Number.MAX_VALUE;
  return orderOf(a) - orderOf(b) || a.Id - b.Id;
}
