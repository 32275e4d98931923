import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { ApiError } from '#/api/http/errors';
import { getSections } from '#/api/sections/sectionLists';
import type { SectionListRow, SectionRecord } from '#/api/sections/sections';
import { courseSectionsQuery } from './courseQueries';
import { sectionKeys } from './sectionQueries';

export type Records = ReadonlyMap<number, SectionRecord | ApiError>;

export const recordsKey = (courseId: number) => [...sectionKeys.course(courseId), 'full'] as const;

/** Courses of which the next reading asks for every record, because a person asked for it. */
const readAll = new Set<number>();

export function readAllNext(courseId: number): void {
  readAll.add(courseId);
}

/** Records are shown as they come: a few first, then many at a time. */
const READ_COUNTS = [100, 500];

/**
 * The full records of the rows that the list holds. Those whose `UpdatedOn` is the one of the row are not read again, so
 * that coming back to a large course costs one list and no more.
 */
export const recordsQuery = (client: QueryClient, courseId: number, rows: readonly SectionListRow[]) =>
  queryOptions({
    queryKey: recordsKey(courseId),
    queryFn: async ({ signal }): Promise<Records> => {
      const cached = (): Records => client.getQueryData<Records>(recordsKey(courseId)) ?? new Map();
      const known = cached();
      const now = client.getQueryData(courseSectionsQuery(courseId).queryKey)?.rows ?? rows;
      const mayKeep = !readAll.has(courseId);
      const old = now.filter((row) => !(mayKeep && isCurrent(known.get(row.Id), row))).map(({ Id }) => Id);
      let latest = known;
      for (let start = 0, step = 0; start < old.length; step++) {
        const end = start + (READ_COUNTS[step] ?? READ_COUNTS.at(-1) ?? old.length);
        const before = cached();
        const read = await getSections(old.slice(start, end), signal);
        latest = cached();
        // What was written here meanwhile is newer than what was asked for before.
        const fresh = [...read].filter(([id]) => latest.get(id) === before.get(id));
        latest = new Map([...latest, ...fresh]);
        if (end < old.length) client.setQueryData(recordsKey(courseId), latest);
        start = end;
      }
      // A reading that is cut off leaves the wish standing.
      readAll.delete(courseId);
      return new Map(
        now.flatMap(({ Id }) => {
          const found = latest.get(Id);
          return found ? [[Id, found] as const] : [];
        }),
      );
    },
    // The list decides when they are read again (useSections).
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

function isCurrent(record: SectionRecord | ApiError | undefined, row: SectionListRow): boolean {
  return !!record && !(record instanceof ApiError) && !!row.UpdatedOn && record.UpdatedOn === row.UpdatedOn;
}
