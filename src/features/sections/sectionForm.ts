import type { SectionPayload, SectionRecord, SectionUpdatePayload } from '../../api/sections';
import { parseId } from '../../lib/ids';
import { trimText } from '../../lib/text';
import { checkImageUrl } from './imageUrl';
import { daysRange, numberOf, orderRange } from './numbers';

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

interface Written {
  readonly field: SectionField;
  /** The value to send when the field was changed, or when there is no record yet. */
  write(values: SectionFormValues, record: SectionRecord | null): unknown;
}

const unlockChoices: readonly UnlockChoice[] = ['', 'immediate', 'sequential', 'timed'];

/**
 * One decision for each property of the record: a new property of `SectionRecord` does not compile without one.
 * 'echo' goes back as it was read and is left out of a new section (contract.md 5).
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

/** The API's number for a choice, null for none (contract.md 2). */
export function unlockTypeOf(choice: UnlockChoice): number | null {
  return choice === '' ? null : unlockChoices.indexOf(choice);
}

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

/**
 * The whole body of a write: the record as just read, overlaid with what the form changed (contract.md 4, 5).
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
      payload[property] = stored(record, property);
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
