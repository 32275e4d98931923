import type { CourseRecord } from '#/api/courses';
import { sessionStore } from '#/api/session/session';

const MAX_RECENT = 5;
/** Fewer courses are seen at one glance. */
const MIN_COURSES = 10;

const isId = (id: unknown): id is number => Number.isSafeInteger(id) && Number(id) > 0;

/** The account's name, under which the browser keeps the numbers of the courses; null while nobody is signed in. */
function keyNow(): string | null {
  const state = sessionStore.getSnapshot();
  return 'username' in state ? `nexudus-sections.recent-courses/${encodeURIComponent(state.username)}` : null;
}

/** The courses that this account has opened last in this browser, the latest first: at most five numbers. */
export function recentCourses(): readonly number[] {
  try {
    const key = keyNow();
    const stored: unknown = JSON.parse((key && localStorage.getItem(key)) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isId).slice(0, MAX_RECENT) : [];
  } catch {
    return [];
  }
}

export function noteOpened(courseId: number): void {
  try {
    const key = keyNow();
    const others = recentCourses().filter((id) => id !== courseId);
    if (key) localStorage.setItem(key, JSON.stringify([courseId, ...others].slice(0, MAX_RECENT)));
  } catch {
    // Then the courses stand in the order of their titles.
  }
}

/**
 * Those opened last first, the others as they are.
 * @returns how many of the first ones these are: 0 where there are few courses, or none to stand behind them
 */
export function recentFirst(
  courses: readonly CourseRecord[],
  recent: readonly number[],
): { readonly courses: readonly CourseRecord[]; readonly recent: number } {
  const first = recent.flatMap((id) => courses.find(({ Id }) => Id === id) ?? []);
  if (first.length === 0 || courses.length <= MIN_COURSES) return { courses, recent: 0 };
  return {
    courses: [...first, ...courses.filter((course) => !first.includes(course))],
    recent: first.length,
  };
}
