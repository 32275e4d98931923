import type { SectionListRow } from '#/api/sections/sections';
import type { CourseStore, CourseState } from '#/features/course-changes/courseStore';
import { useOrderHistory } from './useOrderHistory';

export interface OrderNotesProps {
  store: CourseStore;
  state: CourseState;
  rows: readonly SectionListRow[];
}

/** Notes the orders that the page shows, whether anybody looks at the earlier ones or not. */
export function OrderNotes({ store, state, rows }: OrderNotesProps) {
  useOrderHistory(store, state, rows);
  return null;
}
