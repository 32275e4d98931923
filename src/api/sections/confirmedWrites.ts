import { createdSections, deletedSections, isRecent, readsOf, writtenSections } from './knownSections';
import { keysOf } from '#/lib/objects';
import { addOld, contentOf } from './oldRecords';
import { updateBody, type SectionUpdatePayload } from './sectionPayloads';
import { readSectionRecord, type SectionRecord } from './sectionRecord';
import { bySectionOrder, readSectionListRow, type SectionListRow } from './sectionRow';

/** So many of them are kept whole, to know rows by; the rest by their fingerprints. */
const MAX_OLD = 8;

/**
 * Call it as an update goes out, and what it gives back once the server has confirmed it, with the `UpdatedOn` of its
 * answer: what was read of the section before the update is old from then on (docs/api-contract.md 5).
 */
export function expectUpdate(sent: SectionUpdatePayload): (updatedOn: string | null) => void {
  const reads = readsOf(sent.Id);
  return (updatedOn) => noteUpdate(sent, reads, updatedOn);
}

/**
 * Notes an update that is known to be stored.
 * @param before what was read of the section before it went out
 * @param updatedOn of the server's answer, null when there is none
 */
export function noteUpdate(
  sent: SectionUpdatePayload,
  before: readonly SectionRecord[],
  updatedOn: string | null,
): void {
  const stamp = sent.echoed['UpdatedOn'];
  const latest = readSectionRecord({ ...updateBody(sent), UpdatedOn: updatedOn ?? stamp });
  if (latest === null) return;
  // What becomes of an image, a record tells only afterwards: another file name.
  const isImageSent = sent.NewImageUrl !== null || sent.ClearImageFile;
  const isOther = (record: SectionRecord) => isImageSent || contentOf(record) !== contentOf(latest);
  // One that was taken back is as it was, but for its stamp.
  const old = [...new Set([...(writtenSections.get(sent.Id)?.old ?? []), ...before])];
  writtenSections.set(sent.Id, { old: old.slice(-MAX_OLD), latest, at: Date.now(), updatedOn });
  addOld(
    sent.Id,
    old.filter(isOther),
    isImageSent ? null : latest,
    updatedOn === null || updatedOn !== stamp,
  );
}

/** Notes a section that the server said it has made. @param updatedOn as in `noteUpdate` */
export function noteCreate(id: number, sent: object, updatedOn: string | null): void {
  const row = readSectionListRow({ ...sent, Id: id });
  if (row) createdSections.set(id, { row, at: Date.now(), updatedOn, isSeen: false, missingSince: null });
}

/** Whether a section is as a write of this tab has left it, by the time that the server gave for that. */
export function isOwnVersion({ Id, UpdatedOn }: Pick<SectionListRow, 'Id' | 'UpdatedOn'>): boolean {
  const { updatedOn } = writtenSections.get(Id) ?? createdSections.get(Id) ?? { updatedOn: null };
  return updatedOn !== null && updatedOn === UpdatedOn;
}

/** Notes a section that the server said it has deleted. */
export function noteDelete(id: number): void {
  createdSections.delete(id);
  deletedSections.set(id, Date.now());
}

/**
 * The rows as they are after this tab's confirmed writes, where the list is still as it was before them.
 * @returns also whether the list was behind, so that it has to be read again
 */
export function withConfirmed(
  courseId: number,
  rows: readonly SectionListRow[],
): { readonly rows: SectionListRow[]; readonly isBehind: boolean } {
  const listed = new Set(rows.map(({ Id }) => Id));
  const missing = [...createdSections.values()]
    .filter(({ row, at }) => row.CourseId === courseId && !listed.has(row.Id) && isRecent(at))
    .map(({ row }) => toRow(readsOf(row.Id).at(-1) ?? row));
  const confirmed = [...rows.map(confirmedRow), ...missing].filter(
    ({ Id }) => !isRecent(deletedSections.get(Id)),
  );
  const isBehind = confirmed.length !== rows.length || confirmed.some((row, index) => row !== rows[index]);
  return { rows: confirmed.sort(bySectionOrder), isBehind };
}

function confirmedRow(row: SectionListRow): SectionListRow {
  const written = writtenSections.get(row.Id);
  if (!written || !isRecent(written.at)) return row;
  const { old, latest } = written;
  // Rows are partial (docs/api-contract.md 3): what one leaves out tells nothing.
  const isLike = (record: SectionRecord) =>
    keysOf(row).every((name) => row[name] === null || row[name] === record[name]);
  return old.some(isLike) && !isLike(latest) ? toRow(latest) : row;
}

const toRow = (source: SectionListRow): SectionListRow => readSectionListRow(source) ?? source;
