import type { CourseRecord } from '#/api/courses';
import { isBlank } from '#/lib/text';
import { counted } from '#/lib/format';

/** Where a course belongs: “Lisbon · Onboarding · Inactive”; empty when nothing is known. */
export function courseNoteText({ BusinessName, GroupName, Active }: CourseRecord): string {
  const parts = [BusinessName, GroupName, Active === false ? 'Inactive' : null];
  return parts.filter((part) => part !== null && !isBlank(part)).join(' · ');
}

interface SearchState {
  readonly isOpen: boolean;
  readonly isSearching: boolean;
  /** What was typed and names no chosen course. */
  readonly text: string;
  readonly count: number;
}

/** What the search has to say now, for a status; empty while there is nothing to say. */
export function searchStatusText({ isOpen, isSearching, text, count }: SearchState): string {
  if (!isOpen && isBlank(text)) return '';
  if (isSearching) return 'Searching…';
  if (!isOpen) return 'No course is chosen. Choose one from the list.';
  if (count > 0) return counted(count, 'course');
  return isBlank(text) ? 'There are no courses yet.' : `No course matches “${text.trim()}”.`;
}
