import type { ApiErrorKind } from '#/api/http/errors';
import type { SectionRecord, SectionUpdatePayload } from '#/api/sections/sections';
import type { Pace } from './rateLimiter';
import { isPending } from './job';
import type { Run, RunProgress, RunStep, RunStore, StepOutcome } from './jobTypes';
import { updateStep, type StepCalls } from './updateStep';

export interface RunDeps {
  getSection(id: number): Promise<SectionRecord>;
  updateSection(payload: SectionUpdatePayload): Promise<void>;
  readonly pace: Pace;
  /** Milliseconds; only differences count. */
  now(): number;
  readonly store: RunStore;
  /** “Stop”: ends the run before its next step. A write under way is never cut off. */
  readonly stop?: AbortSignal;
  /** How a step is carried out; left out: as an update. */
  readonly carryOut?: (step: RunStep, calls: StepCalls) => Promise<StepOutcome>;
  /** Called at the start, after each step, and at the end. */
  onProgress?(progress: RunProgress, run: Run): void;
}

export interface RunResult {
  /** `failed`: a step failed or is not settled; its outcome says why. */
  readonly end: 'completed' | 'stopped' | 'failed';
  readonly run: Run;
}

/** A guess for the first step; after that the run's own average counts. */
const firstGuess = 600;

/** Failures that concern one record; after any other the next record would only fail as well. */
const oneRecordOnly: readonly ApiErrorKind[] = ['refused', 'notFound'];

/**
 * Carries out the pending steps of a run, one at a time. The run is stored before the first write, each write before it
 * goes out, and each outcome after it; a completed run is removed. Use it for a new run, for `resume` and for `inverse`.
 * @throws only what is no `ApiError`; the stored run is right even then
 */
export async function driveRun(start: Run, deps: RunDeps): Promise<RunResult> {
  const { pace, store, stop, carryOut = updateStep } = deps;
  let run = start;
  let isKept = true;
  let spent = 0;
  let tried = 0;
  const record = (index: number, outcome: StepOutcome) => {
    run = { ...run, steps: run.steps.with(index, { ...stepAt(run, index), outcome }) };
    isKept = store.save(run);
  };
  const report = (secondsLeft: number) => {
    const done = run.steps.filter((step) => !isPending(step)).length;
    deps.onProgress?.({ done, total: run.steps.length, secondsLeft, isKept }, run);
  };
  const end = (how: RunResult['end']): RunResult => {
    report(0);
    if (how === 'completed') store.remove(run.courseId);
    return { end: how, run };
  };

  const pending = start.steps.flatMap((step, index) => (isPending(step) ? [index] : []));
  if (pending.length > 0) isKept = store.save(run);
  for (const index of pending) {
    report(pace.secondsLeft(pending.length - tried, tried > 0 ? spent / tried : firstGuess));
    await pace.ready(stop);
    if (stop?.aborted) return end('stopped');
    const began = deps.now();
    const outcome = await carryOut(
      stepAt(run, index),
      pacedCalls(deps, (kept) => record(index, kept)),
    );
    record(index, outcome);
    spent += deps.now() - began;
    tried++;
    if (endsRun(outcome, run)) return end('failed');
  }
  return end(run.steps.some(isPending) ? 'failed' : 'completed');
}

function pacedCalls(deps: RunDeps, keep: StepCalls['keep']): StepCalls {
  return {
    getSection(id) {
      deps.pace.note('read');
      return deps.getSection(id);
    },
    updateSection(payload) {
      deps.pace.note('write');
      return deps.updateSection(payload);
    },
    keep,
  };
}

function endsRun(outcome: StepOutcome, run: Run): boolean {
  if (outcome.status === 'unknown') return true;
  return outcome.status === 'failed' && (run.stopAtFailure || !oneRecordOnly.includes(outcome.error.kind));
}

function stepAt(run: Run, index: number): RunStep {
  const step = run.steps[index];
  if (!step) throw new RangeError(`The run has no step ${index}.`);
  return step;
}
