import { queryOptions } from '@tanstack/react-query';
import { getCourse, listCourses } from '#/api/courses';

/** The list of all courses that the account may list. */
export const coursesQuery = () =>
  queryOptions({
    queryKey: ['courses'],
    queryFn: ({ signal }) => listCourses(signal),
    staleTime: 30_000,
  });

/** One course by its number. */
export const courseQuery = (courseId: number) =>
  queryOptions({
    queryKey: ['courses', courseId],
    queryFn: ({ signal }) => getCourse(courseId, signal),
    staleTime: 60_000,
  });
