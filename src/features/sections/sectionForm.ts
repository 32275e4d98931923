import type { SectionRecord } from '../../api/sections';

/** '' = none is chosen (the stored value is outside 1–3). */
export type UnlockChoice = '' | 'immediate' | 'sequential' | 'timed';

/** What the screen holds: never null, newlines as a text area reports them. A type: the form kit indexes it by name. */
export type SectionFormValues = {
  courseId: string;
  title: string;
  displayOrder: string;
  unlockType: UnlockChoice;
  unlockAfterDays: string;
  active: boolean;
  introduction: string;
  thumbnail: 'keep' | 'replace' | 'remove';
  imageUrl: string;
};

export type SectionField = keyof SectionFormValues;
export type KnownProperty = Exclude<keyof SectionRecord, 'rest' | 'unreadable'>;

/** Each at the place of the API's number; '' for none that we know (contract.md 2). */
export const unlockChoices: readonly UnlockChoice[] = ['', 'immediate', 'sequential', 'timed'];

/** A property exactly as it was read: the original where it could not be read losslessly. */
export function stored(record: SectionRecord, property: KnownProperty): unknown {
  return record.unreadable.includes(property) ? record.rest[property] : record[property];
}

/** A stored value as text, '' for nothing; what could not be read is shown as it came. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** A stored record as the form shows it. The image is kept until the user acts. */
export function toFormValues(record: SectionRecord): SectionFormValues {
  const text = (property: KnownProperty) => textOf(stored(record, property));
  return {
    courseId: text('CourseId'),
    // A text box drops newlines and a text area turns them into LF: said here, so that nothing looks edited.
    title: text('Title').replace(/[\r\n]/g, ''),
    displayOrder: text('DisplayOrder'),
    unlockType: unlockChoices[record.UnlockType ?? 0] ?? '',
    unlockAfterDays: text('UnlockAfterDays'),
    active: record.Active === true,
    introduction: text('SectionContents').replace(/\r\n?/g, '\n'),
    thumbnail: 'keep',
    imageUrl: '',
  };
}

export interface NewSection {
  readonly courseId: string;
  /** null = unknown: the box stays empty. */
  readonly displayOrder: number | null;
  readonly unlockType?: UnlockChoice;
  readonly unlockAfterDays?: string;
}

/** What the form of a new section starts with (ux.md “Create and edit”). */
export function newSectionDefaults(start: NewSection): SectionFormValues {
  return {
    courseId: start.courseId,
    title: '',
    displayOrder: textOf(start.displayOrder),
    unlockType: start.unlockType ?? 'immediate',
    unlockAfterDays: start.unlockAfterDays ?? '',
    active: true,
    introduction: '',
    thumbnail: 'keep',
    imageUrl: '',
  };
}

/** Values that come from outside the code (history state, a draft); null unless they are whole. */
export function readFormValues(given: unknown): SectionFormValues | null {
  if (typeof given !== 'object' || given === null) return null;
  const own = new Map<string, unknown>(Object.entries(given));
  const sample = newSectionDefaults({ courseId: '', displayOrder: null });
  const isWhole =
    Object.entries(sample).every(([field, value]) => typeof own.get(field) === typeof value) &&
    unlockChoices.includes(own.get('unlockType') as UnlockChoice) &&
    ['keep', 'replace', 'remove'].includes(own.get('thumbnail') as string);
  if (!isWhole) return null;
  return Object.fromEntries(Object.keys(sample).map((field) => [field, own.get(field)])) as SectionFormValues;
}
