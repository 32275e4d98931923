import type {
  SectionField,
  SectionFormValues,
  UnlockChoice,
} from '#/features/sections/model/sectionFormValues';

const rules: Readonly<Record<UnlockChoice, string>> = {
  '': 'None of the known rules',
  immediate: 'Immediate',
  sequential: 'Sequential',
  timed: 'Timed',
};
const images: Readonly<Record<SectionFormValues['thumbnail'], string>> = {
  keep: 'As it is',
  replace: 'An image from a URL',
  remove: 'No image',
};

/** What a field of the form holds, for people; '' for nothing. */
export function fieldText(field: SectionField, values: SectionFormValues): string {
  if (field === 'active') return values.active ? 'On' : 'Off';
  if (field === 'unlockType') return rules[values.unlockType];
  return field === 'thumbnail' ? images[values.thumbnail] : values[field];
}

/** The fields whose difference a person would see on the screen: the days count only while Timed is chosen. */
export function visibleChanges(before: SectionFormValues, after: SectionFormValues): SectionField[] {
  const isTimed = before.unlockType === 'timed' || after.unlockType === 'timed';
  const isReplaced = after.thumbnail === 'replace' || before.thumbnail === 'replace';
  return (Object.keys(before) as SectionField[]).filter((field) => {
    if (before[field] === after[field]) return false;
    if (field === 'unlockAfterDays') return isTimed;
    return field !== 'imageUrl' || isReplaced;
  });
}
