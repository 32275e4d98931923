import { updateSection } from '#/api/sections/sectionWrites';
import { pause } from '#/lib/pause';
import { counted } from '#/lib/format';
import { createJob, writtenOver } from '#/features/course-changes/job/job';
import type { SectionChanges, StoredValues } from '#/features/course-changes/job/recordPayload';
import type { JobDeps, JobResult } from '#/features/course-changes/job/runJob';
import type { Job, JobStep, PlannedChange, StepOutcome } from '#/features/course-changes/job/jobTypes';
import { updateStep } from '#/features/course-changes/job/updateStep';
import type { ChangeTarget, Target } from '#/features/course-changes/askedTypes';
import {
  announce,
  announceDone,
  endBusy,
  setRow,
  setState,
  type CourseStore,
} from '#/features/course-changes/courseStore';
import { deleteStep } from './deleteStep';
import { readSection, showServerOrder } from './listCache';
import { noteChanged, runVisibly, rateLimiter } from './runVisibly';
import { doneText, troubleText } from './outcomeText';

/** Switches one section; the switch then shows what the server holds. */
export async function setActive(
  store: CourseStore,
  target: Target,
  isActive: boolean,
  describe: string,
): Promise<void> {
  const set = { Active: isActive };
  settleRow(store, target.id, set, await changeOne(store, target, { set, expect: null }, describe));
}

/** Changes one section, and tells what was done; what became of it is for the caller to show where it was not. */
export async function changeOne(
  store: CourseStore,
  { id, title }: Target,
  change: Pick<JobStep, 'set' | 'expect'>,
  describe: string,
): Promise<StepOutcome> {
  await rateLimiter.ready();
  const step: JobStep = { ...change, id, describe: title, outcome: null };
  const outcome = await updateStep(step, {
    courseId: store.courseId,
    getSection: (one) => (rateLimiter.note('read'), readSection(store, one)),
    updateSection: (payload) => (rateLimiter.note('write'), updateSection(payload)),
    wait: pause,
    keep: () => undefined,
  });
  const steps = [{ ...step, outcome }];
  noteChanged(store, steps);
  if (outcome.status === 'written' || outcome.status === 'unchanged')
    sayDone(store, { ...changeJob(store, [], describe), steps });
  return outcome;
}

/** A failure stays at the row; a success is seen by what the row shows. */
function settleRow(store: CourseStore, id: number, set: StoredValues, outcome: StepOutcome): void {
  const text = troubleText(outcome, set, store.account);
  if (text === null) endBusy(store, id);
  else setRow(store, id, { note: { tone: 'danger', text } });
}

/** Deletes one section; a failure stays at its row. */
export async function remove(store: CourseStore, { id, title }: Target): Promise<void> {
  await rateLimiter.ready();
  const outcome = await deleteStep(store, id);
  if (outcome.status !== 'done') {
    const text = troubleText(outcome, {}, store.account, 'delete');
    setRow(store, id, text === null ? null : { note: { tone: 'danger', text } });
    return;
  }
  setRow(store, id, null);
  announce(store, `“${title}” was deleted`);
  await showServerOrder(store);
}

/** A change of several sections, each with its own outcome. */
export async function changeMany(
  store: CourseStore,
  targets: readonly ChangeTarget[],
  set: SectionChanges,
  describe: string,
): Promise<void> {
  const { end, job } = await runVisibly(store, bulkJob(store, targets, set, describe));
  if (end === 'completed') sayDone(store, job);
}

/** What was done, with the offer to take it back; without it where all was so already. */
function sayDone(store: CourseStore, job: Job): void {
  const text = doneText(job);
  if (job.steps.some((step) => writtenOver(step) !== null))
    announceDone(store, { kind: 'job', text, job, isUndo: false });
  else announce(store, text);
}

export async function removeMany(
  store: CourseStore,
  targets: readonly Target[],
  describe: string,
): Promise<void> {
  await runDeletes(store, { ...bulkJob(store, targets, {}, describe), task: 'delete' });
}

export async function runDeletes(store: CourseStore, job: Job): Promise<JobResult['end']> {
  const carryOut: JobDeps['carryOut'] = ({ id }, calls) =>
    deleteStep(store, id, () => calls.keep({ status: 'unknown', before: {}, error: null }));
  const { end } = await runVisibly(store, job, { carryOut });
  if (end === 'completed') announce(store, `${counted(job.steps.length, 'section')} deleted`);
  return end;
}

export function bulkJob(
  store: CourseStore,
  targets: readonly ChangeTarget[],
  set: SectionChanges,
  describe: string,
): Job {
  setState(store, { rows: new Map() });
  announce(store, '');
  return changeJob(
    store,
    targets.map(({ id, title, set: own }) => ({ id, set: { ...set, ...own }, describe: title })),
    describe,
  );
}

/** Changes of sections that do not depend on one another. */
function changeJob({ courseId }: CourseStore, changes: readonly PlannedChange[], describe: string): Job {
  return createJob({ courseId, describe, startedAt: Date.now(), ids: null, stopAtFailure: false, changes });
}
