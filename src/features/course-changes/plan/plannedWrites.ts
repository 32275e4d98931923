import type { SectionListRow } from '#/api/sections/sections';
import type { Sequence } from './sequence';
import { type OrderPlan, planOrder, type StoredOrder } from './orderPlan';
import { counted } from '#/lib/format';

export const storedOrders = (rows: readonly SectionListRow[]): StoredOrder[] =>
  rows.map(({ Id, DisplayOrder }) => ({ id: Id, displayOrder: DisplayOrder }));

export const idsOf = (rows: readonly SectionListRow[]): Sequence => rows.map(({ Id }) => Id);

const countOf = (plan: OrderPlan) => (plan.status === 'planned' ? plan.writes.length : null);

/** How many sections have to be written for an order, by what is known now; null where no plan is possible. */
export const writesOfMove = (rows: readonly SectionListRow[], wanted: Sequence): number | null =>
  countOf(planOrder(storedOrders(rows), wanted));

/** The same for “Tidy up”: all in their places, each with a number of its own. @param rows in the order that the app shows */
export function writesOfRenumber(rows: readonly SectionListRow[]): number | null {
  return countOf(planOrder(storedOrders(rows), idsOf(rows), idsOf(rows)));
}

/** “Changes 3 sections.” */
export const writesText = (count: number): string => `Changes ${counted(count, 'section')}.`;
