import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { SectionListRow } from '#/api/sections/sections';
import { isSameSequence } from '#/features/course-changes/plan/sequence';
import { courseSectionsQuery, lessonCountsQuery } from '#/features/sections/queries/courseQueries';
import { marksOf } from './remoteChanges';
import { reconcile } from '#/features/course-changes/plan/moveIntent';
import { readAllNext, recordsKey, recordsQuery } from '#/features/sections/queries/recordsQuery';
import { type SectionView, viewSections } from './sectionView';
import { update, type Work, type WorkState } from '#/features/course-changes/courseStore';

/** The rows of a course as they are shown, kept up to date without moving under the pointer. */
export function useSections(
  work: Work,
  state: WorkState,
  rows: readonly SectionListRow[],
  isInUse: () => boolean,
  createdId: number | undefined,
) {
  const { courseId } = work;
  const client = useQueryClient();
  const records = useQuery(recordsQuery(client, courseId, rows));
  const lessons = useQuery(lessonCountsQuery(courseId));
  const isHeld = useServerOrder(work, state, rows, isInUse, createdId);

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
    if (state.wanted) return reconcile(state.wanted, ids);
    return state.shown ?? ids;
  }, [rows, state.wanted, state.shown]);
  const views = useMemo<SectionView[]>(() => {
    const ids = new Set(rows.map(({ Id }) => Id));
    const isGone = (id: number) => !ids.has(id);
    return viewSections({ rows: all, sequence, records: records.data, lessons: lessons.data, isGone });
  }, [rows, all, sequence, records.data, lessons.data]);

  return { views, sequence, records, lessons, isHeld };
}

/**
 * Accepts the server's order, unless rows would move under somebody's hands: then it waits to be asked for. The row of
 * a section that was just created has been asked for.
 */
function useServerOrder(
  work: Work,
  { shown, wanted }: WorkState,
  rows: readonly SectionListRow[],
  isInUse: () => boolean,
  createdId: number | undefined,
): boolean {
  const latest = useRef(isInUse);
  useLayoutEffect(() => {
    latest.current = isInUse;
  });
  useLayoutEffect(() => {
    const marks = marksOf(rows, work.seen);
    for (const { Id, UpdatedOn } of rows) work.seen.set(Id, UpdatedOn);
    if (marks.size > 0) update(work, { marks: new Map([...work.state.getSnapshot().marks, ...marks]) });
    const ids = rows.map(({ Id }) => Id);
    const before = work.state.getSnapshot().shown;
    const isAwaited = createdId !== undefined && ids.includes(createdId) && !before?.includes(createdId);
    if (before === null || isAwaited || (!isSameSequence(before, ids) && !latest.current())) {
      update(work, { shown: ids });
    }
  }, [work, rows, createdId]);
  if (wanted || !shown) return false;
  return !isSameSequence(
    shown,
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
export async function refresh(work: Work): Promise<void> {
  const { client, courseId } = work;
  update(work, { marks: new Map() });
  const rows = await client.fetchQuery({ ...courseSectionsQuery(courseId), staleTime: 0 });
  update(work, { shown: rows.map(({ Id }) => Id) });
  readAllNext(courseId);
  await Promise.all([
    client.refetchQueries({ queryKey: recordsKey(courseId) }),
    client.refetchQueries({ queryKey: lessonCountsQuery(courseId).queryKey }),
  ]);
}
