import { ApiError } from '#/api/http/errors';
import { settle } from '#/api/http/result';
import { int32 } from '#/lib/wholeNumber';
import type { SectionListRow } from '#/api/sections/sections';
import type { NumberRange } from '#/features/course-changes/plan/longestKept';
import { type OrderPlan, planOrder, type StoredOrder } from '#/features/course-changes/plan/orderPlan';
import { isSameSequence, type Sequence } from '#/features/course-changes/plan/sequence';
import type { Job } from '#/features/course-changes/job/jobTypes';
import { replay } from '#/features/course-changes/plan/moveIntent';
import { movesText } from '#/features/course-changes/plan/moveText';
import { idsOf, storedOrders, writesText } from '#/features/course-changes/plan/plannedWrites';
import { announce, announceDone, setState, type CourseStore } from '#/features/course-changes/courseStore';
import { hold, queuedMoves } from '#/features/course-changes/asked';
import type { Move, Request } from '#/features/course-changes/askedTypes';
import { readList, showServerOrder } from './listCache';
import { orderJob, type PlannedOrder, runOrder } from './runOrder';
import { failureText } from './outcomeText';

/** Writes moves as one plan from the order that the server has now. */
export async function sendMoves(store: CourseStore, moves: readonly Move[], describe: string): Promise<void> {
  const seen = store.state.getSnapshot().displayedOrder;
  const rows = await listOrGiveUp(store);
  if (!rows) return;
  const intents = moves.map(({ intent }) => intent);
  const wanted = replay(idsOf(rows), intents);
  if (!wanted) {
    await giveUp(store, 'The section, or the one next to it, has been deleted meanwhile. Nothing was sent.');
    return;
  }
  const moved = new Set(intents.flatMap(({ ids }) => ids));
  const movedByOthers = seen ? firstOtherwise(seen, idsOf(rows), moved) : undefined;
  await writeOrder(store, {
    rows,
    wanted,
    describe,
    announced: moves.at(-1)?.writes ?? 0,
    doneText: () => movesText(intents, describe),
    ...(movedByOthers !== undefined && { movedByOthers }),
  });
}

/** The first section that stands otherwise than it was seen, but for those that are moved here. */
function firstOtherwise(seen: Sequence, now: Sequence, moved: ReadonlySet<number>): number | undefined {
  const before = seen.filter((id) => !moved.has(id) && now.includes(id));
  return now.filter((id) => !moved.has(id) && seen.includes(id)).find((id, index) => id !== before[index]);
}

/** Writes a whole order that was chosen over another one: nothing, when the server has a third one by now. */
export async function sendOrder(
  store: CourseStore,
  { over, wanted, writes }: Extract<Request, { kind: 'order' }>,
  describe: string,
): Promise<void> {
  const rows = await listOrGiveUp(store);
  if (!rows) return;
  if (isSameSequence(idsOf(rows), over))
    await writeOrder(store, { rows, wanted, describe, announced: writes, doneText: () => describe });
  else await giveUp(store, 'The list has changed meanwhile. Nothing was sent. Look at it and choose again.');
}

/** A job that was never finished comes first, also one that another tab has left. */
export function isBlocked(store: CourseStore): boolean {
  const job = store.jobs.load(store.courseId);
  if (job) setState(store, { optimisticOrder: null, activity: { phase: 'ended', end: 'stopped', job } });
  return job !== null;
}

/**
 * The list to plan by.
 * @param sent what there is to say of what was sent when it can't be read
 * @param title what did not come about then
 * @returns null then: that is said
 */
export async function listOrGiveUp(
  store: CourseStore,
  sent = 'Nothing was sent.',
  title = ORDER_LEFT,
): Promise<readonly SectionListRow[] | null> {
  const rows = await settle(readList(store));
  if (!(rows instanceof ApiError)) return rows;
  await giveUp(store, `${sent} ${failureText(rows)}`, title);
  return null;
}

const ORDER_LEFT = 'The order was not changed';

async function giveUp(store: CourseStore, text: string, title = ORDER_LEFT): Promise<void> {
  holdMoves(store);
  announce(store, '');
  setState(store, {
    optimisticOrder: null,
    activity: { phase: 'message', tone: 'warning', title, text },
  });
  await showServerOrder(store);
}

