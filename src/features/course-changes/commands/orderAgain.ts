import type { SectionListRow } from '#/api/sections/sections';
import { hasSameIds } from '#/features/course-changes/plan/idSets';
import { planAimed } from '#/features/course-changes/plan/aimedPlan';
import { planOrder } from '#/features/course-changes/plan/orderPlan';
import { idsOf, storedOrders } from '#/features/course-changes/plan/plannedWrites';
import { isSameSequence } from '#/features/course-changes/plan/sequence';
import { isPending, writtenOver } from '#/features/course-changes/job/job';
import type { Job, JobStep } from '#/features/course-changes/job/jobTypes';
import type { StoredValues } from '#/features/course-changes/job/recordPayload';
import type { CourseStore } from '#/features/course-changes/courseStore';
import { isKeptByServer, orderJob } from './runOrder';
import { refusalTexts } from './sendOrder';

/** A job whose steps are a change of the order. */
export type OrderChange = Job & Required<Pick<Job, 'order'>>;

export const isOrderChange = (job: Job): job is OrderChange => job.order !== undefined;

/**
 * “Finish”: the sections that are not written yet get their places over what the server has by now. Their numbers are those
 * that were planned, as far as that leaves none shared.
 * @returns why not, where the course has other sections by now than it was planned for
 */
export function restOfOrder(
  store: CourseStore,
  job: OrderChange,
  rows: readonly SectionListRow[],
): Job | string {
  if (job.ids && !hasSameIds(job.ids, idsOf(rows)))
    return 'Sections were added or deleted meanwhile. Put it back, or dismiss this and move again.';
  const pending = new Map(job.steps.filter(isPending).map((step) => [step.id, step]));
  const orders = new Map(rows.map(({ Id, DisplayOrder }) => [Id, DisplayOrder]));
  const aims = new Map([
    // Where the server has kept another number, that is where it stands.
    ...job.steps.filter(isKeptByServer(store)).map(({ id }) => [id, orders.get(id) ?? null] as const),
    ...[...pending.values()].map(({ id, set }) => [id, numberOf(set)] as const),
  ]);
  const plan = planAimed(storedOrders(rows), aims, job.order.wanted, job.order.alone);
  if (plan.status === 'refused') return refusalTexts[plan.reason];
  const { wanted, alone, writes } = plan;
  const fresh = orderJob(
    store,
    { rows, wanted, describe: job.describe },
    writes.filter(({ id, from, to }) => pending.has(id) || from !== to),
  );
  // What is known of an earlier try stays with its step.
  const steps = fresh.steps.map((step) => ({ ...step, outcome: pending.get(step.id)?.outcome ?? null }));
  return {
    ...job,
    order: { ...job.order, wanted, alone },
    steps: [...job.steps.filter((step) => !isPending(step)), ...steps],
  };
}

/**
 * “Put it back”: what was written goes back to its old places, with the old numbers as far as that leaves none shared. A
 * section that somebody else has given another number since is left where it is.
 * @returns why not, where the sequence is another one by now on a server whose numbers are no sign of who has written
 */
export function orderBack(
  store: CourseStore,
  job: OrderChange,
  rows: readonly SectionListRow[],
): Job | string {
  if (job.order.isBySequence || job.steps.some(isKeptByServer(store))) return sequenceBack(store, job, rows);
  const aims = new Map<number, number | null>();
  const changed: JobStep[] = [];
  for (const { Id, DisplayOrder, UpdatedBy, UpdatedOn } of rows) {
    // It may have been written more than once: the first one knows what was there before.
    const written = job.steps.filter((step) => step.id === Id && writtenOver(step) !== null);
    const [first] = written;
    if (!first) continue;
    const set = writtenOver(first) ?? {};
    const isOurs = [set, ...written.map((step) => step.set)].some((one) => numberOf(one) === DisplayOrder);
    if (isOurs) aims.set(Id, numberOf(set));
    else {
      const outcome = { status: 'changedSince', by: UpdatedBy, on: UpdatedOn } as const;
      changed.push({ id: Id, describe: first.describe, set, expect: null, outcome });
    }
  }
  const before = job.order.before.filter((id) => !changed.some((step) => step.id === id));
  const plan = planAimed(storedOrders(rows), aims, before, []);
  if (plan.status === 'refused') return refusalTexts[plan.reason];
  const { wanted, alone: concerned, writes } = plan;
  const back = orderJob(store, { rows, wanted, describe: job.describe, concerned }, writes);
  return { ...back, direction: opposite(job), ids: null, steps: [...changed, ...back.steps] };
}

const CHANGED = 'The order was changed meanwhile. Dismiss this, and move the sections where they belong.';

/** Where the server keeps numbers of its own: the sequence before, as long as it still stands as the job has left it. */
function sequenceBack(
  store: CourseStore,
  { order: { before, left }, describe, ...job }: OrderChange,
  rows: readonly SectionListRow[],
): Job | string {
  // Without a list there was nothing to know it by: then the list of now is as good as any.
  if (left && !isSameSequence(idsOf(rows), left)) return CHANGED;
  const plan = planOrder(storedOrders(rows), before, before);
  if (plan.status === 'refused') return plan.reason === 'differentIds' ? CHANGED : refusalTexts[plan.reason];
  const back = orderJob(store, { rows, wanted: before, describe, concerned: before }, plan.writes);
  return { ...back, direction: opposite(job) };
}

const opposite = ({ direction }: Pick<Job, 'direction'>) => (direction === 'forward' ? 'back' : 'forward');

const numberOf = ({ DisplayOrder }: StoredValues) => (typeof DisplayOrder === 'number' ? DisplayOrder : null);
