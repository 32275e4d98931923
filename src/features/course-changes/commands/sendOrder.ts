import { ApiError } from '#/api/http/errors';
import { settle } from '#/api/http/result';
import { int32 } from '#/lib/wholeNumber';
import type { SectionListRow } from '#/api/sections/sections';
import type { NumberRange } from '#/features/course-changes/plan/longestKept';
import {
  displaced,
  type OrderPlan,
  type OrderWrite,
  planOrder,
  type StoredOrder,
} from '#/features/course-changes/plan/orderPlan';
import { isSame } from '#/features/saving/compareStored';
import { createJob, isTroubled, orderChanges } from '#/features/course-changes/job/job';
import { updateStep } from '#/features/course-changes/job/updateStep';
import { isSameSequence, type Sequence } from '#/features/course-changes/plan/sequence';
import type { JobResult } from '#/features/course-changes/job/runJob';
import type { Job, JobStep } from '#/features/course-changes/job/jobTypes';
import { sectionTitle } from '#/features/sections/model/sectionTitle';
import { replay } from '#/features/course-changes/plan/moveIntent';
import { storedOrders, writesText } from '#/features/course-changes/plan/plannedWrites';
import { counted } from '#/lib/format';
import { announce, setState, type CourseStore } from '#/features/course-changes/courseStore';
import { hold, queuedMoves } from '#/features/course-changes/asked';
import type { Move, Request } from '#/features/course-changes/askedTypes';
import { planFromTheEnd } from './planFromTheEnd';
import { readList, showServerOrder } from './listCache';
import { runVisibly } from './runVisibly';
import { failureText } from './outcomeText';

const idsOf = (rows: readonly SectionListRow[]): Sequence => rows.map(({ Id }) => Id);

