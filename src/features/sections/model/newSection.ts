import { isObject } from '#/api/http/json';
import { pick } from '#/lib/objects';
import { sectionFields } from './fields';
import {
  type SectionField,
  type SectionFormValues,
  textOf,
  thumbnailChoices,
  type UnlockChoice,
  unlockChoices,
} from './sectionFormValues';

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

const isText = (value: unknown): value is string => typeof value === 'string';
const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';
const isOneOf =
  <T extends string>(choices: readonly T[]) =>
  (value: unknown): value is T =>
    choices.some((choice) => choice === value);

const isValid: { readonly [F in SectionField]: (value: unknown) => value is SectionFormValues[F] } = {
  courseId: isText,
  title: isText,
  displayOrder: isText,
  unlockType: isOneOf(unlockChoices),
  unlockAfterDays: isText,
  active: isFlag,
  introduction: isText,
  thumbnail: isOneOf(thumbnailChoices),
  imageUrl: isText,
};

function isFormValues(given: unknown): given is SectionFormValues {
  return (
    isObject(given) &&
    sectionFields.every((field) => Object.hasOwn(given, field) && isValid[field](given[field]))
  );
}

/** Values that come from outside the code (history state, a draft); null unless they are whole. */
export function readFormValues(given: unknown): SectionFormValues | null {
  if (!isFormValues(given)) return null;
  return { ...newSectionDefaults({ courseId: '', displayOrder: null }), ...pick(given, sectionFields) };
}
