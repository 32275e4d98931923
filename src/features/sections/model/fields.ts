import { controlIds as idsOf } from '#/forms/formValues';
import { keysOf } from '#/lib/objects';
import type { SectionField, SectionFormValues } from './sectionFormValues';

/** The accessible names of the fields, fixed by docs/wording.md. */
export const labels: Readonly<Record<SectionField, string>> = {
  courseId: 'Course',
  title: 'Title',
  displayOrder: 'Display order',
  unlockType: 'Unlock type',
  unlockAfterDays: 'Unlock after (days)',
  active: 'Active',
  introduction: 'Introduction',
  thumbnail: 'Thumbnail',
  imageUrl: 'Image URL',
};

/** The fields, in the order of the screen. */
export const sectionFields: readonly SectionField[] = keysOf(labels);

/** The id of each field's control. */
export const controlIds = idsOf('section', labels);

/** While another field has a certain value: only then is a dependent field shown, and only then does it count. */
type Condition = {
  readonly [F in SectionField]: { readonly field: F; readonly is: SectionFormValues[F] };
}[SectionField];

const dependents = {
  unlockAfterDays: { field: 'unlockType', is: 'timed' },
  imageUrl: { field: 'thumbnail', is: 'replace' },
} as const satisfies Partial<Record<SectionField, Condition>>;

export type IndependentField = Exclude<SectionField, keyof typeof dependents>;

type UsedCondition = (typeof dependents)[keyof typeof dependents];
const conditions: Readonly<Partial<Record<SectionField, UsedCondition>>> = dependents;

/** The fields that others depend on. */
export type DecidingValues = Pick<SectionFormValues, UsedCondition['field']>;

/** For each dependent field, the one that brings it to the screen. */
export const revealedBy: Readonly<Partial<Record<SectionField, SectionField>>> = Object.fromEntries(
  keysOf(dependents).map((field) => [field, dependents[field].field]),
);

/** Whether a field counts beside these values. */
export function isInEffect(field: SectionField, values: DecidingValues): boolean {
  const condition = conditions[field];
  return !condition || values[condition.field] === condition.is;
}

/** Fields, each followed by those that depend on it: the days go with their rule, the address with its image. */
export function withDependents(fields: readonly SectionField[]): SectionField[] {
  return fields.flatMap((field) => [
    field,
    ...sectionFields.filter((dependent) => revealedBy[dependent] === field),
  ]);
}
