import { ApiError } from '#/api/http/errors';
import { settle } from '#/api/http/result';
import { counted } from '#/lib/format';
import { int32 } from '#/lib/wholeNumber';
import type { Request } from '#/features/course-changes/askedTypes';
import type { NumberRange } from '#/features/course-changes/plan/longestKept';
import type { StoredOrder } from '#/features/course-changes/plan/orderPlan';
import { planRoomAt } from '#/features/course-changes/plan/placePlan';
import { planRoom } from '#/features/course-changes/plan/roomPlan';
import { storedOrders } from '#/features/course-changes/plan/plannedWrites';
import { announce, setState, type CourseStore } from '#/features/course-changes/courseStore';
import { readList } from './listCache';
import { failureText } from './outcomeText';
import { writeOrder } from './sendOrder';

/**
 * “Make room”: the others give way to a section that was just stored, by the fewest writes from the numbers that the
 * server has now. What does not end well stays to be finished or put back, as with every change of the order.
 */
export async function makeRoom(
  store: CourseStore,
  { newcomer: { id, title }, number, place, writes: announced }: Extract<Request, { kind: 'makeRoom' }>,
  describe: string,
): Promise<void> {
  const rows = await settle(readList(store));
  const giveUp = (tone: 'warning' | 'danger', text: string) =>
    setState(store, {
      activity: { phase: 'message', tone, title: `No room was made for “${title}”`, text },
    });
  if (rows instanceof ApiError) {
    giveUp(
      'danger',
      `It is stored with the number ${number}, which others may have too. ${failureText(rows)}`,
    );
    return;
  }
  // The server may have stored another number, or a later save: nobody has asked for room at that one.
  const own = rows.find(({ Id }) => Id === id);
  if (own && own.DisplayOrder !== number) {
    const has = own.DisplayOrder === null ? 'no number' : `the number ${own.DisplayOrder}`;
    const isAlone = !rows.some((row) => row !== own && row.DisplayOrder === own.DisplayOrder);
    if (isAlone) announce(store, `“${title}” has ${has} now`);
    else giveUp('warning', `It has ${has} now, as others have.`);
    return;
  }
  const planOf = (stored: readonly StoredOrder[], range: NumberRange) => {
    const others = stored.filter((section) => section.id !== id);
    const atPlace = place === undefined ? null : planRoomAt(others, number, place, range);
    // The section that it was to follow is gone: what is left is that nobody shares the number.
    return atPlace?.status === 'planned' ? atPlace : planRoom(others, number, range);
  };
  const plan = planOf(storedOrders(rows), int32);
  const count = plan.status === 'planned' ? plan.writes.length : 0;
  const wanted = plan.status === 'planned' ? [...plan.before, ...(own ? [id] : []), ...plan.after] : [];
  const concerned = own ? [id] : [];
  const room = await writeOrder(store, { rows, wanted, describe, announced, concerned, planOf });
  if (!room) return;
  const text = `Room was made for “${title}”: ${counted(count, 'other section')} changed`;
  const { undoable } = store.state.getSnapshot();
  // It was created just before: both are taken back together.
  if (undoable?.kind === 'created' && undoable.records.some(({ Id }) => Id === id)) {
    setState(store, { undoable: { ...undoable, room } });
    announce(store, `Created. ${text}`, { hasUndo: true });
  } else announce(store, text);
}
