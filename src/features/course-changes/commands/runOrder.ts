import { isSame } from '#/lib/isSame';
import type { SectionListRow } from '#/api/sections/sections';
import { sectionTitle } from '#/features/sections/model/sectionTitle';
import { displaced, type OrderWrite } from '#/features/course-changes/plan/orderPlan';
import { idsOf, storedOrders, writesText } from '#/features/course-changes/plan/plannedWrites';
import { isSameSequence, type Sequence } from '#/features/course-changes/plan/sequence';
import { createJob, isOvertaken, isTroubled, orderChanges } from '#/features/course-changes/job/job';
import type { Job, JobStep } from '#/features/course-changes/job/jobTypes';
import type { JobResult } from '#/features/course-changes/job/runJob';
import { updateStep } from '#/features/course-changes/job/updateStep';
import { announce, setState, type CourseStore } from '#/features/course-changes/courseStore';
import { planFromTheEnd } from './planFromTheEnd';
import { runVisibly } from './runVisibly';

/** An order of a course as it is to be. */
export interface PlannedOrder {
  /** What it was planned over. */
  readonly rows: readonly SectionListRow[];
  readonly wanted: Sequence;
  readonly describe: string;
  /** Sections that must have numbers of their own although they keep their places. */
  readonly concerned?: Sequence;
}

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
      next.writes = rows && judged.end === 'failed' ? writesFromTheEnd(store, judged.job, over, rows) : null;
      return next.writes ? null : judged;
    },
  });
  const { writes } = next;
  if (!writes || !job.order) return result;
  setState(store, { optimisticOrder: job.order.wanted });
  announce(store, `${job.describe}. ${writesText(writes.length)}`);
  const again = orderJob(store, { rows: over, wanted: job.order.wanted, describe: job.describe }, writes);
  let isIgnored = false;
  const order = { ...job.order, left: job.order.wanted, isBySequence: true };
  return runVisibly(
    store,
    { ...again, direction: job.direction, order },
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
  if (result.job.steps.some(isKeptByServer(store)))
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
  return { end: 'completed', job: { ...result.job, order: { ...order, left, isBySequence: true }, steps } };
}

/** Whether one of these sections has the number of another: then their order is not known. */
function sharesNumber(rows: readonly SectionListRow[], alone: readonly number[]): boolean {
  return rows.some(
    ({ Id, DisplayOrder }) =>
      alone.includes(Id) && rows.some((other) => other.Id !== Id && other.DisplayOrder === DisplayOrder),
  );
}

/** Whether the server has made a number of its own of it; a colleague's is theirs to change. */
export const isKeptByServer =
  ({ account }: CourseStore) =>
  ({ outcome }: JobStep) =>
    outcome?.status === 'keptOther' && !isOvertaken(outcome, account);

/**
 * Writes after which each section that is not in its place stands behind all others, in the wanted sequence. null where
 * something else is in the way, or where the server took no notice of the first ones. That nothing has changed shows it
 * only where a number was asked for that was free: one that another section had may have been given back at once.
 */
function writesFromTheEnd(
  store: CourseStore,
  { order, steps }: Job,
  over: readonly SectionListRow[],
  rows: readonly SectionListRow[],
): readonly OrderWrite[] | null {
  const isOtherwise = steps.filter(isTroubled).every(isKeptByServer(store));
  const hasNotice = !isSame(storedOrders(rows), storedOrders(over));
  const wasTaken = ({ set }: JobStep) => over.some((row) => row.DisplayOrder === set.DisplayOrder);
  return order && isOtherwise && (hasNotice || steps.every(wasTaken))
    ? planFromTheEnd(storedOrders(rows), order.wanted)
    : null;
}

/** The job of an order that was planned over these rows. */
export function orderJob(
  store: CourseStore,
  { rows, wanted, describe, concerned = [] }: PlannedOrder,
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
