import { queryOptions } from '@tanstack/react-query';
import { countLessons } from '../../api/lessons';
import { getSections, listSections } from '../../api/sectionLists';
import { sectionKeys } from './queries';

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
