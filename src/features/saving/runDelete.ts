import type { QueryClient } from '@tanstack/react-query';
import { ApiError } from '#/api/http/errors';
import { settle } from '#/api/http/result';
import { noteDelete } from '#/api/sections/confirmedWrites';
import { listSections } from '#/api/sections/sectionLists';
import { getSection } from '#/api/sections/sections';
import { deleteSection } from '#/api/sections/sectionWrites';
import { isElsewhere, otherCourseText } from '#/features/sections/model/otherCourse';
import { lookUntil } from './lookUntil';
import { cacheDelete, invalidateCourse } from './queryCache';

/**
 * Deletes a section that is still of the course that it was seen in; one that is gone already counts as deleted. When the
 * answer is lost, the section itself says whether it is gone.
 * @param courseId null where it is not known
 * @returns why it was not deleted, in words; null when it was
 * @throws ApiError after which it may be deleted all the same: the list is read again
 */
export async function runDelete(
  client: QueryClient,
  sectionId: number,
  courseId: number | null,
): Promise<string | null> {
  try {
    const elsewhere = courseId === null ? null : await whereElse(sectionId, courseId);
    if (elsewhere !== null) return elsewhere;
    const failure = await settle(deleteSection(sectionId));
    if (failure instanceof ApiError && !(failure.outcome === 'unknown' && (await isGoneSoon(sectionId))))
      throw failure;
    noteDelete(sectionId);
    cacheDelete(client, sectionId);
    return null;
  } finally {
    invalidateCourse(client, courseId);
  }
}

/** @throws ApiError when it can't be told */
async function whereElse(sectionId: number, courseId: number): Promise<string | null> {
  const record = await settle(getSection(sectionId));
  if (!(record instanceof ApiError))
    return isElsewhere(record, courseId) ? `Not deleted: ${otherCourseText(record.CourseTitle)}` : null;
  // Gone already; or older than a write of this browser, which was one to a section of this course.
  if (record.kind === 'notFound' || record.kind === 'outdated') return null;
  // Who may delete need not have the role to read: the list tells as much.
  const rows = record.kind === 'forbidden' ? await listSections(courseId) : [];
  if (rows.some(({ Id }) => Id === sectionId)) return null;
  throw record;
}

function isGoneSoon(sectionId: number): Promise<boolean> {
  return lookUntil(async () => {
    const found = await settle(getSection(sectionId));
    return found instanceof ApiError && found.kind === 'notFound';
  });
}
