import { queryOptions } from '@tanstack/react-query';
import { getSection, type SectionRecord } from '#/api/sections/sections';

/** Everything of one course stands under its key, so that one invalidation reaches list, records and lessons. */
export const sectionKeys = {
  section: (sectionId: number) => ['sections', 'record', sectionId] as const,
  course: (courseId: number | null) => ['sections', 'course', courseId] as const,
  courses: ['sections', 'course'] as const,
};

/** What the page of a section is about to read, started by whoever leads there, and taken away again by them. */
export const readsAhead = new Map<number, Promise<SectionRecord>>();

function takeAhead(sectionId: number): Promise<SectionRecord> | undefined {
  const read = readsAhead.get(sectionId);
  readsAhead.delete(sectionId);
  return read;
}

/**
 * One full record, for editing: always read anew, never behind an open form (the save reads it again and merges).
 * The route's loader starts the read; a page that only mounts beside it joins that one.
 */
export const sectionQuery = (sectionId: number) =>
  queryOptions({
    queryKey: sectionKeys.section(sectionId),
    queryFn: ({ signal }) => takeAhead(sectionId) ?? getSection(sectionId, signal),
    staleTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: ({ state }) => state.status === 'error',
  });
