import { echoedProperties } from '#/api/sections/sectionPayloads';
import type {
  SectionCreatePayload,
  SectionPayload,
  SectionRecord,
  SectionUpdatePayload,
  WritableProperty,
} from '#/api/sections/sections';
import { parseId } from '#/lib/ids';
import { keysOf } from '#/lib/objects';
import { trimText } from '#/lib/text';
import { isInEffect } from './fields';
import { checkImageUrl } from './imageUrl';
import { daysRange, numberOf, orderRange } from './numberRanges';
import {
  type SectionField,
  type SectionFormValues,
  rawValue,
  toFormValues,
  type UnlockChoice,
  unlockChoices,
} from './sectionFormValues';

/** The property that each field writes: what is sent of it, and where the server says what is wrong with it. */
export const propertyOf = {
  courseId: 'CourseId',
  title: 'Title',
  introduction: 'SectionContents',
  active: 'Active',
  displayOrder: 'DisplayOrder',
  unlockType: 'UnlockType',
  unlockAfterDays: 'UnlockAfterDays',
  thumbnail: 'ClearImageFile',
  imageUrl: 'NewImageUrl',
} as const satisfies Record<SectionField, keyof SectionPayload>;

type FieldProperty<F extends SectionField> = (typeof propertyOf)[F];
type StoredField = {
  [F in SectionField]: FieldProperty<F> extends WritableProperty ? F : never;
}[SectionField];

/** The properties that hold what was written to them, each with its field. Those of the image hold nothing. */
export const writtenProperties: readonly (readonly [WritableProperty, SectionField])[] = keysOf(
  propertyOf,
).flatMap((field) => {
  const property = propertyOf[field];
  return property === 'ClearImageFile' || property === 'NewImageUrl' ? [] : [[property, field] as const];
});

/** The API's number for a choice, null for none (docs/api-contract.md 2). */
export function unlockTypeOf(choice: UnlockChoice): number | null {
  return choice === '' ? null : unlockChoices.indexOf(choice);
}

/**
 * The whole of a write: the record as just read, overlaid with what the form changed (docs/api-contract.md 4, 5).
 * A field whose text is still the record's goes back exactly as read; the course of a stored section never changes;
 * the days are sent only while Timed is chosen, else the stored ones (0 for a new section).
 * @param values valid by `sectionSchema`
 * @param record the freshest read, never a list row; null for a new section
 */
export function toPayload(values: SectionFormValues, record: SectionRecord): SectionUpdatePayload;
export function toPayload(values: SectionFormValues, record: null): SectionCreatePayload;
export function toPayload(
  values: SectionFormValues,
  record: SectionRecord | null,
): SectionCreatePayload | SectionUpdatePayload {
  const courseId = parseId(values.courseId);
  const before = record && toFormValues(record);
  const storedOr = <F extends StoredField>(field: F, written: SectionPayload[FieldProperty<F>]) =>
    record && before && isAsStored(field, values, before) ? rawValue(record, propertyOf[field]) : written;
  const payload: SectionPayload = {
    CourseId: storedOr('courseId', courseId),
    Title: storedOr('title', trimText(values.title)),
    SectionContents: storedOr('introduction', introductionOf(values.introduction, record)),
    Active: storedOr('active', values.active),
    DisplayOrder: storedOr('displayOrder', numberOf(values.displayOrder, orderRange)),
    UnlockType: storedOr('unlockType', unlockTypeOf(values.unlockType)),
    UnlockAfterDays: storedOr(
      'unlockAfterDays',
      isInEffect('unlockAfterDays', values) ? numberOf(values.unlockAfterDays, daysRange) : 0,
    ),
    NewImageUrl: isInEffect('imageUrl', values) ? imageUrlOf(values.imageUrl) : null,
    ClearImageFile: values.thumbnail === 'remove',
  };
  return record ? { ...payload, Id: record.Id, echoed: echoOf(record) } : { ...payload, CourseId: courseId };
}

function echoOf(record: SectionRecord): SectionUpdatePayload['echoed'] {
  const known = echoedProperties.map((property) => [property, rawValue(record, property)] as const);
  return { ...record.rest, ...Object.fromEntries(known) };
}

function isAsStored(field: SectionField, values: SectionFormValues, before: SectionFormValues): boolean {
  if (field === 'courseId' || (field === 'unlockType' && values.unlockType === '')) return true;
  return !isInEffect(field, values) || values[field] === before[field];
}

function imageUrlOf(text: string): string {
  const checked = checkImageUrl(text);
  return checked.ok ? checked.url : trimText(text);
}

/** A new section without one has none; a stored one keeps its kind of newlines. */
function introductionOf(text: string, record: SectionRecord | null): string | null {
  return record ? withNewlinesOf(record.SectionContents, text) : text || null;
}

/** An edited text gets back the kind of newline that the stored one uses most. */
function withNewlinesOf(original: string | null, text: string): string {
  const found = original?.match(/\r\n?|\n/g) ?? [];
  const count = (newline: string) => found.filter((one) => one === newline).length;
  const [crlf, cr, lf] = [count('\r\n'), count('\r'), count('\n')];
  const style = crlf > lf && crlf >= cr ? '\r\n' : cr > lf ? '\r' : '\n';
  return style === '\n' ? text : text.replaceAll('\n', style);
}
