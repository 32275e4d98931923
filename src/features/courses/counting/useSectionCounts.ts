import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { CourseRecord } from '#/api/courses';
import { refusedRoles } from '#/api/http/roleRefusals';
import { throttleStore } from '#/api/http/throttle';
import { coursesQuery } from '#/features/courses/queries';
import {
  isReading,
  keepListedCounts,
  knownCounts,
  sectionCountQuery,
} from '#/features/sections/queries/countQuery';
import { courseSectionsQuery } from '#/features/sections/queries/courseQueries';
import { pause } from '#/lib/pause';
import { createPace } from './pace';
import { createSectionCounter } from './sectionCounter';
import type { Counting } from './countingText';

const ROLE = 'CourseSection-List';
/** Of this tab: leaving the page and coming back earns nothing. */
const pace = createPace(() => performance.now());

/** What is known, kept up to date. */
function createKnown(client: QueryClient) {
  let snapshot = knownCounts(client);
  return {
    subscribe: (listener: () => void) => {
      keepListedCounts(client);
      return client.getQueryCache().subscribe((event) => {
        const [entity, , , kind] = event.query.queryKey as readonly unknown[];
        const isNews =
          event.type === 'removed' || (event.type === 'updated' && event.action.type === 'success');
        if (!isNews || entity !== 'sections') return;
        if (kind === 'list') keepListedCounts(client);
        snapshot = knownCounts(client);
        listener();
      });
    },
    getSnapshot: () => snapshot,
  };
}

function createCounter(client: QueryClient, known: ReturnType<typeof createKnown>) {
  return createSectionCounter({
    async count(courseId) {
      // One course alone proves nothing by one answer: its whole list does.
      if (client.getQueryData(coursesQuery().queryKey)?.rows.length === 1) {
        return (await client.fetchQuery(courseSectionsQuery(courseId))).isComplete;
      }
      return (await client.fetchQuery(sectionCountQuery(courseId))).total !== null;
    },
    isKnown: (courseId) => known.getSnapshot().fresh.has(courseId),
    isBusy: () =>
      document.visibilityState === 'hidden' ||
      !navigator.onLine ||
      throttleStore.getSnapshot() !== null ||
      isReading(client),
    isPointless: () => known.getSnapshot().isFilterIgnored || refusedRoles.getSnapshot().has(ROLE),
    pace,
    pause,
  });
}

/**
 * The numbers of sections, read little by little for the courses that are seen.
 * @param asked of which a person wants to know: they are counted too, after those that are seen; null = of none
 */
export function useSectionCounts(
  courses: readonly CourseRecord[] | undefined,
  asked: readonly CourseRecord[] | null,
) {
  const client = useQueryClient();
  const [{ known, counter }] = useState(() => {
    const made = createKnown(client);
    return { known: made, counter: createCounter(client, made) };
  });
  const {
    counts: read,
    isProven,
    isFilterIgnored,
  } = useSyncExternalStore(known.subscribe, known.getSnapshot);
  const { failed, hasGivenUp } = useSyncExternalStore(counter.subscribe, counter.getSnapshot);
  const isRefused = useSyncExternalStore(refusedRoles.subscribe, refusedRoles.getSnapshot).has(ROLE);
  const [seen, onSeen] = useState<readonly number[]>([]);

  useEffect(() => {
    const wanted = [...seen, ...(asked?.map(({ Id }) => Id) ?? [])];
    // One answer alone proves nothing (`knownCounts`).
    const others = isProven ? [] : (courses?.slice(0, 2).map(({ Id }) => Id) ?? []);
    counter.want(wanted.length > 0 ? [...wanted, ...others] : []);
  }, [counter, courses, seen, asked, isProven]);
  useEffect(() => () => counter.stop(), [counter]);

  const hasEnded = isRefused || isFilterIgnored || hasGivenUp;
  const counts = useMemo(() => {
    const shown = new Map(read);
    for (const { Id } of courses ?? []) {
      if (!shown.has(Id) && (hasEnded || failed.has(Id))) shown.set(Id, null);
    }
    return shown;
  }, [courses, read, failed, hasEnded]);
  const counting: Counting = useMemo(() => {
    const all = asked ?? [];
    return {
      all: all.length,
      counted: all.filter(({ Id }) => typeof counts.get(Id) === 'number').length,
      isGoingOn: all.some(({ Id }) => !counts.has(Id)),
      missingRole: isRefused ? ROLE : null,
    };
  }, [asked, counts, isRefused]);
  return { counts, counting, onSeen };
}
