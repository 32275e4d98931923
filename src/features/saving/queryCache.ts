import type { QueryClient } from '@tanstack/react-query';
import { toListRow } from '#/api/sections/sectionRow';
import type { SectionListRow, SectionRecord } from '#/api/sections/sections';
import { sortSections } from '#/features/sections/model/displayOrder';
import { courseSectionsQuery } from '#/features/sections/queries/courseQueries';
import { type Records, recordsKey } from '#/features/sections/queries/recordsQuery';
import { sectionKeys } from '#/features/sections/queries/sectionQueries';
import type {
  CreateRequest,
  CreateResult,
  PendingCreate,
  PendingSave,
  SaveRequest,
  SaveResult,
} from './types';

/** Makes the cache true after a save. */
export async function cacheSave(
  client: QueryClient,
  request: SaveRequest | PendingSave,
  result: SaveResult,
): Promise<void> {
  if (result.outcome === 'refused' || result.outcome === 'notSent') return;
  const base = 'sent' in request ? request.before : request.base;
  if ('record' in result && result.record) await showRecord(client, base.CourseId, result.record);
  else {
    // Marked only: reading it behind the open form would change nothing there.
    void client.invalidateQueries({ queryKey: sectionKeys.section(base.Id), refetchType: 'none' });
    if (base.CourseId !== null)
      client.setQueryData<Records>(
        recordsKey(base.CourseId),
        (records) => records && new Map([...records].filter(([id]) => id !== base.Id)),
      );
  }
  if (result.outcome !== 'unchanged') invalidateCourse(client, base.CourseId);
}

/** Makes the cache true after a create. */
export async function cacheCreate(
  client: QueryClient,
  request: CreateRequest | PendingCreate,
  result: CreateResult,
): Promise<void> {
  if (result.outcome === 'refused' || result.outcome === 'notSent') return;
  if (result.outcome === 'created' && result.record) {
    await showRecord(client, result.record.CourseId, result.record);
    addRow(client, result.record);
  }
  invalidateCourse(client, 'sent' in request ? request.sent.CourseId : Number(request.values.courseId));
  if ('late' in result && result.late) invalidateCourse(client, result.late.sent.CourseId);
}

/** Shows what is confirmed before the list is read again. */
function addRow(client: QueryClient, record: SectionRecord): void {
  if (record.CourseId === null) return;
  changeRows(client, record.CourseId, (rows) =>
    rows.some(({ Id }) => Id === record.Id) ? rows : [...rows, toListRow(record)],
  );
}

/**
 * Changes the rows of the cached list, where there is one. What else is known of its reading stays, also how old it is:
 * what is known of some rows is no reading of the list.
 */
export function changeRows(
  client: QueryClient,
  courseId: number,
  change: (rows: readonly SectionListRow[]) => readonly SectionListRow[],
): void {
  const { queryKey } = courseSectionsQuery(courseId);
  client.setQueryData(queryKey, (list) => list && { ...list, rows: sortSections(change(list.rows)) }, {
    updatedAt: client.getQueryState(queryKey)?.dataUpdatedAt ?? 0,
  });
}

/** Forgets a section that was deleted. */
export function cacheDelete(client: QueryClient, sectionId: number): void {
  client.removeQueries({ queryKey: sectionKeys.section(sectionId) });
}

/**
 * Puts what was just read into the record's own entry, the records of the course and its row: nothing else may tell that
 * it is newer than what stands there. A read of it that started before must not overwrite it.
 */
export async function showRecord(
  client: QueryClient,
  courseId: number | null,
  record: SectionRecord,
): Promise<void> {
  const { Id, CourseTitle, Title, DisplayOrder, Active, UpdatedOn, UpdatedBy } = record;
  await client.cancelQueries({ queryKey: sectionKeys.section(Id) });
  client.setQueryData(sectionKeys.section(Id), record);
  if (courseId === null) return;
  const fresh = { CourseTitle, Title, DisplayOrder, Active, UpdatedOn, UpdatedBy };
  changeRows(client, courseId, (rows) => rows.map((row) => (row.Id === Id ? { ...row, ...fresh } : row)));
  client.setQueryData<Records>(
    recordsKey(courseId),
    (records) => records && new Map(records).set(Id, record),
  );
}

/** Not awaited: the outcome does not wait for a list. */
export function invalidateCourse(client: QueryClient, courseId: number | null): void {
  void client.invalidateQueries({ queryKey: sectionKeys.course(courseId) });
}
