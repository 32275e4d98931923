import { queryOptions } from '@tanstack/react-query';
import { countLessons } from '../../api/lessons';
import { getSection, getSections, listSections } from '../../api/sections';

/** Everything of one course stands under its key, so that one invalidation reaches list, records and lessons. */
export const sectionKeys = {
  section: (sectionId: number) => ['sections', 'record', sectionId] as const,
  course: (courseId: number | null) => ['sections', 'course', courseId] as const,
};

/**
 * One full record, for editing: always read anew, never behind an open form (the save reads it again and merges).
 * The route's loader starts the read; a page that only mounts beside it joins that one.
 */
export const sectionQuery = (sectionId: number) =>
  queryOptions({
    queryKey: sectionKeys.section(sectionId),
    queryFn: ({ signal }) => getSection(sectionId, signal),
    staleTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

/** The rows of a course's sections in the order members see. Rows are partial: never edit from one. */
export const courseSectionsQuery = (courseId: number) =>
  queryOptions({
    queryKey: [...sectionKeys.course(courseId), 'list'],
    queryFn: ({ signal }) => listSections(courseId, signal),
  });

/** The full records of a course's sections, each by its Id, or the error that stands for it. */
export const sectionRecordsQuery = (courseId: number, ids: readonly number[]) =>
  queryOptions({
    queryKey: [...sectionKeys.course(courseId), 'records', ids],
    queryFn: ({ signal }) => getSections(ids, signal),
    enabled: ids.length > 0,
  });

/** How many lessons each section of a course has. */
export const lessonCountsQuery = (courseId: number) =>
  queryOptions({
    queryKey: [...sectionKeys.course(courseId), 'lessons'],
    queryFn: ({ signal }) => countLessons(courseId, signal),
    staleTime: 60_000,
  });
