import { updateSection } from '#/api/sections/sectionWrites';
import { pause } from '#/lib/pause';
import { createJob } from '#/features/course-changes/job/job';
import type { SectionChanges } from '#/features/course-changes/job/recordPayload';
import type { JobDeps } from '#/features/course-changes/job/runJob';
import type { Job, JobStep, StepOutcome } from '#/features/course-changes/job/jobTypes';
import { updateStep } from '#/features/course-changes/job/updateStep';
import type { Target } from '#/features/course-changes/askedTypes';
import { announce, setRow, setState, type CourseStore } from '#/features/course-changes/courseStore';
import { deleteStep } from './deleteStep';
import { readSection, showServerOrder } from './listCache';
import { runVisibly, rateLimiter } from './runVisibly';
import { troubleText } from './outcomeText';

/** Switches one section; the switch then shows what the server holds. */
export async function setActive(store: CourseStore, { id, title }: Target, isActive: boolean): Promise<void> {
  await rateLimiter.ready();
  const step = { id, describe: title, set: { Active: isActive }, expect: null, outcome: null };
  const outcome = await updateStep(step, {
    courseId: store.courseId,
    getSection: (one) => (rateLimiter.note('read'), readSection(store, one)),
    updateSection: (payload) => (rateLimiter.note('write'), updateSection(payload)),
    wait: pause,
    keep: () => undefined,
  });
  settleRow(store, step, outcome);
  const isDone = outcome.status === 'written' || outcome.status === 'unchanged';
  if (isDone) announce(store, `“${title}” is ${isActive ? 'active' : 'inactive'}`);
}

/** A failure stays at the row; a success is seen by what the row shows. */
function settleRow(store: CourseStore, { id, set }: JobStep, outcome: StepOutcome): void {
  const text = troubleText(outcome, set, store.account);
  setRow(store, id, text === null ? null : { note: { tone: 'danger', text } });
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
  targets: readonly Target[],
  set: SectionChanges,
  describe: string,
): Promise<void> {
  const { end } = await runVisibly(store, bulkJob(store, targets, set, describe));
  if (end === 'completed') announce(store, `${describe}: done`);
}

export async function removeMany(
  store: CourseStore,
  targets: readonly Target[],
  describe: string,
): Promise<void> {
  await runDeletes(store, { ...bulkJob(store, targets, {}, describe), task: 'delete' });
}

export async function runDeletes(store: CourseStore, job: Job): Promise<void> {
  const carryOut: JobDeps['carryOut'] = ({ id }, calls) =>
    deleteStep(store, id, () => calls.keep({ status: 'unknown', before: {}, error: null }));
  const { end } = await runVisibly(store, job, { carryOut });
  if (end === 'completed') announce(store, `${job.describe}: done`);
}

export function bulkJob(
  store: CourseStore,
  targets: readonly Target[],
  set: SectionChanges,
  describe: string,
): Job {
  setState(store, { rows: new Map() });
  announce(store, '');
  return createJob({
    courseId: store.courseId,
    describe,
    startedAt: Date.now(),
    ids: null,
    stopAtFailure: false,
    changes: targets.map(({ id, title }) => ({ id, set, describe: title })),
  });
}
