import { setState, type CourseStore } from '#/features/course-changes/courseStore';

/** Only one tab at a time writes to a course: each reads the order before it plans. */
const lockOf = ({ account, courseId }: CourseStore) => `section-run/${account}/${courseId}`;

/**
 * Runs a job when those before it are done and no other tab of this browser works on the course. Where the browser has
 * no locks (no secure context), only the jobs of this tab wait for one another.
 */
export function withCourseLock(
  store: CourseStore,
  describe: string,
  job: () => Promise<void>,
): Promise<void> {
  const turn = store.tail.then(() => withLock(store, describe, job));
  store.tail = turn.catch(() => undefined);
  return turn;
}

async function withLock(store: CourseStore, describe: string, job: () => Promise<void>): Promise<void> {
  const locks = (navigator as { locks?: LockManager }).locks;
  if (!locks) return job();
  const isFree = await locks.request(lockOf(store), { ifAvailable: true }, async (lock) => {
    if (lock) await job();
    return lock !== null;
  });
  if (isFree) return undefined;
  const reason = 'Another tab of this browser is changing this course. It goes on when that is done.';
  setState(store, { activity: { phase: 'waiting', describe, reason } });
  await locks.request(lockOf(store), async () => {
    const { activity } = store.state.getSnapshot();
    if (activity?.phase === 'waiting') setState(store, { activity: null });
    await job();
  });
  return undefined;
}
