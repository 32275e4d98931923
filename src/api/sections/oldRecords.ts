import { isObject } from '#/api/http/json';
import { session } from '#/api/session/session';
import { fingerprint } from '#/lib/fingerprint';
import { OLD_RECORDS_KEY, oldRecords, type OldRecord } from './knownSections';
import type { SectionRecord } from './sectionRecord';

/*
 * Records that a confirmed write of this browser came after. Whether reads lag behind writes is unknown
 * (docs/api-contract.md 5): an answer that equals one of these is old. Equality alone tells, never the server's times.
 * Kept as fingerprints, in memory and in the browser's storage, so that they outlive a reload and count in every tab of
 * the same sign-in.
 */

/** By sign-in, then by section. */
type StoredRecords = Readonly<Record<string, Readonly<Record<string, readonly OldRecord[]>>>>;

const KEEP_MS = 15 * 60_000;
const MAX_PER_SECTION = 30;

/** What the storage held when it was last read, and what of that still counts. */
let stored: { readonly text: string; readonly records: StoredRecords } = { text: '', records: {} };

function load(): StoredRecords {
  try {
    const text = localStorage.getItem(OLD_RECORDS_KEY) ?? '';
    if (stored.text !== text) stored = { text, records: parse(text) };
  } catch {
    // Storage is switched off: what this tab has noted itself counts.
  }
  return stored.records;
}

/** Damaged entries, and those whose time is over, count as none. */
function parse(text: string): StoredRecords {
  try {
    const json: unknown = JSON.parse(text);
    return Object.fromEntries(entriesOf(json).map(([client, sections]) => [client, currentOf(sections)]));
  } catch {
    return {};
  }
}

const entriesOf = (value: unknown) => (isObject(value) ? Object.entries(value) : []);

function currentOf(sections: unknown): Record<string, readonly OldRecord[]> {
  const current = entriesOf(sections).map(([id, records]) => {
    const known: OldRecord[] = Array.isArray(records) ? records.filter(isOldRecord) : [];
    return [id, known] as const;
  });
  return Object.fromEntries(current.filter(([, records]) => records.length > 0));
}

function isOldRecord(entry: unknown): entry is OldRecord {
  return isObject(entry) && typeof entry.at === 'number' && Date.now() - entry.at < KEEP_MS;
}

function of(id: number): readonly OldRecord[] {
  const own = oldRecords.get(id) ?? [];
  const shared = load()[session.getClientId() ?? '']?.[id] ?? [];
  return [...own, ...shared.filter(({ print }) => !own.some((one) => one.print === print))].filter(
    isOldRecord,
  );
}

function save(id: number, records: readonly OldRecord[]): void {
  const next = records.slice(-MAX_PER_SECTION);
  oldRecords.set(id, next);
  const client = session.getClientId();
  if (client === null) return;
  try {
    const all = parse(localStorage.getItem(OLD_RECORDS_KEY) ?? '');
    const mine = currentOf({ ...all[client], [id]: next });
    const kept = Object.entries({ ...all, [client]: mine }).filter(([, ids]) => Object.keys(ids).length > 0);
    if (kept.length === 0) localStorage.removeItem(OLD_RECORDS_KEY);
    else localStorage.setItem(OLD_RECORDS_KEY, JSON.stringify(Object.fromEntries(kept)));
  } catch {
    // Switched off or full: this tab knows it.
  }
}

/** A batch may spell what is beside the known properties otherwise than a single reading. */
function printOf({ rest: _rest, unreadable: _unreadable, ...known }: SectionRecord): string {
  return fingerprint(JSON.stringify(known));
}

/** What makes two records the same but for who wrote them when, and for what holds nothing or follows from the rest. */
export function contentOf({ rest, UpdatedOn: _on, UpdatedBy: _by, ...known }: SectionRecord): string {
  const { NewImageUrl: _url, ClearImageFile: _clear, ToStringText: _text, ...others } = rest;
  return JSON.stringify([known, others]);
}

/**
 * Notes that a write of the section was confirmed after these.
 * @param latest what the section is since: an old one that is the same but for its stamp is as good as new; null when
 *   that is not known (an image)
 * @param saysChange false when the server's answer has the time of before: it may have changed nothing
 */
export function addOld(
  id: number,
  old: readonly SectionRecord[],
  latest: SectionRecord | null,
  saysChange: boolean,
): void {
  const at = Date.now();
  const known = of(id);
  const next = old
    .map((record) => ({
      print: printOf(record),
      contentPrint: fingerprint(contentOf(record)),
      at,
      saysChange,
      isSeenLater: false,
    }))
    .filter(({ print }) => !known.some((one) => one.print === print));
  const content = latest && fingerprint(contentOf(latest));
  save(
    id,
    [...known, ...next].filter(({ contentPrint }) => contentPrint !== content),
  );
}

/** Something that is not old was read after the write: the server has gone on from what is old. */
export function noteLater(id: number): void {
  const records = of(id);
  if (records.some(({ isSeenLater }) => !isSeenLater))
    save(
      id,
      records.map((record) => ({ ...record, isSeenLater: true })),
    );
}

/** The record counts as any other from now on. */
export function removeOld(record: SectionRecord): void {
  const print = printOf(record);
  save(
    record.Id,
    of(record.Id).filter((one) => one.print !== print),
  );
}

/**
 * Whether a confirmed write came after this record. `perhaps` when the server said that nothing changed, and nothing later
 * was ever seen: then it may have kept what was there.
 */
export function isOld(record: SectionRecord): boolean | 'perhaps' {
  const known = of(record.Id);
  if (known.length === 0) return false;
  const print = printOf(record);
  const found = known.find((one) => one.print === print);
  if (!found) return false;
  return found.isSeenLater || found.saysChange || 'perhaps';
}
