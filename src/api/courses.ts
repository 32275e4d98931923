import { courseAddress, COURSES_PATH, PAGE_SIZE } from './addresses';
import { request } from './http/http';
import { isObject, recordReader } from './http/json';
import { type List, parsePage, parseRows, readAllPages, type Page } from './paging';
import { fold, isBlank, trimInvisible } from '#/lib/text';

/** The part of a course that the app shows. `Visibility`: 1 Public, 2 Hidden, 3 Private, 4 Paid. */
export interface CourseRecord {
  readonly Id: number;
  readonly Title: string | null;
  readonly BusinessName: string | null;
  readonly GroupName: string | null;
  readonly Visibility: number | null;
  readonly Active: boolean | null;
}

/** @returns the course, or null without a positive Id */
function readCourse(json: unknown): CourseRecord | null {
  if (!isObject(json)) return null;
  const { id, number, text, flag } = recordReader(json);
  const Id = id('Id');
  if (Id === null) return null;
  return {
    Id,
    Title: text('Title'),
    BusinessName: text('BusinessName'),
    GroupName: text('GroupName'),
    Visibility: number('Visibility'),
    Active: flag('Active'),
  };
}

/** Whether a course's title contains the text, without regard to case and accents. */
export function matchesTitle(course: CourseRecord, search: string): boolean {
  return fold(course.Title ?? '').includes(fold(trimInvisible(search)));
}

function readPage(page: number, size: number, search: string, signal?: AbortSignal): Promise<Page> {
  return request({
    method: 'GET',
    path: COURSES_PATH,
    query: { Course_Title: trimInvisible(search) || undefined, page, size },
    role: 'Course-List',
    parse: parsePage,
    signal,
  });
}

/** All courses, in the server's order. @throws ApiError */
export function listCourses(signal?: AbortSignal): Promise<List<CourseRecord>> {
  return readAllPages((page, size) => readPage(page, size, '', signal), readCourse);
}

/**
 * Courses to choose from while typing: the first page of matches, in one request where the server's filter works. How it
 * matches is unknown and it may be ignored (docs/api-contract.md 3): every row is checked here, and else all courses are
 * searched.
 * @throws ApiError
 */
export async function searchCourses(text: string, signal?: AbortSignal): Promise<CourseRecord[]> {
  const rows = parseRows((await readPage(1, PAGE_SIZE, text, signal)).records, readCourse);
  const isFiltered = rows.length > 0 && rows.every((course) => matchesTitle(course, text));
  if (isBlank(text) || isFiltered) return rows;
  return (await listCourses(signal)).rows.filter((course) => matchesTitle(course, text));
}

/** One course. @throws ApiError */
export function getCourse(id: number, signal?: AbortSignal): Promise<CourseRecord> {
  return request({
    method: 'GET',
    ...courseAddress(id),
    role: 'Course-Read',
    parse: (json) => {
      const course = readCourse(json);
      if (course?.Id !== id) throw new TypeError('Not the course that was asked for.');
      return course;
    },
    signal,
  });
}
