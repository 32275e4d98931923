import type { CourseRecord } from '#/api/courses';
import { counted, numeral } from '#/lib/format';
import { courseTitle } from './courseTitle';

const visibilities: Readonly<Record<number, string>> = { 1: 'Public', 2: 'Hidden', 3: 'Private', 4: 'Paid' };

/** docs/api-contract.md 3 knows four values; another is shown as what it is, and null as nothing. */
export function visibilityText(visibility: number | null): string | null {
  return visibility === null ? null : (visibilities[visibility] ?? `Unknown visibility (${visibility})`);
}

const byTitle = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** Names as people sort them, numbers by value. */
export const compareTitles = (a: string, b: string): number => byTitle.compare(a, b);

/** All courses in the order of their titles, numbers by value; equal titles by Id. */
export function sortCourses(courses: readonly CourseRecord[]): CourseRecord[] {
  return [...courses].sort((a, b) => compareTitles(courseTitle(a), courseTitle(b)) || a.Id - b.Id);
}

/** “24 courses”, or “3 of 24 courses” while a search leaves some out. */
export function countText(shown: number, all: number): string {
  const courses = counted(all, 'course');
  return shown === all ? courses : `${numeral(shown)} of ${courses}`;
}
