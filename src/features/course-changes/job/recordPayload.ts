import type {
  SectionPayload,
  SectionRecord,
  SectionUpdatePayload,
  WritableProperty,
} from '#/api/sections/sections';
import { keysOf, pick } from '#/lib/objects';
import { isSame } from '#/lib/isSame';
import { rawValue, toFormValues } from '#/features/sections/model/sectionFormValues';
import { toPayload } from '#/features/sections/model/sectionPayload';

/** The properties that a job may change: all that are written, but a section stays in its course. */
export type ChangeableProperty = Exclude<WritableProperty, 'CourseId'>;

/** New values of some properties, e.g. `{ DisplayOrder: 3 }`. Data, not a function: a job must survive a reload. */
export type SectionChanges = Partial<Pick<SectionRecord, ChangeableProperty>>;

/** Values as they were stored; one that could not be read losslessly is kept as it came. */
export type StoredValues = Partial<Pick<SectionPayload, ChangeableProperty>>;

/** The body of an update: the record exactly as just read, but for the changes. The image is left alone (docs/api-contract.md 5). */
export function payloadOf(record: SectionRecord, changes: StoredValues): SectionUpdatePayload {
  return { ...asStored(record), ...changes };
}

/** What the record holds now in the properties of `like`. */
export function valuesOf(record: SectionRecord, like: StoredValues): StoredValues {
  return pick(asStored(record), keysOf(like));
}

/** Whether the record holds these values. */
export function holds(record: SectionRecord, values: StoredValues): boolean {
  return keysOf(values).every((name) => isSame(rawValue(record, name), values[name]));
}

function asStored(record: SectionRecord): SectionUpdatePayload {
  return toPayload(toFormValues(record), record);
}
