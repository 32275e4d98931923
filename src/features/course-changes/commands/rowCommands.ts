import { ApiError } from '#/api/http/errors';
import { settle } from '#/api/http/result';
import { deleteSection, updateSection } from '#/api/sections/sectionWrites';
import { getSection } from '#/api/sections/sections';
import { pause } from '#/lib/pause';
import { createJob } from '#/features/course-changes/job/job';
import type { SectionChanges } from '#/features/course-changes/job/recordPayload';
import type { JobDeps } from '#/features/course-changes/job/runJob';
import type { Job, JobStep, StepOutcome } from '#/features/course-changes/job/jobTypes';
import { updateStep } from '#/features/course-changes/job/updateStep';
import type { Target } from '#/features/course-changes/askedTypes';
import { announce, setRow, setState, type CourseStore } from '#/features/course-changes/courseStore';
import { dropSection, readSection, showServerOrder } from './listCache';
import { runVisibly, rateLimiter } from './runVisibly';
import { lookUntil } from './lookUntil';
import { failureText, troubleText } from './outcomeText';

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

/** Deletes one section; gone already counts as deleted (docs/api-contract.md 6). */
export async function remove(store: CourseStore, { id, title }: Target): Promise<void> {
  rateLimiter.note('write');
  const failure = await deleteOne(id);
  if (failure) {
    setRow(store, id, { note: { tone: 'danger', text: failureText(failure) } });
    return;
  }
  setRow(store, id, null);
  dropSection(store, id);
  announce(store, `“${title}” was deleted`);
  await showServerOrder(store);
}

/** When the answer is lost, the section itself says whether it is gone. @returns null = it is gone */
async function deleteOne(id: number): Promise<ApiError | null> {
  const failure = (await settle(deleteSection(id))) ?? null;
  if (failure?.outcome !== 'unknown') return failure;
  return (await isGoneSoon(id)) ? null : failure;
}

/** Looks up to three times whether a section is gone. */
export function isGoneSoon(id: number): Promise<boolean> {
  return lookUntil(async () => {
    rateLimiter.note('read');
    const found = await settle(getSection(id));
    return found instanceof ApiError && found.kind === 'notFound';
  });
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
  const carryOut: JobDeps['carryOut'] = async ({ id }, calls) => {
    rateLimiter.note('write');
    calls.keep({ status: 'unknown', before: {}, error: null });
    const failure = await deleteOne(id);
    if (failure) return { status: 'failed', error: failure, before: null };
    dropSection(store, id);
    return { status: 'done', createdId: null };
  };
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
