import { ApiError } from '#/api/http/errors';
import { settle } from '#/api/http/result';
import { canFinish, undoJob, resume } from '#/features/course-changes/job/job';
import type { Job } from '#/features/course-changes/job/jobTypes';
import { announce, setState, type CourseStore } from '#/features/course-changes/courseStore';
import { noteRole, readList, showServerOrder } from './listCache';
import { runVisibly } from './runVisibly';
import { runDuplicates } from './duplicate';
import { writeOrder } from './sendOrder';
import { runDeletes } from './rowCommands';
import { withCourseLock } from './courseLock';
import { failureText } from './outcomeText';

export { duplicate } from './duplicate';
export { sendMoves, sendOrder } from './sendOrder';
export { changeMany, remove, removeMany, setActive } from './rowCommands';

/** “Finish”: what is left of a job. */
export function finish(store: CourseStore, job: Job): Promise<void> {
  return again(store, job, async () => {
    const ids = (await readList(store)).map(({ Id }) => Id);
    if (job.task === 'delete') return runDeletes(store, job);
    if (job.task === 'duplicate') return runDuplicates(store, job);
    const rest = resume(job, ids);
    if (!rest) {
      refuse(
        store,
        job,
        'Sections were added or deleted meanwhile. Put it back, or dismiss this and move again.',
      );
      return undefined;
    }
    const { end } = await runVisibly(store, rest);
    if (end === 'completed') announce(store, `${job.describe}: finished`);
    return undefined;
  });
}

/** “Put it back”: undoes what was written, where nobody has written since. */
export function putBack(store: CourseStore, job: Job): Promise<void> {
  return again(store, job, async () => {
    const { end } = await runVisibly(store, undoJob(job, Date.now()));
    if (end === 'completed') announce(store, `${job.describe}: put back`);
  });
}

async function again(store: CourseStore, job: Job, change: () => Promise<void>): Promise<void> {
  await withCourseLock(store, job.describe, async () => {
    if (isDealtWith(store, job)) {
      setState(store, { activity: null });
      await showServerOrder(store);
      return;
    }
    const failure = await settle(change());
    if (!(failure instanceof ApiError)) return;
    noteRole(store, failure);
    refuse(store, job, failureText(failure));
  });
}

/** Another tab has finished or dismissed the job while this one showed it. Without storage no other tab knows of it. */
function isDealtWith({ jobs, courseId }: CourseStore, job: Job): boolean {
  if (!canFinish(job) || jobs.load(courseId) !== null) return false;
  const isStorageUsable = jobs.save(job);
  jobs.remove(courseId);
  return isStorageUsable;
}

/** Nothing was sent; the job stays for another try. */
function refuse(store: CourseStore, job: Job, text: string): void {
  store.jobs.save(job);
  setState(store, { activity: { phase: 'ended', end: 'failed', job } });
  announce(store, text);
}

/**
 * Gives each section a number of its own, in the order that stands.
 * @param announced how many writes the person was told of
 */
export function renumber(store: CourseStore, announced: number): Promise<void> {
  const describe = 'Tidy up';
  return withCourseLock(store, describe, async () => {
    const rows = await readList(store);
    const wanted = rows.map(({ Id }) => Id);
    await writeOrder(store, { rows, wanted, describe, announced, concerned: wanted });
  });
}

/** After a reload: a job of this browser may still be under way in another tab. Then the page waits for its end. */
export function recover(store: CourseStore, job: Job): Promise<void> {
  return withCourseLock(store, job.describe, async () => {
    const left = store.jobs.load(store.courseId);
    await showServerOrder(store);
    setState(store, { activity: left && { phase: 'ended', end: 'stopped', job: left } });
  });
}
