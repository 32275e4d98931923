import { update, type Work } from '#/features/course-changes/courseStore';

/** Only one tab at a time writes to a course: each reads the order before it plans. */
const lockOf = ({ account, courseId }: Work) => `section-run/${account}/${courseId}`;

/**
 * Runs a job when those before it are done and no other tab of this browser works on the course. Where the browser has
 * no locks (no secure context), only the jobs of this tab wait for one another.
 */
export function inTurn(work: Work, describe: string, job: () => Promise<void>): Promise<void> {
  const turn = work.tail.then(() => withLock(work, describe, job));
  work.tail = turn.catch(() => undefined);
  return turn;
}

async function withLock(work: Work, describe: string, job: () => Promise<void>): Promise<void> {
  const locks = (navigator as { locks?: LockManager }).locks;
  if (!locks) return job();
  const isFree = await locks.request(lockOf(work), { ifAvailable: true }, async (lock) => {
    if (lock) await job();
    return lock !== null;
  });
  if (isFree) return undefined;
  const reason = 'Another tab of this browser is changing this course. It goes on when that is done.';
  update(work, { activity: { phase: 'waiting', describe, reason } });
  await locks.request(lockOf(work), async () => {
    const { activity } = work.state.getSnapshot();
    if (activity?.phase === 'waiting') update(work, { activity: null });
    await job();
  });
  return undefined;
}
