import { ApiError } from '#/api/http/errors';
import { settle } from '#/api/http/result';
import { counted } from '#/lib/format';
import { int32 } from '#/lib/wholeNumber';
import type { Request } from '#/features/course-changes/askedTypes';
import type { NumberRange } from '#/features/course-changes/plan/longestKept';
import type { StoredOrder } from '#/features/course-changes/plan/orderPlan';
import { planRoom } from '#/features/course-changes/plan/roomPlan';
import { storedOrders } from '#/features/course-changes/plan/plannedWrites';
import { announce, setState, type CourseStore } from '#/features/course-changes/courseStore';
import { noteRole, readList } from './listCache';
import { failureText } from './outcomeText';
import { writeOrder } from './sendOrder';

/**
 * “Make room”: the others give way to a section that was just stored, by the fewest writes from the numbers that the
 * server has now. What does not end well stays to be finished or put back, as with every change of the order.
 */
export async function makeRoom(
  store: CourseStore,
  { newcomer: { id, title }, number, writes: announced }: Extract<Request, { kind: 'makeRoom' }>,
  describe: string,
): Promise<void> {
  const rows = await settle(readList(store));
  if (rows instanceof ApiError) {
    noteRole(store, rows);
    const text = `It is stored with the number ${number}, which others may have too. ${failureText(rows)}`;
    setState(store, {
      activity: { phase: 'message', tone: 'danger', title: `No room was made for “${title}”`, text },
    });
    return;
  }
  const planOf = (stored: readonly StoredOrder[], range: NumberRange) =>
    planRoom(
      stored.filter((section) => section.id !== id),
      number,
      range,
    );
  const plan = planOf(storedOrders(rows), int32);
  const count = plan.status === 'planned' ? plan.writes.length : 0;
  const isListed = rows.some(({ Id }) => Id === id);
  const wanted = plan.status === 'planned' ? [...plan.before, ...(isListed ? [id] : []), ...plan.after] : [];
  const concerned = isListed ? [id] : [];
  const isDone = await writeOrder(store, { rows, wanted, describe, announced, concerned, planOf });
  if (isDone && count > 0)
    announce(store, `Room was made for “${title}”: ${counted(count, 'other section')} changed`);
}
