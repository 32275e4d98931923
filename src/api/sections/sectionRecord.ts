import { isObject, recordReader } from '#/api/http/json';

/** A section as the API spells it (docs/api-contract.md 2), read leniently. */
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

export type KnownProperty = Exclude<keyof SectionRecord, 'rest' | 'unreadable'>;

declare const asItCame: unique symbol;

/** A stored value that could not be read losslessly. All that can be done with it is to send it back. */
export interface Unreadable {
  readonly [asItCame]: true;
}

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
