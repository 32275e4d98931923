import { readSectionRecord, type SectionRecord } from './sectionRecord';

/** A row of the sections list: list records are partial (docs/api-contract.md 3), so this is all that may be trusted. */
export type SectionListRow = Pick<
  SectionRecord,
  'Id' | 'CourseId' | 'CourseTitle' | 'Title' | 'DisplayOrder' | 'Active' | 'UpdatedOn' | 'UpdatedBy'
>;

/** @returns the row, or null without a positive Id */
export function readSectionListRow(json: unknown): SectionListRow | null {
  const record = readSectionRecord(json);
  return record && toListRow(record);
}

/** The row that the list has for a record. */
export function toListRow(record: SectionRecord): SectionListRow {
  const { Id, CourseId, CourseTitle, Title, DisplayOrder, Active, UpdatedOn, UpdatedBy } = record;
  return { Id, CourseId, CourseTitle, Title, DisplayOrder, Active, UpdatedOn, UpdatedBy };
}

/** The order that members see: `DisplayOrder`, then `Id`; rows without a number come last (docs/api-contract.md 3). */
export function bySectionOrder(
  a: Pick<SectionListRow, 'Id' | 'DisplayOrder'>,
  b: Pick<SectionListRow, 'Id' | 'DisplayOrder'>,
): number {
  const orderOf = (row: typeof a) => row.DisplayOrder ?? Number.MAX_VALUE;
  return orderOf(a) - orderOf(b) || a.Id - b.Id;
}
