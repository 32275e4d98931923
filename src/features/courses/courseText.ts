import type { CourseRecord } from '#/api/courses';
import { counted, numeral } from '#/lib/format';
import { fold } from '#/lib/text';
import { courseTitle } from './courseTitle';

const visibilities: Readonly<Record<number, string>> = { 1: 'Public', 2: 'Hidden', 3: 'Private', 4: 'Paid' };

/** docs/api-contract.md 3 knows four values; another is shown as what it is, and null as nothing. */
export function visibilityText(visibility: number | null): string | null {
  return visibility === null ? null : (visibilities[visibility] ?? `Unknown visibility (${visibility})`);
}

const byTitle = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** All courses in the order of their titles, numbers by value; equal titles by Id. */
export function sortCourses(courses: readonly CourseRecord[]): CourseRecord[] {
  return [...courses].sort((a, b) => byTitle.compare(courseTitle(a), courseTitle(b)) || a.Id - b.Id);
}

/** The courses in which every word of the search is found: in the title, location, group or number. */
export function filterCourses(courses: readonly CourseRecord[], search: string): readonly CourseRecord[] {
  const wanted = fold(search).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return courses;
  return courses.filter((course) => {
    const text = fold(
      `${courseTitle(course)} ${course.BusinessName ?? ''} ${course.GroupName ?? ''} ${course.Id}`,
    );
    return wanted.every((word) => text.includes(word));
  });
}

/** “24 courses”, or “3 of 24 courses” while a search leaves some out. */
export function countText(shown: number, all: number): string {
  const courses = counted(all, 'course');
  return shown === all ? courses : `${numeral(shown)} of ${courses}`;
}
