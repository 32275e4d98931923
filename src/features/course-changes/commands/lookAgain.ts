import { ApiError } from '#/api/http/errors';
import { settle } from '#/api/http/result';
import type { SectionListRow } from '#/api/sections/sections';
import { dropAsked } from '#/features/course-changes/asked';
import { type Asked, isOfOneRow, type Request, type Target } from '#/features/course-changes/askedTypes';
import { announce, setRow, setState, type CourseStore } from '#/features/course-changes/courseStore';
import { isTroubled } from '#/features/course-changes/job/job';
import type { Job, JobStep, StepOutcome } from '#/features/course-changes/job/jobTypes';
import { holds } from '#/features/course-changes/job/recordPayload';
import { arePlaced, findCopies } from './duplicate';
import { dropSection, readList, readSection, showServerOrder } from './listCache';
import { lookUntil } from './lookUntil';
import { goneOrElsewhere, isGoneSoon } from './deleteStep';
import { showOutcomes } from './runVisibly';
import { judgeOrder } from './runOrder';

/**
 * A job that an earlier page has left: looks for the write that was out when the page went away, as a form does, and says
 * what is known. Only reads.
 * @param rows the list as it is now, if it could be read
 */
export async function lookAgain(
  store: CourseStore,
  left: Job,
  rows: readonly SectionListRow[] | null,
): Promise<void> {
  let job = left;
  for (const [index, step] of left.steps.entries()) {
    if (step.outcome?.status !== 'unknown') continue;
    setState(store, { activity: { phase: 'ended', end: 'stopped', job, isChecking: true } });
    const outcome = await settleStep(store, job, step);
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
  } else if (job === left) {
    setState(store, { activity: { phase: 'ended', end: 'stopped', job: judged.job } });
  } else {
    showOutcomes(store, { end: 'stopped', job: judged.job });
  }
}

type Unknown = Extract<StepOutcome, { status: 'unknown' }>;

/** What became of a step whose answer was lost with the page; unknown still, where it can't be read. */
async function settleStep(store: CourseStore, job: Job, step: JobStep): Promise<StepOutcome> {
  const before = (step.outcome as Unknown).before;
  let outcome: StepOutcome = { status: 'unknown', before, error: null };
  await lookUntil(async () => {
    const found = await settle(lookFor(store, job, step));
    outcome = found instanceof ApiError ? unread(step, found) : (found ?? lost(job, before));
    return found !== null && !(found instanceof ApiError);
  });
  return outcome;
}

/** @returns what the step has become, null for no trace of it @throws ApiError */
async function lookFor(store: CourseStore, job: Job, step: JobStep): Promise<StepOutcome | null> {
  if (job.task === 'duplicate') return findCopies(store, job, step, await readList(store));
  if (job.task === 'delete') {
    const rows = await readList(store);
    return rows.some(({ Id }) => Id === step.id) ? null : goneOrElsewhere(store, step.id);
  }
  const record = await readSection(store, step.id);
  const before = (step.outcome as Unknown).before;
  return holds(record, step.set) ? { status: 'written', before, after: step.set } : null;
}

const unread = (step: JobStep, error: ApiError): StepOutcome => ({
  status: 'unknown',
  before: (step.outcome as Unknown).before,
  error,
});

function lost({ task }: Job, before: Unknown['before']): StepOutcome {
  const error = new ApiError({ kind: 'aborted', outcome: 'unknown' });
  return { status: 'failed', error, before: task === undefined ? before : null };
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
    return !(record instanceof ApiError) && record.Active === request.isActive;
  });
}

function settleLeft(store: CourseStore, { id, describe }: Asked, { kind, target }: OfOneRow): void {
  dropAsked(store, (one) => one.id === id);
  if (kind === 'delete') dropSection(store, target.id);
  announce(store, `${describe}: finished`);
}
