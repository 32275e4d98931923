import type { Store, StoredRecord } from './db.ts';
import { imageFileName } from './images.ts';
import type { WorldOptions } from './options.ts';
import { taken, WRITABLE } from './storedFields.ts';

/**
 * How a section is stored and how it is shown. Stored: every property but the derived ones (`CourseTitle`,
 * `ToStringText`) and the two that only a write has. A test may store awkward values under any name, and names in
 * `$omit` that answers leave out.
 */
type Properties = Record<string, unknown>;

const OTHER_KNOWN = [
  'Id',
  'CourseTitle',
  'ImageFileName',
  'NewImageUrl',
  'ClearImageFile',
  'UniqueId',
  'CreatedOn',
  'UpdatedOn',
  'UpdatedBy',
  'IsNew',
  'ToStringText',
  '$omit',
];
const KNOWN = new Set<string>([...WRITABLE, ...OTHER_KNOWN]);

/** Seconds, as in the samples: `2025-01-15T10:30:00Z`. */
export function timestamp(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

/** The full record, its properties in the order of the documented sample. */
export function fullSection(stored: StoredRecord, courseTitle: unknown): Properties {
  const { Id, $omit, ...own } = stored as StoredRecord & { $omit?: readonly string[] };
  const record: Properties = {
    CourseId: null,
    CourseTitle: courseTitle ?? null,
    Title: null,
    SectionContents: null,
    Active: false,
    DisplayOrder: 0,
    UnlockType: 0,
    ImageFileName: null,
    NewImageUrl: null,
    ClearImageFile: null,
    UnlockAfterDays: 0,
    Id,
    UpdatedOn: null,
    CreatedOn: null,
    UniqueId: null,
    UpdatedBy: null,
    IsNew: false,
    SystemId: null,
    ToStringText: typeof stored['Title'] === 'string' ? stored['Title'] : '',
    LocalizationDetails: null,
    CustomFields: null,
    ...own,
  };
  for (const name of $omit ?? []) delete record[name];
  return record;
}

/** The record as a list shows it: some properties can't be trusted there (docs/api-contract.md 3). */
export function listedSection(full: Properties, gaps: WorldOptions['listGaps']): Properties {
  const { SectionContents: _html, UnlockType: _rule, CustomFields: _fields, ...listed } = full;
  if (gaps === 'absent') return listed;
  return { ...listed, SectionContents: null, UnlockType: gaps === 'null' ? null : 0 };
}

/** Changes a whole record for an answer: dates without zone where the world is set so. */
export function dated(record: Properties, options: WorldOptions): Properties {
  if (!options.timestampsWithoutZ) return record;
  const result = { ...record };
  for (const name of ['CreatedOn', 'UpdatedOn']) {
    const value = result[name];
    if (typeof value === 'string') result[name] = value.replace(/Z$/, '');
  }
  return result;
}

/**
 * What is stored after an accepted write. The body replaces the record: what it leaves out is cleared (docs/api-contract.md 5).
 * Read-only and unknown properties are ignored, but an unknown one that the record already has is replaced or cleared.
 */
export function writtenSection(
  body: Properties,
  before: StoredRecord | null,
  options: WorldOptions,
): Properties {
  const sent = taken(body, before, options);
  const extra = Object.keys(before ?? {}).filter((name) => !KNOWN.has(name) && Object.hasOwn(sent, name));
  return {
    ...Object.fromEntries([...WRITABLE, ...extra].map((name) => [name, sent[name] ?? null])),
    Active: sent['Active'] ?? false,
    UnlockType: sent['UnlockType'] ?? 0,
    ImageFileName: imageFileName(sent, before?.['ImageFileName'] ?? null),
  };
}

export function courseTitleOf(store: Store, section: StoredRecord): unknown {
  const id = Number(section['CourseId']);
  return Number.isSafeInteger(id) ? (store.get('courses', id)?.['Title'] ?? null) : null;
}
