import { type Query, queryString } from './http/queryString';

/** Where something of the API is, under its base URL. */
export interface Address {
  readonly path: string;
  readonly query?: Query;
}

export const COURSES_PATH = '/content/courses';
export const SECTIONS_PATH = '/content/coursesections';

/** Rows asked for at first: the sections of nearly every course in one request. What comes is read from the answer. */
export const PAGE_SIZE = 100;

export const courseAddress = (courseId: number): Address => ({ path: `${COURSES_PATH}/${courseId}` });

export const sectionAddress = (sectionId: number): Address => ({ path: `${SECTIONS_PATH}/${sectionId}` });

/** One page of the list of a course's sections. */
export const courseSectionsAddress = (courseId: number, page = 1, size = PAGE_SIZE): Address => ({
  path: SECTIONS_PATH,
  query: { CourseSection_Course: courseId, page, size },
});

/** Path and query as they are sent. */
export const addressText = ({ path, query }: Address): string => path + queryString(query);
