import type { SectionRecord } from './sectionRecord';
import type { SectionListRow } from './sectionRow';

/** What a section became by this tab's confirmed writes. */
interface WrittenSection {
  /** What it was before them, newest last. */
  readonly old: readonly SectionRecord[];
  /** What it is since the last of them, as far as is known. */
  readonly latest: SectionRecord;
  /** When that was confirmed, in milliseconds since 1970. */
  readonly at: number;
  /** `UpdatedOn` of the server's yes; null when it did not say. */
  readonly updatedOn: string | null;
}

/** What this tab has created, as far as it was sent. */
export interface CreatedSection extends Pick<WrittenSection, 'at' | 'updatedOn'> {
  readonly row: SectionListRow;
  /** Whether it was listed since, or found where a list lacked it, or a list that is later than it was read. */
  readonly isSeen: boolean;
  /** Since when its list and its own address have said that it is not there, in milliseconds since 1970. */
  readonly missingSince: number | null;
}

/** A record that a confirmed write came after, as oldRecords.ts tells it. */
export interface OldRecord {
  readonly print: string;
  /** Of what it holds, whoever wrote it when. */
  readonly contentPrint: string;
  /** When the write was confirmed, in milliseconds since 1970. */
  readonly at: number;
  /** False when the server's answer to the write has the time of before. */
  readonly saysChange: boolean;
  /** Whether something later was read since the write. */
  readonly isSeenLater: boolean;
}

/** Answers are believed to be behind for so long after a write of this tab, where nothing else tells. */
const LAG_MS = 60_000;
const MAX_READS = 4;

const sectionReads = new Map<number, readonly SectionRecord[]>();
export const writtenSections = new Map<number, WrittenSection>();
export const createdSections = new Map<number, CreatedSection>();
/** When this tab deleted it. */
export const deletedSections = new Map<number, number>();

/** What this tab knows to be old, by section. */
export const oldRecords = new Map<number, readonly OldRecord[]>();

/** What was read of a section and was not old, newest last. */
export function readsOf(id: number): readonly SectionRecord[] {
  return sectionReads.get(id) ?? [];
}

/** Notes an answer that is not old. */
export function noteRead(record: SectionRecord): void {
  const { Id } = record;
  const reads = readsOf(Id);
  const written = writtenSections.get(Id);
  if (written) writtenSections.set(Id, { ...written, latest: record });
  // A batch may spell a record otherwise than a single reading: both count.
  if (JSON.stringify(reads.at(-1)) !== JSON.stringify(record))
    sectionReads.set(Id, [...reads, record].slice(-MAX_READS));
}

/** Where the browser keeps what is old: see oldRecords.ts. */
export const OLD_RECORDS_KEY = 'nexudus-sections.superseded';

/** Whether any write of this browser may have come after an answer. */
export function mayBeOld(): boolean {
  if (createdSections.size + deletedSections.size + writtenSections.size + oldRecords.size > 0) return true;
  try {
    return localStorage.getItem(OLD_RECORDS_KEY) !== null;
  } catch {
    return false;
  }
}

/** Whoever signs in next begins with nothing. What is stored belongs to a sign-in, and its other tabs may be at work. */
export function forgetSections(): void {
  for (const known of [sectionReads, writtenSections, createdSections, deletedSections, oldRecords])
    known.clear();
}

export function isRecent(at: number | undefined): boolean {
  return at !== undefined && Date.now() - at < LAG_MS;
}
