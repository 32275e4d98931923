import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { SectionListRow } from '#/api/sections/sections';
import { isSameSequence } from '#/features/course-changes/plan/sequence';
import { courseSectionsQuery, lessonCountsQuery } from '#/features/sections/queries/courseQueries';
import { remoteChangesOf } from './remoteChanges';
import { reconcile } from '#/features/course-changes/plan/moveIntent';
import { readAllNext, recordsKey, recordsQuery } from '#/features/sections/queries/recordsQuery';
import { type SectionView, viewSections } from './sectionView';
import { setState, type CourseStore, type CourseState } from '#/features/course-changes/courseStore';

/** The rows of a course as they are shown, kept up to date without moving under the pointer. */
export function useSections(
  store: CourseStore,
  state: CourseState,
  rows: readonly SectionListRow[],
  isInUse: () => boolean,
  arrivedId: number | undefined,
) {
  const { courseId } = store;
  const client = useQueryClient();
  const records = useQuery(recordsQuery(client, courseId, rows));
  const lessons = useQuery(lessonCountsQuery(courseId));
  const hasUnshownChanges = useServerOrder(store, state, rows, isInUse, arrivedId);

  const { refetch } = records;
  const readFor = useRef(rows);
  useEffect(() => {
    // Patches of our own writes come with their record; every other new list may mean new records.
    if (readFor.current === rows) return;
    readFor.current = rows;
    void refetch();
  }, [rows, refetch]);

  const all = useKnownRows(rows);
  const sequence = useMemo(() => {
    const ids = rows.map(({ Id }) => Id);
    if (state.optimisticOrder) return reconcile(state.optimisticOrder, ids);
    return state.displayedOrder ?? ids;
  }, [rows, state.optimisticOrder, state.displayedOrder]);
  const views = useMemo<SectionView[]>(() => {
    const ids = new Set(rows.map(({ Id }) => Id));
    const isGone = (id: number) => !ids.has(id);
    return viewSections({ rows: all, sequence, records: records.data, lessons: lessons.data, isGone });
  }, [rows, all, sequence, records.data, lessons.data]);

  return { views, sequence, records, lessons, hasUnshownChanges };
}

/**
 * Accepts the server's order, unless rows would move under somebody's hands: then it waits to be asked for. The row of
 * a section that was just created has been asked for.
 */
function useServerOrder(
  store: CourseStore,
  { displayedOrder, optimisticOrder }: CourseState,
  rows: readonly SectionListRow[],
  isInUse: () => boolean,
  arrivedId: number | undefined,
): boolean {
  const latest = useRef(isInUse);
  useLayoutEffect(() => {
    latest.current = isInUse;
  });
  useLayoutEffect(() => {
    const remoteChanges = remoteChangesOf(rows, store.knownVersions);
    for (const { Id, UpdatedOn } of rows) store.knownVersions.set(Id, UpdatedOn);
    if (remoteChanges.size > 0)
      setState(store, {
        remoteChanges: new Map([...store.state.getSnapshot().remoteChanges, ...remoteChanges]),
      });
    const ids = rows.map(({ Id }) => Id);
    const before = store.state.getSnapshot().displayedOrder;
    const isAwaited = arrivedId !== undefined && ids.includes(arrivedId) && !before?.includes(arrivedId);
    if (before === null || isAwaited || (!isSameSequence(before, ids) && !latest.current())) {
      setState(store, { displayedOrder: ids });
    }
  }, [store, rows, arrivedId]);
  if (optimisticOrder || !displayedOrder) return false;
  return !isSameSequence(
    displayedOrder,
    rows.map(({ Id }) => Id),
  );
}

/** Also the rows that were there before: one that is gone keeps its title until the list may move. */
function useKnownRows(rows: readonly SectionListRow[]): ReadonlyMap<number, SectionListRow> {
  const [known, setKnown] = useState<ReadonlyMap<number, SectionListRow>>(new Map());
  const all = useMemo(() => new Map([...known, ...rows.map((row) => [row.Id, row] as const)]), [known, rows]);
  // While rendering, as React advises for what follows from props: no second pass over the screen.
  const [last, setLast] = useState(rows);
  if (last !== rows) {
    setLast(rows);
    setKnown(new Map([...known, ...last.map((row) => [row.Id, row] as const)]));
  }
  return all;
}

/** Reads everything anew and shows it in the server's order. */
export async function refresh(store: CourseStore): Promise<void> {
  const { client, courseId } = store;
  setState(store, { remoteChanges: new Map() });
  const { rows } = await client.fetchQuery({ ...courseSectionsQuery(courseId), staleTime: 0 });
  setState(store, { displayedOrder: rows.map(({ Id }) => Id) });
  readAllNext(courseId);
  await Promise.all([
    client.refetchQueries({ queryKey: recordsKey(courseId) }),
    client.refetchQueries({ queryKey: lessonCountsQuery(courseId).queryKey }),
  ]);
}
