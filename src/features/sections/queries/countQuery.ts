import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { readSectionCount, type SectionCount } from '#/api/sections/sectionCounts';
import type { SectionList } from '#/api/sections/sectionLists';
import { sectionKeys } from './sectionQueries';

const COUNT = 'count';
const MINUTE_MS = 60_000;

/** How many sections a course has, as one answer says. `knownCounts` tells which of these count. */
export const sectionCountQuery = (courseId: number) =>
  queryOptions({
    queryKey: [...sectionKeys.course(courseId), COUNT],
    queryFn: () => readSectionCount(courseId),
    staleTime: 5 * MINUTE_MS,
    gcTime: 30 * MINUTE_MS,
  });

/** What whole lists say stands in the place of older answers: these are kept for longer than the lists. */
export function keepListedCounts(client: QueryClient): void {
  for (const { queryKey, state } of client.getQueryCache().findAll({ queryKey: sectionKeys.courses })) {
    const [, , courseId, kind] = queryKey;
    if (typeof courseId !== 'number' || kind !== 'list' || state.data === undefined) continue;
    const { rows, isComplete } = state.data as SectionList;
    const key = sectionCountQuery(courseId).queryKey;
    const answer = client.getQueryState<SectionCount>(key);
    const isOld = answer !== undefined && answer.dataUpdatedAt < state.dataUpdatedAt;
    const total = answer?.data?.total ?? null;
    if (!isComplete || !isOld || total === null || total === rows.length) continue;
    client.setQueryData(key, { total: rows.length, isForeign: false }, { updatedAt: state.dataUpdatedAt });
  }
}

/** Whether anything is being read that a person waits for. */
export const isReading = (client: QueryClient): boolean =>
  client.isFetching({ predicate: ({ queryKey }) => queryKey[3] !== COUNT }) > 0;

export interface KnownCounts {
  /** By course; null: it was asked for and is not known. */
  readonly counts: ReadonlyMap<number, number | null>;
  /** What need not be asked for now. */
  readonly fresh: ReadonlySet<number>;
  /** The server answered with sections of another course: asking is of no use. */
  readonly isFilterIgnored: boolean;
  /** The answers show that the server keeps to the course that is asked for. */
  readonly isProven: boolean;
}

/**
 * The numbers of sections in the cache, by whole lists and by answers of one row. A server that ignores the filter answers
 * every course with the same row and the number of all sections, so that one answer alone proves nothing: it counts once
 * another course has answered with a row of its own, or one with none.
 */
export function knownCounts(client: QueryClient, now = Date.now()): KnownCounts {
  const counts = new Map<number, number | null>();
  const fresh = new Set<number>();
  const answers: { courseId: number; total: number | null; at: number }[] = [];
  const listedAt = new Map<number, number>();
  let isFilterIgnored = false;
  for (const { queryKey, state } of client.getQueryCache().findAll({ queryKey: sectionKeys.courses })) {
    const [, , courseId, kind] = queryKey;
    if (typeof courseId !== 'number' || state.data === undefined) continue;
    const at = state.dataUpdatedAt;
    if (kind === 'list') {
      const { rows, isComplete } = state.data as SectionList;
      if (!isComplete) continue;
      counts.set(courseId, rows.length);
      listedAt.set(courseId, at);
      if (!state.isInvalidated) fresh.add(courseId);
    } else if (kind === COUNT) {
      const { total, isForeign } = state.data as SectionCount;
      isFilterIgnored ||= isForeign;
      answers.push({ courseId, total, at });
      if (!state.isInvalidated && now - at < 5 * MINUTE_MS) fresh.add(courseId);
    }
  }
  const isProven =
    !isFilterIgnored &&
    (answers.filter(({ total }) => total !== null).length > 1 || answers.some(({ total }) => total === 0));
  for (const { courseId, total, at } of answers) {
    if (at < (listedAt.get(courseId) ?? -1)) continue;
    const isUnknown = isFilterIgnored || total === null;
    if (isUnknown && listedAt.has(courseId)) continue;
    if (isUnknown) counts.set(courseId, null);
    else if (isProven) counts.set(courseId, total);
  }
  return { counts, fresh, isFilterIgnored, isProven };
}
