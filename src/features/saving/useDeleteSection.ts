import { useMutation, useQueryClient } from '@tanstack/react-query';
import { deleteSection } from '#/api/sections/sectionWrites';
import { sectionKeys } from '#/features/sections/queries/sectionQueries';
import { invalidateCourse } from './queryCache';

/** Deletes a section by its Id; one that is gone already counts as deleted. Rejects with an `ApiError`. */
export function useDeleteSection(courseId: number | null) {
  const client = useQueryClient();
  return useMutation({
    // At once or not at all: never queued while offline, never repeated.
    networkMode: 'always',
    retry: false,
    mutationFn: (sectionId: number) => deleteSection(sectionId),
    onSuccess: (_, sectionId) => client.removeQueries({ queryKey: sectionKeys.section(sectionId) }),
    // Also after a failure: its answer may have been lost.
    onSettled: () => invalidateCourse(client, courseId),
  });
}
