import { ApiError } from '#/api/http/errors';
import type { SectionAnswer } from './currentReads';
import { type CreatedSection, createdSections, isRecent, readsOf, writtenSections } from './knownSections';
import type { SectionListRow } from './sectionRow';

/*
 * A section that this tab has created and a list lacks: the list may be late, or somebody has deleted it since. It is gone
 * where its own address says so, too, and reads are known to have got past the create: it was read or listed since, or the
 * list holds what this tab wrote after it. Without that it is shown as it was confirmed, until the time for that is over.
 */

/** It has to be missing for so long: the next answer may come from another server. */
const MISSING_MS = 5_000;

/** The sections to ask for by their Ids, since the list of their course lacks them. */
export function unlistedCreates(courseId: number, rows: readonly SectionListRow[]): number[] {
  const listed = new Set(rows.map(({ Id }) => Id));
  for (const [id, created] of createdSections)
    if (listed.has(id)) createdSections.set(id, { ...created, isSeen: true, missingSince: null });
  return [...createdSections]
    .filter(([id, { row, at }]) => row.CourseId === courseId && !listed.has(id) && isRecent(at))
    .map(([id]) => id);
}

/** Ends what is known of those that are gone, or of another course by now. @param rows the list that lacks them */
export function settleUnlisted(
  courseId: number,
  rows: readonly SectionListRow[],
  answers: ReadonlyMap<number, SectionAnswer>,
): void {
  for (const [id, answer] of answers) {
    const created = createdSections.get(id);
    if (!created) continue;
    if (answer instanceof ApiError) {
      if (answer.kind === 'notFound') noteMissing(id, created, rows);
    } else if (answer.CourseId !== null && answer.CourseId !== courseId) createdSections.delete(id);
    else createdSections.set(id, { ...created, isSeen: true, missingSince: null });
  }
}

function noteMissing(id: number, created: CreatedSection, rows: readonly SectionListRow[]): void {
  const isSeen = !isUnseen(id) || rows.some((row) => isWrittenAfter(created, row));
  const missingSince = created.missingSince ?? Date.now();
  if (isSeen && Date.now() - missingSince >= MISSING_MS) createdSections.delete(id);
  else createdSections.set(id, { ...created, isSeen, missingSince });
}

function isWrittenAfter({ at }: CreatedSection, { Id, UpdatedOn }: SectionListRow): boolean {
  const own = writtenSections.get(Id) ?? createdSections.get(Id);
  return !!own && own.at > at && own.updatedOn !== null && own.updatedOn === UpdatedOn;
}

/** Whether only the server's yes tells of a section: no list and no reading has shown it yet. */
export const isUnseen = (id: number): boolean =>
  createdSections.get(id)?.isSeen === false && readsOf(id).length === 0;
