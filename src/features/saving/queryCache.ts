import type { QueryClient } from '@tanstack/react-query';
import { toListRow } from '#/api/sections/sectionRow';
import type { SectionRecord } from '#/api/sections/sections';
import { sortSections } from '#/features/sections/model/displayOrder';
import { courseSectionsQuery } from '#/features/sections/queries/courseQueries';
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
  if ('record' in result && result.record) await setRecord(client, result.record);
  // Marked only: reading it behind the open form would change nothing there.
  else void client.invalidateQueries({ queryKey: sectionKeys.section(base.Id), refetchType: 'none' });
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
    await setRecord(client, result.record);
    addRow(client, result.record);
  }
  invalidateCourse(client, 'sent' in request ? request.sent.CourseId : Number(request.values.courseId));
}

/** Shows what is confirmed before the list is read again. */
function addRow(client: QueryClient, record: SectionRecord): void {
  if (record.CourseId === null) return;
  client.setQueryData(courseSectionsQuery(record.CourseId).queryKey, (rows) =>
    rows?.some(({ Id }) => Id === record.Id) ? rows : rows && sortSections([...rows, toListRow(record)]),
  );
}

/** Forgets a section that was deleted. */
export function cacheDelete(client: QueryClient, sectionId: number): void {
  client.removeQueries({ queryKey: sectionKeys.section(sectionId) });
}

/** A read that started before the write must not overwrite what was read after it. */
async function setRecord(client: QueryClient, record: SectionRecord): Promise<void> {
  const { section } = sectionKeys;
  await client.cancelQueries({ queryKey: section(record.Id) });
  client.setQueryData(section(record.Id), record);
}

/** Not awaited: the outcome does not wait for a list. */
export function invalidateCourse(client: QueryClient, courseId: number | null): void {
  void client.invalidateQueries({ queryKey: sectionKeys.course(courseId) });
}
