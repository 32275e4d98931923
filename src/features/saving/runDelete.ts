import type { QueryClient } from '@tanstack/react-query';
import { deleteSection } from '#/api/sections/sectionWrites';
import { cacheDelete, invalidateCourse } from './queryCache';

/**
 * Deletes a section by its Id; one that is gone already counts as deleted.
 * @throws ApiError after which it may be deleted all the same: the list is read again
 */
export async function runDelete(
  client: QueryClient,
  sectionId: number,
  courseId: number | null,
): Promise<void> {
  try {
    await deleteSection(sectionId);
    cacheDelete(client, sectionId);
  } finally {
    invalidateCourse(client, courseId);
  }
}
