import { int32 } from '#/lib/wholeNumber';
import type { SectionListRow } from '#/api/sections/sections';
import { type OrderPlan, type OrderWrite, planOrder } from '#/features/course-changes/plan/orderPlan';
import { createRun, orderChanges } from '#/features/course-changes/job/job';
import { isSameSequence, type Sequence } from '#/features/course-changes/plan/sequence';
import type { Run } from '#/features/course-changes/job/jobTypes';
import { sectionTitle } from '#/features/sections/model/sectionTitle';
import { replay } from '#/features/course-changes/plan/moveIntent';
import { storedOrders, writesOfMove, writeWords } from '#/features/course-changes/plan/plannedWrites';
import { counted } from '#/features/section-list/sectionView';
import { say, update, type Work } from '#/features/course-changes/courseStore';
import { readList, showServerOrder } from './listCache';
import { drive } from './runVisibly';
import { inTurn } from './courseLock';
import { failureWords } from './outcomeText';
import { ApiError } from '#/api/http/errors';

const idsOf = (rows: readonly SectionListRow[]): Sequence => rows.map(({ Id }) => Id);

/** Sends the moves that have gathered, as one plan from the order that the server has now. */
export function sendMoves(work: Work, describe: string): Promise<void> {
  return inTurn(work, describe, async () => {
    const { moves } = work;
    work.moves = null;
    if (!moves) return;
    if (isBlocked(work)) return;
    const rows = await listOrGiveUp(work);
    if (!rows) return;
    const wanted = replay(
      rows.map(({ Id }) => Id),
      moves.intents,
    );
    if (!wanted) {
      await giveUp(work, 'The section, or the one next to it, has been deleted meanwhile. Nothing was sent.');
      return;
    }
    await writeOrder(work, { rows, wanted, describe, announced: moves.writes });
  });
}

/** Sends a whole order that was chosen over another one: nothing, when the server has a third one by now. */
export function sendOrder(
  work: Work,
  over: readonly SectionListRow[],
  wanted: Sequence,
  describe: string,
): Promise<void> {
  return inTurn(work, describe, async () => {
    if (isBlocked(work)) return;
    const rows = await listOrGiveUp(work);
    if (!rows) return;
    const announced = writesOfMove(over, wanted) ?? 0;
    if (isSameSequence(idsOf(rows), idsOf(over)))
      await writeOrder(work, { rows, wanted, describe, announced });
    else await giveUp(work, 'The list has changed meanwhile. Nothing was sent. Look at it and choose again.');
  });
}

/** A run that was never finished comes first, also one that another tab has left. */
export function isBlocked(work: Work): boolean {
  const run = work.runs.load(work.courseId);
  if (run) update(work, { wanted: null, isSaving: false, activity: { phase: 'ended', end: 'stopped', run } });
  return run !== null;
}

async function listOrGiveUp(work: Work): Promise<readonly SectionListRow[] | null> {
  try {
    return await readList(work);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    await giveUp(work, `Nothing was sent. ${failureWords(error)}`);
    return null;
  }
}

async function giveUp(work: Work, text: string): Promise<void> {
  work.moves = null;
  update(work, {
    wanted: null,
    isSaving: false,
    activity: { phase: 'message', tone: 'warning', title: 'The order was not changed', text },
  });
  await showServerOrder(work);
}

interface WantedOrder {
  readonly rows: readonly SectionListRow[];
  readonly wanted: Sequence;
  readonly describe: string;
  /** How many writes the person was told of. */
  readonly announced: number;
  /** Left out: the fewest writes. */
  readonly plan?: OrderPlan;
}

/** Plans and writes an order; a negative number that the service refuses is planned around. */
export async function writeOrder(work: Work, order: WantedOrder): Promise<void> {
  const { rows, wanted, describe, announced, plan = planOrder(storedOrders(rows), wanted) } = order;
  if (plan.status === 'refused') {
    await giveUp(work, 'There are more sections than numbers for their order. Nothing was sent.');
    return;
  }
  const { writes } = plan;
  if (writes.length === 0) {
    update(work, { isSaving: work.moves !== null });
    await showServerOrder(work);
    return;
  }
  // The list was read anew for the plan: what others did meanwhile may have made it a longer one.
  if (writes.length > 1 && writes.length !== announced)
    say(work, `${describe}. ${writeWords(writes.length)}`);
  const { end, run } = await drive(work, orderRun(work, rows, writes, describe));
  if (end === 'completed' && writes.length > 1) say(work, `${counted(writes.length, 'section')} written`);
  if (end === 'failed' && refusedNegative(run)) await writeWithoutNegative(work, run, wanted, describe);
}

function orderRun(
  work: Work,
  rows: readonly SectionListRow[],
  writes: readonly OrderWrite[],
  describe: string,
): Run {
  const titles = new Map(rows.map((row) => [row.Id, sectionTitle(row)]));
  return createRun({
    courseId: work.courseId,
    describe,
    startedAt: Date.now(),
    ids: rows.map(({ Id }) => Id),
    stopAtFailure: true,
    changes: orderChanges(writes, (id) => titles.get(id) ?? String(id)),
  });
}

/** Whether the service takes negative numbers is unknown (contract.md 4). */
function refusedNegative(run: Run): boolean {
  return run.steps.some(
    ({ set, outcome }) =>
      Number(set.DisplayOrder) < 0 && outcome?.status === 'failed' && outcome.error.kind === 'refused',
  );
}

async function writeWithoutNegative(
  work: Work,
  before: Run,
  wanted: Sequence,
  describe: string,
): Promise<void> {
  const rows = await listOrGiveUp(work);
  const plan = rows && planOrder(storedOrders(rows), wanted, { ...int32, min: 0 });
  if (!rows || plan?.status !== 'planned') return;
  update(work, { wanted, rows: new Map() });
  if (plan.writes.length > 1) say(work, `${describe}. ${writeWords(plan.writes.length)}`);
  const run = orderRun(work, rows, plan.writes, describe);
  // What was written before stays in the run, so that “Put it back” undoes it too.
  const written = before.steps.filter(({ outcome }) => outcome?.status === 'written');
  await drive(work, { ...run, steps: [...written, ...run.steps] });
}
