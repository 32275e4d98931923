import type { SectionRecord, SectionUpdatePayload } from '#/api/sections/sections';
import { isSame } from '#/features/saving/compareStored';
import { rawValue, toFormValues } from '#/features/sections/model/sectionFormValues';
import { toPayload } from '#/features/sections/model/sectionPayload';

/** The properties that a job may change: those that are written as they are read. */
export type ChangeableProperty =
  | 'Title'
  | 'SectionContents'
  | 'Active'
  | 'DisplayOrder'
  | 'UnlockType'
  | 'UnlockAfterDays';

/** New values of some properties, e.g. `{ DisplayOrder: 3 }`. Data, not a function: a job must survive a reload. */
export type SectionChanges = Partial<Pick<SectionRecord, ChangeableProperty>>;

/** Values as they were stored; one that could not be read losslessly is kept as it came. */
export type StoredValues = { readonly [Property in ChangeableProperty]?: unknown };

/** The body of an update: the record exactly as just read, but for the changes. The image is left alone (docs/api-contract.md 5). */
export function payloadOf(record: SectionRecord, changes: StoredValues): SectionUpdatePayload {
  return Object.assign(toPayload(toFormValues(record), record), changes);
}

/** What the record holds now in the properties of `like`. */
export function valuesOf(record: SectionRecord, like: StoredValues): StoredValues {
  return Object.fromEntries(propertiesOf(like).map((name) => [name, rawValue(record, name)]));
}

/** Whether the record holds these values. */
export function holds(record: SectionRecord, values: StoredValues): boolean {
  return propertiesOf(values).every((name) => isSame(rawValue(record, name), values[name]));
}

export function propertiesOf(values: StoredValues): ChangeableProperty[] {
  return Object.keys(values) as ChangeableProperty[];
}
