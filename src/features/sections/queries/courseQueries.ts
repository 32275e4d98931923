import { queryOptions } from '@tanstack/react-query';
import { countLessons } from '#/api/lessons';
import { listSections } from '#/api/sections/sectionLists';
import { sectionKeys } from './sectionQueries';

/** The rows of a course's sections in the order members see. Rows are partial: never edit from one. */
export const courseSectionsQuery = (courseId: number) =>
  queryOptions({
    queryKey: [...sectionKeys.course(courseId), 'list'],
    queryFn: ({ signal }) => listSections(courseId, signal),
  });

/** How many lessons each section of a course has. */
export const lessonCountsQuery = (courseId: number) =>
  queryOptions({
    queryKey: [...sectionKeys.course(courseId), 'lessons'],
    queryFn: ({ signal }) => countLessons(courseId, signal),
    staleTime: 60_000,
  });