/** Moves that were made on top of an order that did not come about: nobody has seen where they would lead. */
export function holdMoves(store: CourseStore): void {
  const moves = queuedMoves(store);
  hold(store, ({ id }) => moves.some((move) => move.id === id));
}

interface WantedOrder extends PlannedOrder {
  /** How many writes the person was told of. */
  readonly announced: number;
  /** What is said when it is done, with the offer to take it back. Left out: the caller says it. */
  readonly doneText?: (writes: number) => string;
  /** See `Status`. */
  readonly movedByOthers?: number;
  /** Left out: the fewest writes for the wanted order. */
  readonly planOf?: (stored: readonly StoredOrder[], range: NumberRange) => OrderPlan;
}

function planFor({ wanted, concerned, planOf }: WantedOrder, rows: WantedOrder['rows'], range: NumberRange) {
  const stored = storedOrders(rows);
  return planOf ? planOf(stored, range) : planOrder(stored, wanted, concerned, range);
}

/**
 * Plans and writes an order; a negative number that the service refuses is planned around.
 * @returns what was written for it; null where that was nothing, or did not come about
 */
export async function writeOrder(store: CourseStore, order: WantedOrder): Promise<Job | null> {
  const { rows, describe, announced, doneText } = order;
  const plan = planFor(order, rows, int32);
  if (plan.status === 'refused') {
    await giveUp(store, refusalTexts[plan.reason]);
    return null;
  }
  const { writes } = plan;
  if (writes.length === 0) {
    await showServerOrder(store);
    return null;
  }
  // The list was read anew for the plan: what others did meanwhile may have made it a longer one.
  if (writes.length > 1 && writes.length !== announced)
    announce(store, `${describe}. ${writesText(writes.length)}`, { hasUndo: doneText !== undefined });
  const { end, job } = await runOrder(store, orderJob(store, order, writes), rows);
  if (end === 'completed') sayDone(store, order, job);
  // Some of them are in their new places by now; it still was this change that put them there.
  if (end === 'failed' && refusedNegative(job))
    return writeWithoutNegative(store, job, { ...order, concerned: job.order?.alone ?? [] });
  return end === 'completed' ? job : null;
}

function sayDone(store: CourseStore, { doneText, movedByOthers }: WantedOrder, job: Job): void {
  if (!doneText) return;
  const text = doneText(new Set(job.steps.map(({ id }) => id)).size);
  announceDone(store, { kind: 'job', text, job, isUndo: false }, movedByOthers);
}

/** Why an order can’t be planned. */
export const refusalTexts: Readonly<Record<Extract<OrderPlan, { status: 'refused' }>['reason'], string>> = {
  noRoom: 'There are more sections than numbers for their order. Nothing was sent.',
  differentIds:
    'Sections were added to the course or deleted meanwhile. Nothing was sent. Look at the list and move again.',
  duplicateIds: 'The server’s list names a section twice. Nothing was sent. Refresh the list and move again.',
};

/** Whether the service takes negative numbers is unknown (docs/api-contract.md 4). */
function refusedNegative(job: Job): boolean {
  return job.steps.some(
    ({ set, outcome }) =>
      Number(set.DisplayOrder) < 0 && outcome?.status === 'failed' && outcome.error.kind === 'refused',
  );
}

async function writeWithoutNegative(
  store: CourseStore,
  before: Job,
  wantedOrder: WantedOrder,
): Promise<Job | null> {
  const { wanted, describe } = wantedOrder;
  const rows = await listOrGiveUp(store);
  const plan = rows && planFor(wantedOrder, rows, { ...int32, min: 0 });
  if (!rows || plan?.status !== 'planned') return null;
  setState(store, { optimisticOrder: wanted, rows: new Map() });
  if (plan.writes.length > 1) announce(store, `${describe}. ${writesText(plan.writes.length)}`);
  const job = orderJob(store, { rows, wanted, describe }, plan.writes);
  // What was written before stays in the job, so that “Put it back” undoes it too.
  const written = before.steps.filter(({ outcome }) => outcome?.status === 'written');
  const order = before.order ?? job.order;
  const whole = { ...job, ...(order && { order }), steps: [...written, ...job.steps] };
  const { end, job: done } = await runOrder(store, whole, rows);
  if (end === 'completed') sayDone(store, wantedOrder, done);
  return end === 'completed' ? done : null;
}
