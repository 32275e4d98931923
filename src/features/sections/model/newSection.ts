import { type SectionFormValues, textOf, type UnlockChoice, unlockChoices } from './sectionFormValues';

export interface NewSection {
  readonly courseId: string;
  /** null = unknown: the box stays empty. */
  readonly displayOrder: number | null;
  readonly unlockType?: UnlockChoice;
  readonly unlockAfterDays?: string;
}

/** What the form of a new section starts with (docs/wording.md “Create and edit”). */
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
