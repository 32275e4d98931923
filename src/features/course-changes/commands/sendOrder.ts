import { ApiError } from '#/api/http/errors';
import { settle } from '#/api/http/result';
import { int32 } from '#/lib/wholeNumber';
import type { SectionListRow } from '#/api/sections/sections';
import {
  displaced,
  type OrderPlan,
  type OrderWrite,
  planOrder,
} from '#/features/course-changes/plan/orderPlan';
import { createJob, orderChanges } from '#/features/course-changes/job/job';
import { isSameSequence, type Sequence } from '#/features/course-changes/plan/sequence';
import type { Job } from '#/features/course-changes/job/jobTypes';
import { sectionTitle } from '#/features/sections/model/sectionTitle';
import { replay } from '#/features/course-changes/plan/moveIntent';
import { storedOrders, writesText } from '#/features/course-changes/plan/plannedWrites';
import { counted } from '#/lib/format';
import { announce, setState, type CourseStore } from '#/features/course-changes/courseStore';
import { hold, queuedMoves } from '#/features/course-changes/asked';
import type { Move, Request } from '#/features/course-changes/askedTypes';
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

async function listOrGiveUp(store: CourseStore): Promise<readonly SectionListRow[] | null> {
  const rows = await settle(readList(store));
  if (!(rows instanceof ApiError)) return rows;
  await giveUp(store, `Nothing was sent. ${failureText(rows)}`);
  return null;
}

async function giveUp(store: CourseStore, text: string): Promise<void> {
  holdMoves(store);
  setState(store, {
    optimisticOrder: null,
    activity: { phase: 'message', tone: 'warning', title: 'The order was not changed', text },
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
  readonly plan?: OrderPlan;
}

/** Plans and writes an order; a negative number that the service refuses is planned around. */
export async function writeOrder(store: CourseStore, order: WantedOrder): Promise<void> {
  const { rows, wanted, describe, announced, concerned } = order;
  const { plan = planOrder(storedOrders(rows), wanted, concerned) } = order;
  if (plan.status === 'refused') {
    await giveUp(store, 'There are more sections than numbers for their order. Nothing was sent.');
    return;
  }
  const { writes } = plan;
  if (writes.length === 0) {
    await showServerOrder(store);
    return;
  }
  // The list was read anew for the plan: what others did meanwhile may have made it a longer one.
  if (writes.length > 1 && writes.length !== announced)
    announce(store, `${describe}. ${writesText(writes.length)}`);
  const { end, job } = await runVisibly(store, orderJob(store, rows, writes, describe));
  if (end === 'completed' && writes.length > 1)
    announce(store, `${counted(writes.length, 'section')} written`);
  if (end === 'failed' && refusedNegative(job)) {
    // Some of them are in their new places by now; it still was this change that put them there.
    const touched = [
      ...(concerned ?? []),
      ...displaced(storedOrders(rows), wanted),
      ...writes.map(({ id }) => id),
    ];
    await writeWithoutNegative(store, job, { ...order, concerned: touched });
  }
}

function orderJob(
  store: CourseStore,
  rows: readonly SectionListRow[],
  writes: readonly OrderWrite[],
  describe: string,
): Job {
  const titles = new Map(rows.map((row) => [row.Id, sectionTitle(row)]));
  return createJob({
    courseId: store.courseId,
    describe,
    startedAt: Date.now(),
    ids: rows.map(({ Id }) => Id),
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
  { wanted, describe, concerned }: WantedOrder,
): Promise<void> {
  const rows = await listOrGiveUp(store);
  const plan = rows && planOrder(storedOrders(rows), wanted, concerned, { ...int32, min: 0 });
  if (!rows || plan?.status !== 'planned') return;
  setState(store, { optimisticOrder: wanted, rows: new Map() });
  if (plan.writes.length > 1) announce(store, `${describe}. ${writesText(plan.writes.length)}`);
  const job = orderJob(store, rows, plan.writes, describe);
  // What was written before stays in the job, so that “Put it back” undoes it too.
  const written = before.steps.filter(({ outcome }) => outcome?.status === 'written');
  await runVisibly(store, { ...job, steps: [...written, ...job.steps] });
}
