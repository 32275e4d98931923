import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { CourseRecord } from '#/api/courses';
import { ApiError } from '#/api/http/errors';
import { parseId } from '#/lib/ids';
import { courseQuery } from '#/features/courses/queries';

export interface GivenCourse {
  readonly course: CourseRecord | null;
  readonly isLoading: boolean;
  /** The server says that there is none. */
  readonly isMissing: boolean;
  /** The server cannot be asked (a role, the connection): the number may be right. */
  readonly isUnchecked: boolean;
}

/**
 * Looks up a course that is known by its number only.
 * @param text the number as it came; anything else is not looked up
 * @param onMissing called when there is no such course
 */
export function useGivenCourse(text: string, onMissing: () => void): GivenCourse {
  const id = parseId(text);
  const { data, error, isLoading } = useQuery({
    ...courseQuery(id ?? 0),
    enabled: id !== null,
    retry: false,
  });
  const isMissing = error instanceof ApiError && error.kind === 'notFound';
  useEffect(() => {
    if (isMissing) onMissing();
    // Once for each number: the caller's function is a new one at each render.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isMissing, id]);
  return {
    course: id === null ? null : (data ?? null),
    isLoading,
    isMissing,
    isUnchecked: error !== null && !isMissing,
  };
}
