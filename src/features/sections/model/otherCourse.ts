import type { SectionRecord } from '#/api/sections/sections';

/** Whether a section is of another course than the one it was seen in. One that names none says nothing. */
export function isElsewhere({ CourseId }: SectionRecord, courseId: number): boolean {
  return CourseId !== null && CourseId !== courseId;
}

/** @param course its title, where the section names it */
export const otherCourseText = (course: string | null): string =>
  `it belongs to ${course === null ? 'another course' : `“${course}”`} now.`;
