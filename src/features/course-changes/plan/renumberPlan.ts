import { type OrderPlan, planOrder, type StoredOrder } from './orderPlan';

/**
 * Plans the fewest writes after which every section has a number of its own and the order stays what it is.
 * Equal numbers are only ever kept where the ids rise; so it plans with stand-in ids that fall along the list.
 * @param stored in the order that members see
 */
export function planRenumber(stored: readonly StoredOrder[]): OrderPlan {
  const standIn = (index: number) => stored.length - index;
  const plan = planOrder(
    stored.map(({ displayOrder }, index) => ({ id: standIn(index), displayOrder })),
    stored.map((_, index) => standIn(index)),
  );
  if (plan.status === 'refused') return plan;
  const writes = plan.writes.flatMap((write) => {
    const section = stored[stored.length - write.id];
    return section ? [{ ...write, id: section.id }] : [];
  });
  return { status: 'planned', writes };
}
