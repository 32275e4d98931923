import { updateSection } from '#/api/sections/sectionWrites';
import { pause } from '#/lib/pause';
import type { SectionListRow } from '#/api/sections/sections';
import { runJob, type JobDeps, type JobResult } from '#/features/course-changes/job/runJob';
import { createRateLimiter } from '#/features/course-changes/job/rateLimiter';
import { writtenOver } from '#/features/course-changes/job/job';
import type { Job, JobStep } from '#/features/course-changes/job/jobTypes';
import { type RowState, announce, setState, type CourseStore } from '#/features/course-changes/courseStore';
import { changeAsked } from '#/features/course-changes/asked';
import { readSection, showServerOrder } from './listCache';
import { outcomeNote } from './outcomeText';

const now = () => performance.now();

/** One for the whole app: the service counts all writes together. */
export const rateLimiter = createRateLimiter({ now, wait: pause });

export interface RunOptions {
  readonly carryOut?: JobDeps['carryOut'];
  /**
   * Judges a job that did not end well by the list that was read after it, if it could be. null: nothing is shown of it,
   * since the caller goes on.
   */
  readonly judge?: (result: JobResult, rows: readonly SectionListRow[] | null) => JobResult | null;
}

/** Carries out a job in sight of the person, and ends with the server's own order on the screen. */
export async function runVisibly(
  store: CourseStore,
  job: Job,
  { carryOut, judge }: RunOptions = {},
): Promise<JobResult> {
  // Signed out before it has begun: what was asked for is kept for the return, and a job beside it would do it twice.
  if (store.isClosed) return { end: 'stopped', job };
  store.stop = new AbortController();
  const isQuiet = job.steps.length === 1;
  setState(store, { activity: null });
  try {
    const running = runJob(job, {
      getSection: (id) => readSection(store, id, job.goal?.across?.from),
      updateSection,
      rateLimiter,
      wait: pause,
      now,
      store: store.jobs,
      stop: store.stop.signal,
      ...(carryOut && { carryOut }),
      onProgress: (progress, current) => {
        if (!isQuiet) setState(store, { activity: { phase: 'running', job: current, progress } });
      },
    });
    // The job is kept by now, and says what was asked for.
    changeAsked(store, (one) => (one.status === 'begun' ? { ...one, status: 'running' } : one));
    const result = await running;
    for (const { id, outcome } of result.job.steps) {
      if (outcome?.status === 'written' && typeof outcome.after.DisplayOrder === 'number')
        store.ownOrderWrites.set(id, outcome.after.DisplayOrder);
    }
    noteChanged(store, result.job.steps);
    const rows = await showServerOrder(store);
    const judged = result.end === 'completed' || !judge ? result : judge(result, rows);
    if (!judged) return result;
    // What was said of the way there is over; the panel says how it ended.
    if (judged.end !== 'completed') announce(store, '');
    showOutcomes(store, judged);
    return judged;
  } finally {
    store.stop = null;
  }
}

/** A row that was changed here stays where the person sees it. */
export function noteChanged(store: CourseStore, steps: readonly JobStep[]): void {
  const changed = steps.filter((step) => writtenOver(step) !== null && !('DisplayOrder' in step.set));
  if (changed.length === 0) return;
  const { changedHere } = store.state.getSnapshot();
  setState(store, { changedHere: new Set([...changedHere, ...changed.map(({ id }) => id)]) });
}

/** At the rows, and in the panel when something is left to decide. */
export function showOutcomes(store: CourseStore, { end, job }: JobResult): void {
  const rows = new Map(store.state.getSnapshot().rows);
  for (const step of job.steps) {
    const note = outcomeNote(job, step, store.account);
    // A deleted section has no row to say it at.
    if (note && !(job.task === 'delete' && note.tone === 'done'))
      rows.set(step.id, { note } satisfies RowState);
    else rows.delete(step.id);
  }
  const hasMore = end !== 'completed' || job.steps.some(({ outcome }) => outcome?.status === 'changedSince');
  setState(store, { rows, activity: hasMore ? { phase: 'ended', end, job } : null });
}
