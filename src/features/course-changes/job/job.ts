import { isSame } from '#/lib/isSame';
import { accountKey } from '#/features/sign-in/useAccount';
import type { OrderWrite } from '#/features/course-changes/plan/orderPlan';
import type { StoredValues } from './recordPayload';
import type { PlannedChange, Job, JobStep, SentCopy, StepOutcome } from './jobTypes';

/** A job that has not begun. */
export function createJob(
  plan: Omit<Job, 'steps' | 'direction'> & { changes: readonly PlannedChange[] },
): Job {
  const { changes, ...rest } = plan;
  const steps = changes.map((change): JobStep => ({ ...change, expect: null, outcome: null }));
  return { ...rest, direction: 'forward', steps };
}

/** The writes of an order plan as changes of a job. */
export function orderChanges(
  writes: readonly OrderWrite[],
  titleOf: (id: number) => string,
): PlannedChange[] {
  return writes.map(({ id, to }) => ({ id, set: { DisplayOrder: to }, describe: titleOf(id) }));
}

/** Whether a step needs another try: not tried, failed, or never settled. */
export function isPending({ outcome }: JobStep): boolean {
  return outcome === null || outcome.status === 'failed' || outcome.status === 'unknown';
}

const troubles: ReadonlySet<string> = new Set([
  'failed',
  'unknown',
  'changedSince',
  'keptOther',
  'otherCourse',
]);

/** The steps of which there is something to say about how they ended. */
export function troubledSteps({ steps }: Job): readonly JobStep[] {
  return steps.filter(({ outcome }) => outcome && troubles.has(outcome.status));
}

/** Whether every copy is made: such a job is left only until they stand in their places. */
export function areAllCopied({ task, steps }: Job): boolean {
  return task === 'duplicate' && steps.every(({ outcome }) => outcome?.status === 'done');
}

/** Whether “Finish” has something to do. Copies that are all made are left as a job only until they are in their places. */
export function canFinish(job: Job): boolean {
  return job.steps.some(isPending) || areAllCopied(job);
}

/** Whether “Put it back” has something to do: something was updated, or may have been. */
export function canPutBack(job: Job): boolean {
  return job.task === undefined && job.steps.some((step) => writtenOver(step) !== null);
}

/** Whether a step did not end as it was asked for, or has not ended. */
export function isTroubled(step: JobStep): boolean {
  const status = step.outcome?.status;
  return isPending(step) || status === 'keptOther' || status === 'otherCourse';
}

/** The copy of a step that may be there, or may still arrive: its answer was lost. */
export function lostCopy({ outcome }: Pick<JobStep, 'outcome'>): SentCopy | undefined {
  return outcome?.status === 'unknown' || outcome?.status === 'failed' ? outcome.copy : undefined;
}

/** What the record held before a step's write; null when there was certainly none, or it has changed nothing. */
export function writtenOver({ outcome }: JobStep): StoredValues | null {
  if (!outcome || !('before' in outcome)) return null;
  return outcome.status === 'keptOther' && isSame(outcome.before, outcome.found) ? null : outcome.before;
}

/** Whether a step was overtaken by somebody else, who has saved between its write and the reading after it. */
export function isOvertaken(outcome: StepOutcome | null, account: string): boolean {
  const by = outcome?.status === 'keptOther' ? outcome.by : null;
  return by !== null && accountKey(by) !== accountKey(account);
}

/** What the record holds after a step's write, as far as that is known. */
function writtenValues({ set, outcome }: JobStep, account: string): StoredValues {
  return outcome?.status === 'keptOther' && !isOvertaken(outcome, account) ? outcome.found : set;
}

/**
 * “Put it back” for what is no change of the order: a job that undoes what was written, last first. Each step writes only where the record still holds what
 * the job wrote; otherwise it reports who changed it. A write that was never settled is looked at in the same way.
 * @param account whose job it is
 */
export function undoJob(job: Job, startedAt: number, account: string): Job {
  const direction = job.direction === 'forward' ? 'back' : 'forward';
  const steps = job.steps.flatMap((step): JobStep[] => {
    const before = writtenOver(step);
    const { id, describe } = step;
    return before ? [{ id, describe, set: before, expect: writtenValues(step, account), outcome: null }] : [];
  });
  return { ...job, startedAt, direction, ids: null, stopAtFailure: false, steps: steps.reverse() };
}
