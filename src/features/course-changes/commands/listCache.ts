import { incomplete } from '#/api/paging';
import { noteDelete } from '#/api/sections/confirmedWrites';
import type { SectionList } from '#/api/sections/sectionLists';
import { getSection, type SectionListRow, type SectionRecord } from '#/api/sections/sections';
import { changeRows, showRecord } from '#/features/saving/queryCache';
import { courseSectionsQuery } from '#/features/sections/queries/courseQueries';
import { sectionKeys } from '#/features/sections/queries/sectionQueries';
import { queuedMoves } from '#/features/course-changes/asked';
import { setState, type CourseStore } from '#/features/course-changes/courseStore';

/** Reads a section and shows it as it is. @param courseId of another course, where the section is of that */
export async function readSection(
  store: CourseStore,
  id: number,
  courseId = store.courseId,
): Promise<SectionRecord> {
  const record = await getSection(id);
  store.knownVersions.set(id, record.UpdatedOn);
  await showRecord(store.client, courseId, record);
  return record;
}

/** Takes a section that is known to be deleted from the screen, and from lists that are late. */
export function dropSection(store: CourseStore, id: number): void {
  const { client, courseId } = store;
  noteDelete(id);
  changeRows(client, courseId, (rows) => rows.filter(({ Id }) => Id !== id));
  client.removeQueries({ queryKey: sectionKeys.section(id) });
  setState(store, {
    displayedOrder: store.state.getSnapshot().displayedOrder?.filter((other) => other !== id) ?? null,
  });
}

/** The server's list as it is now, on the screen too, to plan by. @throws ApiError also when sections may be missing in it */
export async function readList(store: CourseStore): Promise<readonly SectionListRow[]> {
  const { rows, isComplete } = await readShownList(store);
  if (!isComplete) throw incomplete();
  return rows;
}

async function readShownList({ client, courseId }: CourseStore): Promise<SectionList> {
  await client.cancelQueries({ queryKey: courseSectionsQuery(courseId).queryKey });
  return client.fetchQuery({ ...courseSectionsQuery(courseId), staleTime: 0 });
}

/**
 * After a change: the server's list, in its own order. When it cannot be read, the last known one stays.
 * @returns the list, when it could be read
 */
export async function showServerOrder(store: CourseStore): Promise<readonly SectionListRow[] | null> {
  const known = store.client.getQueryData(courseSectionsQuery(store.courseId).queryKey);
  const read = await readShownList(store).catch(() => null);
  const displayedOrder = (read ?? known)?.rows.map(({ Id }) => Id) ?? null;
  // A move that came meanwhile is still to be sent, and stays on the screen.
  const isAhead = queuedMoves(store).length > 0;
  setState(store, { displayedOrder, ...(!isAhead && { optimisticOrder: null }) });
  return read?.rows ?? null;
}