/** Writes moves as one plan from the order that the server has now. */
export async function sendMoves(store: CourseStore, moves: readonly Move[], describe: string): Promise<void> {
  const rows = await listOrGiveUp(store);
  if (!rows) return;
  const wanted = replay(
    idsOf(rows),
    moves.map(({ intent }) => intent),
  );
  if (!wanted) {
    await giveUp(store, 'The section, or the one next to it, has been deleted meanwhile. Nothing was sent.');
    return;
  }
  await writeOrder(store, { rows, wanted, describe, announced: moves.at(-1)?.writes ?? 0 });
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
    await writeOrder(store, { rows, wanted, describe, announced: writes });
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

interface WantedOrder {
  readonly rows: readonly SectionListRow[];
  readonly wanted: Sequence;
  readonly describe: string;
  /** How many writes the person was told of. */
  readonly announced: number;
  /** Sections that must have numbers of their own although they keep their places. */
  readonly concerned?: Sequence;
  /** Left out: the fewest writes for the wanted order. */
  readonly planOf?: (stored: readonly StoredOrder[], range: NumberRange) => OrderPlan;
}

function planFor({ wanted, concerned, planOf }: WantedOrder, rows: WantedOrder['rows'], range: NumberRange) {
  const stored = storedOrders(rows);
  return planOf ? planOf(stored, range) : planOrder(stored, wanted, concerned, range);
}

/**
 * Plans and writes an order; a negative number that the service refuses is planned around.
 * @returns whether the order is stored now
 */
export async function writeOrder(store: CourseStore, order: WantedOrder): Promise<boolean> {
  const { rows, describe, announced } = order;
  const plan = planFor(order, rows, int32);
  if (plan.status === 'refused') {
    await giveUp(store, refusalTexts[plan.reason]);
    return false;
  }
  const { writes } = plan;
  if (writes.length === 0) {
    await showServerOrder(store);
    return true;
  }
  // The list was read anew for the plan: what others did meanwhile may have made it a longer one.
  if (writes.length > 1 && writes.length !== announced)
    announce(store, `${describe}. ${writesText(writes.length)}`);
  const { end, job } = await runOrder(store, orderJob(store, order, writes), rows);
  if (end === 'completed' && writes.length > 1)
    announce(store, `${counted(writes.length, 'section')} written`);
  // Some of them are in their new places by now; it still was this change that put them there.
  if (end === 'failed' && refusedNegative(job))
    return writeWithoutNegative(store, job, { ...order, concerned: job.order?.alone ?? [] });
  return end === 'completed';
}

const refusalTexts: Readonly<Record<Extract<OrderPlan, { status: 'refused' }>['reason'], string>> = {
  noRoom: 'There are more sections than numbers for their order. Nothing was sent.',
  differentIds:
    'Sections were added to the course or deleted meanwhile. Nothing was sent. Look at the list and move again.',
  duplicateIds: 'The server’s list names a section twice. Nothing was sent. Refresh the list and move again.',
};

/**
 * Carries out a change of the order. A server may keep numbers of its own, so one that did not end well is right all the
 * same when the sequence is; else the sections are put at the end, one after the other, which needs no free number.
 * @param over the list that it was planned over
 */
export async function runOrder(
  store: CourseStore,
  job: Job,
  over: readonly SectionListRow[],
): Promise<JobResult> {
  const next: { writes: readonly OrderWrite[] | null } = { writes: null };
  const result = await runVisibly(store, job, {
    judge: (ended, rows) => {
      const judged = judgeOrder(store, ended, rows);
      next.writes = rows && judged.end === 'failed' ? writesFromTheEnd(judged.job, over, rows) : null;
      return next.writes ? null : judged;
    },
  });
  const { writes } = next;
  if (!writes || !job.order) return result;
  setState(store, { optimisticOrder: job.order.wanted });
  announce(store, `${job.describe}. ${writesText(writes.length)}`);
  const again = orderJob(store, { rows: over, wanted: job.order.wanted, describe: job.describe }, writes);
  let isIgnored = false;
  return runVisibly(
    store,
    { ...again, direction: job.direction, order: job.order },
    {
      // Behind all others is a place of its own on every server that looks at the number: this one does not.
      carryOut: async (step, calls) => {
        const outcome = await updateStep(step, calls);
        isIgnored = outcome.status === 'keptOther' && isSame(outcome.before, outcome.found);
        if (isIgnored) store.stop?.abort();
        return outcome;
      },
      judge: (ended, rows) => judgeOrder(store, isIgnored ? result : ended, rows),
    },
  );
}

/** What became of a change of the order that did not end well, by the list as it is now. */
export function judgeOrder(
  store: CourseStore,
  result: JobResult,
  rows: readonly SectionListRow[] | null,
): JobResult {
  const { order } = result.job;
  if (!order || !rows) return result;
  // Where the server gives numbers of its own, others have new ones by what was written here.
  if (result.job.steps.some(isKeptOther))
    for (const { Id, DisplayOrder } of rows)
      if (DisplayOrder !== null) store.ownOrderWrites.set(Id, DisplayOrder);
  const left = idsOf(rows);
  if (!isSameSequence(left, order.wanted) || sharesNumber(rows, order.alone)) {
    const job = { ...result.job, order: { ...order, left } };
    store.jobs.save(job);
    return { ...result, job };
  }
  store.jobs.remove(store.courseId);
  const steps = result.job.steps.map((step): JobStep => {
    return isTroubled(step) ? { ...step, outcome: { status: 'unchanged' } } : step;
  });
  return { end: 'completed', job: { ...result.job, steps } };
}

/** Whether one of these sections has the number of another: then their order is not known. */
function sharesNumber(rows: readonly SectionListRow[], alone: readonly number[]): boolean {
  return rows.some(
    ({ Id, DisplayOrder }) =>
      alone.includes(Id) && rows.some((other) => other.Id !== Id && other.DisplayOrder === DisplayOrder),
  );
}

const isKeptOther = ({ outcome }: JobStep) => outcome?.status === 'keptOther';

/**
 * Writes after which each section that is not in its place stands behind all others, in the wanted sequence. null where
 * something else is in the way, or where the server took no notice of the first ones. That nothing has changed shows it
 * only where a number was asked for that was free: one that another section had may have been given back at once.
 */
function writesFromTheEnd(
  { order, steps }: Job,
  over: readonly SectionListRow[],
  rows: readonly SectionListRow[],
): readonly OrderWrite[] | null {
  const isOtherwise = steps.filter(isTroubled).every(isKeptOther);
  const hasNotice = !isSame(storedOrders(rows), storedOrders(over));
  const wasTaken = ({ set }: JobStep) => over.some((row) => row.DisplayOrder === set.DisplayOrder);
  return order && isOtherwise && (hasNotice || steps.every(wasTaken))
    ? planFromTheEnd(storedOrders(rows), order.wanted)
    : null;
}

/** The job of an order that was planned over these rows. */
export function orderJob(
  store: CourseStore,
  { rows, wanted, describe, concerned = [] }: Omit<WantedOrder, 'announced' | 'planOf'>,
  writes: readonly OrderWrite[],
): Job {
  const titles = new Map(rows.map((row) => [row.Id, sectionTitle(row)]));
  const touched = [...concerned, ...displaced(storedOrders(rows), wanted), ...writes.map(({ id }) => id)];
  const alone = [...new Set(touched)];
  return createJob({
    courseId: store.courseId,
    describe,
    startedAt: Date.now(),
    ids: idsOf(rows),
    order: { before: idsOf(rows), wanted, alone },
    stopAtFailure: true,
    changes: orderChanges(writes, (id) => titles.get(id) ?? String(id)),
  });
}

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
): Promise<boolean> {
  const { wanted, describe } = wantedOrder;
  const rows = await listOrGiveUp(store);
  const plan = rows && planFor(wantedOrder, rows, { ...int32, min: 0 });
  if (!rows || plan?.status !== 'planned') return false;
  setState(store, { optimisticOrder: wanted, rows: new Map() });
  if (plan.writes.length > 1) announce(store, `${describe}. ${writesText(plan.writes.length)}`);
  const job = orderJob(store, { rows, wanted, describe }, plan.writes);
  // What was written before stays in the job, so that “Put it back” undoes it too.
  const written = before.steps.filter(({ outcome }) => outcome?.status === 'written');
  const order = before.order ?? job.order;
  const whole = { ...job, ...(order && { order }), steps: [...written, ...job.steps] };
  const { end } = await runOrder(store, whole, rows);
  return end === 'completed';
}
