import { courseSectionsAddress } from '#/api/addresses';
import { request } from '#/api/http/http';
import { parsePage, parseRows } from '#/api/paging';
import { readSectionListRow } from './sectionRow';

/** What one answer says about the number of sections of a course. */
export interface SectionCount {
  /** null: it does not say, or nothing shows that what it says is of this course. */
  readonly total: number | null;
  /** It has a section of another course: the server ignores the filter, and no such number is of one course. */
  readonly isForeign: boolean;
}

/**
 * How many sections a course has, by one row and `TotalItems` (docs/api-contract.md 3). A call that nobody waits for.
 * @throws ApiError
 */
export function readSectionCount(courseId: number): Promise<SectionCount> {
  return request({
    method: 'GET',
    ...courseSectionsAddress(courseId, 1, 1),
    role: 'CourseSection-List',
    parse: (json) => parseSectionCount(json, courseId),
    isBackground: true,
  });
}

/** @throws TypeError when it is no list */
export function parseSectionCount(json: unknown, courseId: number): SectionCount {
  const { records, totalItems } = parsePage(json);
  const courses = parseRows(records, readSectionListRow).map(({ CourseId }) => CourseId);
  const isOwn = courses.length === records.length && courses.every((id) => id === courseId);
  const isPossible =
    totalItems !== null &&
    Number.isSafeInteger(totalItems) &&
    totalItems >= records.length &&
    (totalItems === 0) === (records.length === 0);
  return {
    total: isOwn && isPossible ? totalItems : null,
    isForeign: courses.some((id) => id !== null && id !== courseId),
  };
}
