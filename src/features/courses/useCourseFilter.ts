import { type UrlCodec, useUrlState } from '#/forms/useUrlState';
import { type CourseFilter, readCourseFilter, writeCourseFilter } from './courseFilter';

const codec: UrlCodec<CourseFilter> = {
  read: readCourseFilter,
  write: writeCourseFilter,
  isSame: (a, b) =>
    a.search === b.search && a.location === b.location && a.group === b.group && a.active === b.active,
  isTyping: (before, after) => before.search !== after.search,
};

/** The filter of the courses, in the URL. */
export const useCourseFilter = () => useUrlState(codec);
