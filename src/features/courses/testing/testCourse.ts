import type { CourseRecord } from '#/api/courses';

export const testCourse = (
  Id: number,
  Title: string | null,
  more: Partial<CourseRecord> = {},
): CourseRecord => ({
  Id,
  Title,
  BusinessName: null,
  GroupName: null,
  Visibility: 1,
  Active: true,
  ...more,
});
