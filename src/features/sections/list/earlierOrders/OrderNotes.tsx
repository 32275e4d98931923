import type { SectionListRow } from '../../../../api/sections';
import type { Work, WorkState } from '../work';
import { useSeenOrders } from './useSeenOrders';

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
