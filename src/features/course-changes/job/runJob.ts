import type { ApiErrorKind } from '#/api/http/errors';
import type { SectionRecord, SectionUpdatePayload } from '#/api/sections/sections';
import type { RateLimiter } from './rateLimiter';
import { isPending, isTroubled } from './job';
import type { Job, JobProgress, JobStep, JobStore, StepOutcome } from './jobTypes';
import { updateStep, type StepCalls } from './updateStep';

export interface JobDeps {
  getSection(id: number): Promise<SectionRecord>;
  updateSection(payload: SectionUpdatePayload): Promise<void>;
  readonly rateLimiter: RateLimiter;
  /** Resolves after so many milliseconds. */
  readonly wait: (ms: number) => Promise<void>;
  /** Milliseconds; only differences count. */
  now(): number;
  readonly store: JobStore;
  /** “Stop”: ends the job before its next step. A write under way is never cut off. */
  readonly stop?: AbortSignal;
  /** How a step is carried out; left out: as an update. */
  readonly carryOut?: (step: JobStep, calls: StepCalls) => Promise<StepOutcome>;
  /** Called at the start, after each step, and at the end. */
  onProgress?(progress: JobProgress, job: Job): void;
}

export interface JobResult {
  /** `failed`: a step failed or is not settled; its outcome says why. */
  readonly end: 'completed' | 'stopped' | 'failed';
  readonly job: Job;
}

/** A guess for the first step; after that the job's own average counts. */
const FIRST_STEP_MS = 600;

/** Failures that concern one record; after any other the next record would only fail as well. */
const oneRecordOnly: readonly ApiErrorKind[] = ['refused', 'notFound'];

/**
 * Carries out the pending steps of a job, one at a time. The job is stored before the first write, each write before it
 * goes out, and each outcome after it; a completed job is removed, unless it has made copies. Use it for a new job, for
 * what is left of one, and for `undoJob`.
 * @throws only what is no `ApiError`; the stored job is right even then
 */
export async function runJob(start: Job, deps: JobDeps): Promise<JobResult> {
  const { rateLimiter, store, stop, carryOut = updateStep } = deps;
  let job = start;
  let isKept = true;
  let spent = 0;
  let tried = 0;
  const record = (index: number, outcome: StepOutcome) => {
    job = { ...job, steps: job.steps.with(index, { ...stepAt(job, index), outcome }) };
    isKept = store.save(job);
  };
  const report = (secondsLeft: number) => {
    const done = job.steps.filter((step) => !isPending(step)).length;
    deps.onProgress?.({ done, total: job.steps.length, secondsLeft, isKept }, job);
  };
  const end = (how: JobResult['end']): JobResult => {
    report(0);
    // Copies have yet to be put in their places: who does that removes the job.
    if (how === 'completed' && job.task !== 'duplicate') store.remove(job.courseId);
    return { end: how, job };
  };

  const pending = start.steps.flatMap((step, index) => (isPending(step) ? [index] : []));
  if (pending.length > 0) isKept = store.save(job);
  for (const index of pending) {
    report(rateLimiter.secondsLeft(pending.length - tried, tried > 0 ? spent / tried : FIRST_STEP_MS));
    await rateLimiter.ready(stop);
    if (stop?.aborted) return end('stopped');
    const began = deps.now();
    const outcome = await carryOut(
      stepAt(job, index),
      pacedCalls(deps, job.courseId, (kept) => record(index, kept)),
    );
    record(index, outcome);
    spent += deps.now() - began;
    tried++;
    if (endsJob(outcome, job)) return end('failed');
  }
  return end(job.steps.some(isTroubled) ? 'failed' : 'completed');
}

function pacedCalls(deps: JobDeps, courseId: number, keep: StepCalls['keep']): StepCalls {
  return {
    courseId,
    getSection(id) {
      deps.rateLimiter.note('read');
      return deps.getSection(id);
    },
    updateSection(payload) {
      deps.rateLimiter.note('write');
      return deps.updateSection(payload);
    },
    wait: deps.wait,
    keep,
  };
}

function endsJob(outcome: StepOutcome, job: Job): boolean {
  if (outcome.status === 'unknown') return true;
  // The others were planned around it.
  if (outcome.status === 'otherCourse') return job.stopAtFailure;
  return outcome.status === 'failed' && (job.stopAtFailure || !oneRecordOnly.includes(outcome.error.kind));
}

function stepAt(job: Job, index: number): JobStep {
  const step = job.steps[index];
  if (!step) throw new RangeError(`The job has no step ${index}.`);
  return step;
}
