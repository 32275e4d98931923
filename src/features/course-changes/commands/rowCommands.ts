import { ApiError } from '#/api/http/errors';
import { deleteSection, updateSection } from '#/api/sections/sectionWrites';
import { getSection } from '#/api/sections/sections';
import { createRun } from '#/features/course-changes/job/job';
import type { SectionChanges } from '#/features/course-changes/job/recordPayload';
import type { StepOutcome } from '#/features/course-changes/job/jobTypes';
import { updateStep } from '#/features/course-changes/job/updateStep';
import { say, setRow, update, type Work } from '#/features/course-changes/courseStore';
import { dropSection, noteRole, readSection, showServerOrder } from './listCache';
import { drive, pace } from './runVisibly';
import { isBlocked } from './sendOrder';
import { inTurn } from './courseLock';
import { failureWords, outcomeNote } from './outcomeText';

export interface Target {
  readonly id: number;
  readonly title: string;
}

/** Switches one section; the switch then shows what the server holds. */
export async function setActive(work: Work, { id, title }: Target, isActive: boolean): Promise<void> {
  const set: SectionChanges = { Active: isActive };
  const describe = isActive ? 'Activate' : 'Deactivate';
  setRow(work, id, { busy: 'Saving…', wished: isActive });
  await inTurn(work, `${describe} ${title}`, async () => {
    await pace.ready();
    const step = { id, describe: title, set, expect: null, outcome: null };
    const outcome = await updateStep(step, {
      getSection: (one) => (pace.note('read'), readSection(work, one)),
      updateSection: (payload) => (pace.note('write'), updateSection(payload)),
      keep: () => undefined,
    });
    settleRow(work, id, outcome);
    const isDone = outcome.status === 'written' || outcome.status === 'unchanged';
    if (isDone) say(work, `“${title}” is ${isActive ? 'active' : 'inactive'}`);
  });
}

/** A failure stays at the row; a success is seen by what the row shows. */
function settleRow(work: Work, id: number, outcome: StepOutcome): void {
  if (outcome.status === 'failed') noteRole(work, outcome.error);
  const run = createRun({
    courseId: work.courseId,
    describe: '',
    startedAt: 0,
    ids: null,
    stopAtFailure: true,
    changes: [],
  });
  const note = outcomeNote(run, { id, describe: '', set: {}, expect: null, outcome });
  setRow(work, id, note?.tone === 'danger' ? { note } : null);
}

/** Deletes one section; gone already counts as deleted (contract.md 6). */
export async function remove(work: Work, { id, title }: Target): Promise<void> {
  setRow(work, id, { busy: 'Deleting…' });
  await inTurn(work, `Delete ${title}`, async () => {
    pace.note('write');
    const failure = await deleteOne(id);
    if (failure) {
      noteRole(work, failure);
      setRow(work, id, { note: { tone: 'danger', text: failureWords(failure) } });
      return;
    }
    setRow(work, id, null);
    dropSection(work, id);
    say(work, `“${title}” was deleted`);
    await showServerOrder(work);
  });
}

/** When the answer is lost, the section itself says whether it is gone. @returns null = it is gone */
async function deleteOne(id: number): Promise<ApiError | null> {
  const failure = await errorOf(deleteSection(id));
  if (failure?.outcome !== 'unknown') return failure;
  const reading = await errorOf(getSection(id));
  return reading?.kind === 'notFound' ? null : failure;
}

async function errorOf(call: Promise<unknown>): Promise<ApiError | null> {
  try {
    await call;
    return null;
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
}

/** A change of several sections, each with its own outcome. */
export async function changeMany(
  work: Work,
  targets: readonly Target[],
  set: SectionChanges,
  describe: string,
): Promise<void> {
  await inTurn(work, describe, async () => {
    if (isBlocked(work)) return;
    const { end } = await drive(work, bulkRun(work, targets, set, describe));
    if (end === 'completed') say(work, `${describe}: done`);
  });
}

export async function removeMany(work: Work, targets: readonly Target[], describe: string): Promise<void> {
  await inTurn(work, describe, async () => {
    if (isBlocked(work)) return;
    await driveDeletes(work, { ...bulkRun(work, targets, {}, describe), task: 'delete' });
  });
}

export async function driveDeletes(work: Work, run: ReturnType<typeof bulkRun>): Promise<void> {
  const { end } = await drive(work, run, async ({ id }) => {
    pace.note('write');
    const failure = await deleteOne(id);
    if (failure) return { status: 'failed', error: failure, before: null };
    dropSection(work, id);
    return { status: 'done', createdId: null };
  });
  if (end === 'completed') say(work, `${run.describe}: done`);
}

export function bulkRun(work: Work, targets: readonly Target[], set: SectionChanges, describe: string) {
  update(work, { rows: new Map() });
  say(work, '');
  return createRun({
    courseId: work.courseId,
    describe,
    startedAt: Date.now(),
    ids: null,
    stopAtFailure: false,
    changes: targets.map(({ id, title }) => ({ id, set, describe: title })),
  });
}
