import { isObject } from '#/api/http/json';
import { sessionStore } from '#/api/session/session';
import { fingerprint } from '#/lib/fingerprint';
import { OLD_RECORDS_KEY, unstoredRecords, type OldRecord } from './knownSections';
import type { SectionRecord } from './sectionRecord';

/*
 * Records that a confirmed write of this browser came after. Whether reads lag behind writes is unknown
 * (docs/api-contract.md 5): an answer that equals one of these is old. Equality alone tells, never the server's times.
 * Kept as fingerprints, so that they outlive a reload and count in every tab.
 */

type OldRecords = Readonly<Record<string, readonly OldRecord[]>>;

const KEEP_MS = 15 * 60_000;
const MAX_PER_SECTION = 30;

/** What the storage held when it was last read, and what that means. */
let stored: { text: string; account: string; records: OldRecords } | null = null;
let canStore = true;

function account(): string {
  const state = sessionStore.getSnapshot();
  return 'username' in state ? state.username : '';
}

/** All that is stored; damaged entries count as none. */
function load(): OldRecords {
  const text = localStorage.getItem(OLD_RECORDS_KEY) ?? '';
  if (stored?.text !== text || stored.account !== account()) {
    const entry = parse(text);
    const isOurs = isObject(entry) && entry.account === account() && isObject(entry.records);
    stored = { text, account: account(), records: isOurs ? (entry.records as OldRecords) : {} };
  }
  return stored.records;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function of(id: number): readonly OldRecord[] {
  let entries: unknown;
  try {
    entries = canStore ? load()[id] : unstoredRecords.get(id);
  } catch {
    // Storage is switched off.
  }
  return Array.isArray(entries) ? entries.filter(isOldRecord) : [];
}

function isOldRecord(entry: unknown): entry is OldRecord {
  return isObject(entry) && typeof entry.at === 'number' && Date.now() - entry.at < KEEP_MS;
}

function isKept(entries: unknown): boolean {
  return Array.isArray(entries) && entries.some(isOldRecord);
}

function save(id: number, entries: readonly OldRecord[]): void {
  const next = entries.slice(-MAX_PER_SECTION);
  try {
    const others = Object.entries(load()).filter(([, entries]) => isKept(entries));
    const records = { ...Object.fromEntries(others), [id]: next };
    localStorage.setItem(OLD_RECORDS_KEY, JSON.stringify({ account: account(), records }));
  } catch {
    // Switched off or full: this page knows it for as long as it is open.
    canStore = false;
    unstoredRecords.set(id, next);
  }
}

const printOf = (record: SectionRecord) => fingerprint(JSON.stringify(record));
const contentPrintOf = (record: SectionRecord) => fingerprint(contentOf(record));

/** What makes two records the same but for who wrote them when, and for what holds nothing or follows from the rest. */
export function contentOf({ rest, UpdatedOn: _on, UpdatedBy: _by, ...known }: SectionRecord): string {
  const { NewImageUrl: _url, ClearImageFile: _clear, ToStringText: _text, ...others } = rest;
  return JSON.stringify([known, others]);
}

/**
 * Notes that a write of the section was confirmed after these.
 * @param latest what it is since: an old one that is the same but for its stamp is as good as new
 * @param isCertain see `OldRecord`
 */
export function addOld(old: readonly SectionRecord[], latest: SectionRecord, isCertain: boolean): void {
  const at = Date.now();
  const known = of(latest.Id);
  const next = old
    .map((record) => ({ print: printOf(record), contentPrint: contentPrintOf(record), at, isCertain }))
    .filter(({ print }) => !known.some((one) => one.print === print));
  const content = contentPrintOf(latest);
  save(
    latest.Id,
    [...known, ...next].filter(({ contentPrint }) => contentPrint !== content),
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

/** Whether a confirmed write came after this record; `perhaps` when the server may have changed nothing. */
export function isOld(record: SectionRecord): boolean | 'perhaps' {
  const known = of(record.Id);
  if (known.length === 0) return false;
  const print = printOf(record);
  const found = known.find((one) => one.print === print);
  return found === undefined ? false : found.isCertain || 'perhaps';
}
