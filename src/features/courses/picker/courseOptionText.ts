import type { CourseRecord } from '#/api/courses';
import { isBlank } from '#/lib/text';

/** The title of a course, or its number when it has none. */
export function courseTitle({ Id, Title }: Pick<CourseRecord, 'Id' | 'Title'>): string {
  return Title === null || isBlank(Title) ? `(untitled course ${Id})` : Title;
}

/** Where a course belongs: “Lisbon · Onboarding · Inactive”; empty when nothing is known. */
export function courseNoteText({ BusinessName, GroupName, Active }: CourseRecord): string {
  const parts = [BusinessName, GroupName, Active === false ? 'Inactive' : null];
  return parts.filter((part) => part !== null && !isBlank(part)).join(' · ');
}

interface SearchState {
  readonly isOpen: boolean;
  readonly isSearching: boolean;
  /** What was searched for. */
  readonly text: string;
  readonly count: number;
}

/** What the search has to say now, for a status; empty while there is nothing to say. */
export function searchStatusText({ isOpen, isSearching, text, count }: SearchState): string {
  if (!isOpen) return '';
  if (isSearching) return 'Searching…';
  if (count > 0) return count === 1 ? '1 course' : `${count.toLocaleString('en')} courses`;
  return isBlank(text) ? 'There are no courses yet.' : `No course matches “${text.trim()}”.`;
}
