import { ApiError } from '#/api/http/errors';
import { settle } from '#/api/http/result';
import type { SectionListRow } from '#/api/sections/sections';
import { dropAsked } from '#/features/course-changes/asked';
import { type Asked, isOfOneRow, type Request, type Target } from '#/features/course-changes/askedTypes';
import { announce, setRow, setState, type CourseStore } from '#/features/course-changes/courseStore';
import { isTroubled, lostCopy } from '#/features/course-changes/job/job';
import type { Job, JobStep, StepOutcome } from '#/features/course-changes/job/jobTypes';
import { holds } from '#/features/course-changes/job/recordPayload';
import { findCopies } from './copyOne';
import { arePlaced } from './duplicate';
import { dropSection, readList, readSection, showServerOrder } from './listCache';
import { lookUntil } from '#/features/saving/lookUntil';
import { goneOrElsewhere, isGoneSoon } from './deleteStep';
import { showOutcomes } from './runVisibly';
import { judgeOrder } from './runOrder';

/**
 * A job that an earlier page has left: looks for the write that was out when the page went away, as a form does, and for
 * copies that were not found before, and says what is known. Only reads.
 * @param rows the list as it is now, if it could be read
 */
export async function lookAgain(
  store: CourseStore,
  left: Job,
  rows: readonly SectionListRow[] | null,
): Promise<void> {
  let job = left;
  for (const [index, step] of left.steps.entries()) {
    const open = openOutcome(step);
    if (!open) continue;
    setState(store, { activity: { phase: 'ended', end: 'stopped', job, isChecking: true } });
    const outcome = await settleStep(store, job, step, open);
    job = { ...job, steps: job.steps.with(index, { ...step, outcome }) };
    store.jobs.save(job);
  }
  const now = job === left ? rows : await showServerOrder(store);
  const judged = judgeOrder(store, { end: 'stopped', job }, now);
  const isPlaced = job.task !== 'duplicate' || (now !== null && arePlaced(job, now));
  if (judged.end === 'completed' || (isPlaced && !judged.job.steps.some(isTroubled))) {
    store.jobs.remove(store.courseId);
    setState(store, { activity: null });
    announce(store, `${job.describe}: finished`);
  } else {
    showOutcomes(store, { end: 'stopped', job: judged.job });
  }
}

type Unknown = Extract<StepOutcome, { status: 'unknown' }>;

/** The outcome of a step that there is something to find out of; null for none. */
function openOutcome(step: JobStep): Unknown | null {
  const { outcome } = step;
  if (outcome?.status === 'unknown') return outcome;
  const copy = lostCopy(step);
  return copy && outcome?.status === 'failed'
    ? { status: 'unknown', before: {}, error: outcome.error, copy }
    : null;
}

/** What became of a step whose answer was lost; unknown still, where it can't be read. */
async function settleStep(store: CourseStore, job: Job, step: JobStep, open: Unknown): Promise<StepOutcome> {
  let outcome: StepOutcome = open;
  await lookUntil(async () => {
    const found = await settle(lookFor(store, job, step, open));
    outcome = found instanceof ApiError ? { ...open, error: found } : (found ?? lost(job, open));
    return found !== null && !(found instanceof ApiError);
  });
  return outcome;
}

/** @returns what the step has become, null for no trace of it @throws ApiError */
async function lookFor(
  store: CourseStore,
  job: Job,
  step: JobStep,
  { before }: Unknown,
): Promise<StepOutcome | null> {
  if (job.task === 'duplicate') return findCopies(store, job, step, await readList(store));
  if (job.task === 'delete') {
    const rows = await readList(store);
    return rows.some(({ Id }) => Id === step.id) ? null : goneOrElsewhere(store, step.id);
  }
  const record = await readSection(store, step.id);
  return holds(record, step.set) ? { status: 'written', before, after: step.set } : null;
}

function lost({ task }: Job, { before, error, copy }: Unknown): StepOutcome {
  return {
    status: 'failed',
    error: error?.outcome === 'unknown' ? error : new ApiError({ kind: 'aborted', outcome: 'unknown' }),
    before: task === undefined ? before : null,
    ...(copy && { copy }),
  };
}

/** Switches and deletes of which a write may have been out: those that have arrived are done. Only reads. */
export async function lookForLeft(store: CourseStore): Promise<void> {
  const left = store.state.getSnapshot().asked.filter(({ mayBeWritten }) => mayBeWritten);
  for (const one of left) {
    if (!isOfOneRow(one.request)) continue;
    const { id } = one.request.target;
    setRow(store, id, { busy: 'Checking…' });
    const isDone = await hasArrived(store, one.request);
    setRow(store, id, null);
    if (isDone) settleLeft(store, one, one.request);
  }
}

type OfOneRow = Extract<Request, { readonly target: Target }>;

function hasArrived(store: CourseStore, request: OfOneRow): Promise<boolean> {
  if (request.kind === 'delete') return isGoneSoon(request.target.id);
  return lookUntil(async () => {
    const record = await settle(readSection(store, request.target.id));
    if (record instanceof ApiError) return false;
    return request.kind === 'rename' ? record.Title === request.title : record.Active === request.isActive;
  });
}

function settleLeft(store: CourseStore, { id, describe }: Asked, { kind, target }: OfOneRow): void {
  dropAsked(store, (one) => one.id === id);
  if (kind === 'delete') dropSection(store, target.id);
  announce(store, `${describe}: finished`);
}
