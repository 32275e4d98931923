import type { KnownProperty, SectionRecord, Unreadable } from '#/api/sections/sections';

/** Each at the place of the API's number; '' for none that we know: the stored value is outside 1–3 (docs/api-contract.md 2). */
export const unlockChoices = ['', 'immediate', 'sequential', 'timed'] as const;
export type UnlockChoice = (typeof unlockChoices)[number];

export const thumbnailChoices = ['keep', 'replace', 'remove'] as const;

/** What the screen holds: never null, newlines as a text area reports them. A type: the form kit indexes it by name. */
export type SectionFormValues = {
  courseId: string;
  title: string;
  displayOrder: string;
  unlockType: UnlockChoice;
  unlockAfterDays: string;
  active: boolean;
  introduction: string;
  thumbnail: (typeof thumbnailChoices)[number];
  imageUrl: string;
};

export type SectionField = keyof SectionFormValues;

/** A property exactly as it was read: the original where it could not be read losslessly. */
export function rawValue<P extends KnownProperty>(
  record: SectionRecord,
  property: P,
): SectionRecord[P] | Unreadable {
  return record.unreadable.includes(property) ? (record.rest[property] as Unreadable) : record[property];
}

/** A stored value as text, '' for nothing; what could not be read is shown as it came. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** A stored record as the form shows it. The image is kept until the user acts. */
export function toFormValues(record: SectionRecord): SectionFormValues {
  const text = (property: KnownProperty) => textOf(rawValue(record, property));
  return {
    courseId: text('CourseId'),
    // A text box drops newlines and a text area turns them into LF: said here, so that nothing looks edited.
    title: text('Title').replace(/[\r\n]/g, ''),
    displayOrder: text('DisplayOrder'),
    unlockType: unlockChoices[record.UnlockType ?? 0] ?? '',
    // A 0 that nobody chose: who turns to “Timed” types the days, and does not open the section at once by a slip.
    unlockAfterDays: record.UnlockType !== 3 && record.UnlockAfterDays === 0 ? '' : text('UnlockAfterDays'),
    active: record.Active === true,
    introduction: text('SectionContents').replace(/\r\n?/g, '\n'),
    thumbnail: 'keep',
    imageUrl: '',
  };
}
