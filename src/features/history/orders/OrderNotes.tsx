import type { SectionListRow } from '#/api/sections/sections';
import type { Work, WorkState } from '#/features/course-changes/courseStore';
import { useSeenOrders } from './useOrderHistory';

export interface OrderNotesProps {
  work: Work;
  state: WorkState;
  rows: readonly SectionListRow[];
}

/** Notes the orders that the page shows, whether anybody looks at the earlier ones or not. */
export function OrderNotes({ work, state, rows }: OrderNotesProps) {
  useSeenOrders(work, state, rows);
  return null;
}
