import type { SectionPayload, SectionRecord, SectionUpdatePayload } from '#/api/sections/sections';
import { parseId } from '#/lib/ids';
import { trimText } from '#/lib/text';
import { checkImageUrl } from './imageUrl';
import { daysRange, numberOf, orderRange } from './numberRanges';
import {
  type KnownProperty,
  type SectionField,
  type SectionFormValues,
  rawValue,
  toFormValues,
  type UnlockChoice,
  unlockChoices,
} from './sectionFormValues';

interface Written {
  readonly field: SectionField;
  /** The value to send when the field was changed, or when there is no record yet. */
  write(values: SectionFormValues, record: SectionRecord | null): unknown;
}

/**
 * One decision for each property of the record: a new property of `SectionRecord` does not compile without one.
 * 'echo' goes back as it was read and is left out of a new section (docs/api-contract.md 5).
 */
const decisions: Readonly<Record<KnownProperty, Written | 'echo'>> = {
  Id: 'echo',
  CourseId: { field: 'courseId', write: (values) => parseId(values.courseId) },
  CourseTitle: 'echo',
  Title: { field: 'title', write: (values) => trimText(values.title) },
  SectionContents: {
    field: 'introduction',
    write: ({ introduction }, record) =>
      record ? withNewlinesOf(record.SectionContents, introduction) : introduction || null,
  },
  Active: { field: 'active', write: (values) => values.active },
  DisplayOrder: { field: 'displayOrder', write: (values) => numberOf(values.displayOrder, orderRange) },
  UnlockType: { field: 'unlockType', write: (values) => unlockTypeOf(values.unlockType) },
  UnlockAfterDays: {
    field: 'unlockAfterDays',
    write: (values) => (values.unlockType === 'timed' ? numberOf(values.unlockAfterDays, daysRange) : 0),
  },
  ImageFileName: 'echo',
  UniqueId: 'echo',
  CreatedOn: 'echo',
  UpdatedOn: 'echo',
  UpdatedBy: 'echo',
  SystemId: 'echo',
};

const properties = Object.entries(decisions) as [KnownProperty, Written | 'echo'][];

/** The properties that a field of the form writes, each with its field. The image has its own rules. */
export const writtenProperties: readonly (readonly [KnownProperty, SectionField])[] = properties.flatMap(
  ([property, decision]) => (decision === 'echo' ? [] : [[property, decision.field] as const]),
);

/** The API's number for a choice, null for none (docs/api-contract.md 2). */
export function unlockTypeOf(choice: UnlockChoice): number | null {
  return choice === '' ? null : unlockChoices.indexOf(choice);
}

/**
 * The whole body of a write: the record as just read, overlaid with what the form changed (docs/api-contract.md 4, 5).
 * A field whose text is still the record's goes back exactly as read; the course of a stored section never changes;
 * the days are sent only while Timed is chosen, else the stored ones (0 for a new section).
 * @param values valid by `sectionSchema`
 * @param record the freshest read, never a list row; null for a new section
 */
export function toPayload(values: SectionFormValues, record: SectionRecord): SectionUpdatePayload;
export function toPayload(values: SectionFormValues, record: null): SectionPayload;
export function toPayload(values: SectionFormValues, record: SectionRecord | null): SectionPayload {
  const before = record && toFormValues(record);
  const payload: Record<string, unknown> = { ...record?.rest };
  for (const [property, decision] of properties) {
    if (record && (decision === 'echo' || isAsStored(decision.field, values, before))) {
      payload[property] = rawValue(record, property);
    } else if (decision !== 'echo') {
      payload[property] = decision.write(values, record);
    }
  }
  payload.NewImageUrl = values.thumbnail === 'replace' ? imageUrlOf(values.imageUrl) : null;
  payload.ClearImageFile = values.thumbnail === 'remove';
  return payload as SectionPayload;
}

function isAsStored(
  field: SectionField,
  values: SectionFormValues,
  before: SectionFormValues | null,
): boolean {
  if (field === 'courseId' || (field === 'unlockType' && values.unlockType === '')) return true;
  if (field === 'unlockAfterDays' && values.unlockType !== 'timed') return true;
  return values[field] === before?.[field];
}

function imageUrlOf(text: string): string {
  const checked = checkImageUrl(text);
  return checked.ok ? checked.url : trimText(text);
}

/** An edited text gets back the kind of newline that the stored one uses most. */
function withNewlinesOf(original: string | null, text: string): string {
  const found = original?.match(/\r\n?|\n/g) ?? [];
  const count = (newline: string) => found.filter((one) => one === newline).length;
  const [crlf, cr, lf] = [count('\r\n'), count('\r'), count('\n')];
  const style = crlf > lf && crlf >= cr ? '\r\n' : cr > lf ? '\r' : '\n';
  return style === '\n' ? text : text.replaceAll('\n', style);
}
