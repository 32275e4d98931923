import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { searchCourses } from '#/api/courses';

/** Courses to choose from for what is typed. What was found before stays until the new answer is there. */
export const courseSearchQuery = (text: string) =>
  queryOptions({
    queryKey: ['courses', 'search', text],
    queryFn: ({ signal }) => searchCourses(text, signal),
    staleTime: 60_000,
    retry: false,
    placeholderData: keepPreviousData,
  });
