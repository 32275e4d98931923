import { isInEffect, sectionFields } from '#/features/sections/model/fields';
import type {
  SectionField,
  SectionFormValues,
  UnlockChoice,
} from '#/features/sections/model/sectionFormValues';

export const unlockTexts: Readonly<Record<UnlockChoice, string>> = {
  '': 'None of the known rules',
  immediate: 'Immediate',
  sequential: 'Sequential',
  timed: 'Timed',
};
const imageTexts: Readonly<Record<SectionFormValues['thumbnail'], string>> = {
  keep: 'As it is',
  replace: 'An image from a URL',
  remove: 'No image',
};

interface Comparison {
  /** A line is set beside the other one; HTML is too long for that, and its changes are marked. */
  readonly kind: 'line' | 'html';
  /** What the field holds, for people; '' for nothing. */
  readonly text: (values: SectionFormValues) => string;
}

const line = (text: Comparison['text']): Comparison => ({ kind: 'line', text });

/** How two states of each field are shown. */
export const comparisons: Readonly<Record<SectionField, Comparison>> = {
  courseId: line(({ courseId }) => courseId),
  title: line(({ title }) => title),
  displayOrder: line(({ displayOrder }) => displayOrder),
  unlockType: line(({ unlockType }) => unlockTexts[unlockType]),
  unlockAfterDays: line(({ unlockAfterDays }) => unlockAfterDays),
  active: line(({ active }) => (active ? 'On' : 'Off')),
  introduction: { kind: 'html', text: ({ introduction }) => introduction },
  thumbnail: line(({ thumbnail }) => imageTexts[thumbnail]),
  imageUrl: line(({ imageUrl }) => imageUrl),
};

/** The fields whose difference a person would see on the screen. */
export function visibleChanges(before: SectionFormValues, after: SectionFormValues): SectionField[] {
  return sectionFields.filter(
    (field) => before[field] !== after[field] && (isInEffect(field, before) || isInEffect(field, after)),
  );
}
