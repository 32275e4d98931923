import { hasSameIds } from '#/features/course-changes/plan/idSets';
import type { OrderWrite } from '#/features/course-changes/plan/orderPlan';
import type { StoredValues } from './recordPayload';
import type { PlannedChange, Run, RunStep } from './jobTypes';

/** A run that has not begun. */
export function createRun(
  plan: Omit<Run, 'steps' | 'direction'> & { changes: readonly PlannedChange[] },
): Run {
  const { changes, ...rest } = plan;
  const steps = changes.map((change): RunStep => ({ ...change, expect: null, outcome: null }));
  return { ...rest, direction: 'forward', steps };
}

/** The writes of an order plan as changes of a run. */
export function orderChanges(
  writes: readonly OrderWrite[],
  titleOf: (id: number) => string,
): PlannedChange[] {
  return writes.map(({ id, to }) => ({ id, set: { DisplayOrder: to }, describe: titleOf(id) }));
}

/** Whether a step needs another try: not tried, failed, or never settled. */
export function isPending({ outcome }: RunStep): boolean {
  return outcome === null || outcome.status === 'failed' || outcome.status === 'unknown';
}

/** Whether “Finish” has something to do. */
export function canFinish(run: Run): boolean {
  return run.steps.some(isPending);
}

/** Whether “Put it back” has something to do: something was updated, or may have been. */
export function canPutBack(run: Run): boolean {
  return run.task === undefined && run.steps.some((step) => writtenOver(step) !== null);
}

/** What the record held before a step's write; null when there was certainly none. */
export function writtenOver({ outcome }: RunStep): StoredValues | null {
  return outcome && 'before' in outcome ? outcome.before : null;
}

/**
 * “Finish”: the same run, to be driven on. Nothing is planned anew, so the course must still have the sections that it
 * was planned for.
 * @param serverIds the ids of the course as just read
 * @returns null when they differ: show the server's order and let the person move again
 */
export function resume(run: Run, serverIds: readonly number[]): Run | null {
  return run.ids && !hasSameIds(run.ids, serverIds) ? null : run;
}

/**
 * “Put it back”: a run that undoes what was written, last first. Each step writes only where the record still holds what
 * the run wrote; otherwise it reports who changed it. A write that was never settled is looked at in the same way.
 */
export function inverse(run: Run, startedAt: number): Run {
  const direction = run.direction === 'forward' ? 'back' : 'forward';
  const steps = run.steps.flatMap((step): RunStep[] => {
    const before = writtenOver(step);
    const { id, describe, set } = step;
    return before ? [{ id, describe, set: before, expect: set, outcome: null }] : [];
  });
  return { ...run, startedAt, direction, ids: null, stopAtFailure: false, steps: steps.reverse() };
}
