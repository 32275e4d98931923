import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { ApiError } from '../../../api/errors';
import { getSections } from '../../../api/sectionLists';
import type { SectionListRow, SectionRecord } from '../../../api/sections';
import { courseSectionsQuery } from '../courseSectionsQueries';
import { sectionKeys } from '../queries';

export type Records = ReadonlyMap<number, SectionRecord | ApiError>;

export const recordsKey = (courseId: number) => [...sectionKeys.course(courseId), 'full'] as const;

/** Courses of which the next reading asks for every record, because a person asked for it. */
const readAll = new Set<number>();

export function readAllNext(courseId: number): void {
  readAll.add(courseId);
}

/**
 * The full records of the rows that the list holds. Those whose `UpdatedOn` is the one of the row are not read again, so
 * that coming back to a large course costs one list and no more.
 */
export const recordsQuery = (client: QueryClient, courseId: number, rows: readonly SectionListRow[]) =>
  queryOptions({
    queryKey: recordsKey(courseId),
    queryFn: async ({ signal }): Promise<Records> => {
      const known: Records = client.getQueryData<Records>(recordsKey(courseId)) ?? new Map();
      const now = client.getQueryData<SectionListRow[]>(courseSectionsQuery(courseId).queryKey) ?? rows;
      const mayKeep = !readAll.has(courseId);
      const old = now.filter((row) => !(mayKeep && isCurrent(known.get(row.Id), row))).map(({ Id }) => Id);
      const read: Records = old.length === 0 ? new Map() : await getSections(old, signal);
      // A reading that is cut off leaves the wish standing.
      readAll.delete(courseId);
      // What was written here meanwhile is newer than what this reading started from.
      const latest = client.getQueryData<Records>(recordsKey(courseId)) ?? known;
      return new Map(now.flatMap(({ Id }) => entryOf(Id, read.get(Id) ?? latest.get(Id))));
    },
    // The list decides when they are read again (useSections).
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

function entryOf(id: number, found: SectionRecord | ApiError | undefined) {
  return found ? [[id, found] as const] : [];
}

function isCurrent(record: SectionRecord | ApiError | undefined, row: SectionListRow): boolean {
  return !!record && !(record instanceof ApiError) && !!row.UpdatedOn && record.UpdatedOn === row.UpdatedOn;
}
