import { queryOptions } from '@tanstack/react-query';
import { countLessons } from '#/api/lessons';
import { readSectionList } from '#/api/sections/sectionLists';
import { sectionKeys } from './sectionQueries';

/** Until a list that is behind this tab's own writes is read again. */
const REREAD_MS = 3_000;

/** The list of a course's sections, its rows in the order members see. Rows are partial: never edit from one. */
export const courseSectionsQuery = (courseId: number) =>
  queryOptions({
    queryKey: [...sectionKeys.course(courseId), 'list'],
    queryFn: ({ signal }) => readSectionList(courseId, signal),
    // Once it agrees with what was confirmed, or the time for that is over, it is read on demand only.
    refetchInterval: ({ state }) => state.data?.isBehind && REREAD_MS,
  });

/** How many lessons each section of a course has. */
export const lessonCountsQuery = (courseId: number) =>
  queryOptions({
    queryKey: [...sectionKeys.course(courseId), 'lessons'],
    queryFn: ({ signal }) => countLessons(courseId, signal),
    staleTime: 60_000,
  });
