import { ApiError } from '#/api/http/errors';
import { canFinish, inverse, resume } from '#/features/course-changes/job/job';
import type { Run } from '#/features/course-changes/job/jobTypes';
import { planTidy } from '#/features/course-changes/plan/renumberPlan';
import { storedOrders } from '#/features/course-changes/plan/plannedWrites';
import { say, update, type Work } from '#/features/course-changes/courseStore';
import { noteRole, readList, showServerOrder } from './listCache';
import { drive } from './runVisibly';
import { driveDuplicates } from './duplicate';
import { writeOrder } from './sendOrder';
import { driveDeletes } from './rowCommands';
import { inTurn } from './courseLock';
import { failureWords } from './outcomeText';

export { duplicate } from './duplicate';
export { sendMoves, sendOrder } from './sendOrder';
export { changeMany, remove, removeMany, setActive } from './rowCommands';

/** “Finish”: what is left of a run. */
export function finish(work: Work, run: Run): Promise<void> {
  return again(work, run, async () => {
    const ids = (await readList(work)).map(({ Id }) => Id);
    if (run.task === 'delete') return driveDeletes(work, run);
    if (run.task === 'duplicate') return driveDuplicates(work, run);
    const rest = resume(run, ids);
    if (!rest) {
      refuse(
        work,
        run,
        'Sections were added or deleted meanwhile. Put it back, or dismiss this and move again.',
      );
      return undefined;
    }
    const { end } = await drive(work, rest);
    if (end === 'completed') say(work, `${run.describe}: finished`);
    return undefined;
  });
}

/** “Put it back”: undoes what was written, where nobody has written since. */
export function putBack(work: Work, run: Run): Promise<void> {
  return again(work, run, async () => {
    const { end } = await drive(work, inverse(run, Date.now()));
    if (end === 'completed') say(work, `${run.describe}: put back`);
  });
}

async function again(work: Work, run: Run, job: () => Promise<void>): Promise<void> {
  await inTurn(work, run.describe, async () => {
    if (isDealtWith(work, run)) {
      update(work, { activity: null });
      await showServerOrder(work);
      return;
    }
    try {
      await job();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      noteRole(work, error);
      refuse(work, run, failureWords(error));
    }
  });
}

/** Another tab has finished or dismissed the run while this one showed it. Without storage no other tab knows of it. */
function isDealtWith({ runs, courseId }: Work, run: Run): boolean {
  if (!canFinish(run) || runs.load(courseId) !== null) return false;
  const isStorageUsable = runs.save(run);
  runs.remove(courseId);
  return isStorageUsable;
}

/** Nothing was sent; the run stays for another try. */
function refuse(work: Work, run: Run, text: string): void {
  work.runs.save(run);
  update(work, { activity: { phase: 'ended', end: 'failed', run } });
  say(work, text);
}

/**
 * Gives each section a number of its own, in the order that stands.
 * @param announced how many writes the person was told of
 */
export function tidyUp(work: Work, announced: number): Promise<void> {
  const describe = 'Tidy up';
  return inTurn(work, describe, async () => {
    const rows = await readList(work);
    const wanted = rows.map(({ Id }) => Id);
    await writeOrder(work, { rows, wanted, describe, announced, plan: planTidy(storedOrders(rows)) });
  });
}

/** After a reload: a run of this browser may still be under way in another tab. Then the page waits for its end. */
export function recover(work: Work, run: Run): Promise<void> {
  return inTurn(work, run.describe, async () => {
    const left = work.runs.load(work.courseId);
    await showServerOrder(work);
    update(work, { activity: left && { phase: 'ended', end: 'stopped', run: left } });
  });
}
