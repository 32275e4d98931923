import { type Activity, setState, type CourseStore } from '#/features/course-changes/courseStore';

/** Only one tab at a time writes to a course: each reads the order before it plans. */
const lockOf = ({ account, courseId }: CourseStore) => `section-run/${account}/${courseId}`;

/**
 * Does something to a course when what was asked for before it is done and no other tab of this browser changes the
 * course. Where the browser has no locks (no secure context), only what this tab does waits for one another.
 * @param describe for people, should it have to wait
 */
export function withCourseLock(
  store: CourseStore,
  describe: string,
  work: () => Promise<void>,
): Promise<void> {
  // What has its turn after the account has signed out is kept for its return.
  const start = () => (store.isClosed ? Promise.resolve() : work());
  const turn = store.tail.then(() => withLock(store, describe, start));
  store.tail = turn.catch(() => undefined);
  return turn;
}

async function withLock(store: CourseStore, describe: string, work: () => Promise<void>): Promise<void> {
  const locks = (navigator as { locks?: LockManager }).locks;
  if (!locks) return work();
  const isFree = await locks.request(lockOf(store), { ifAvailable: true }, async (lock) => {
    if (lock) await work();
    return lock !== null;
  });
  if (isFree) return undefined;
  const reason = 'Another tab of this browser is changing this course. It goes on when that is done.';
  const before = store.state.getSnapshot().activity;
  setState(store, { activity: { phase: 'waiting', describe, reason } });
  await locks.request(lockOf(store), async () => {
    const { activity } = store.state.getSnapshot();
    if (activity?.phase === 'waiting') setState(store, { activity: stillStanding(store, before) });
    await work();
  });
  return undefined;
}

/** What there was to decide, unless another tab has dealt with it meanwhile. */
function stillStanding({ jobs, courseId }: CourseStore, before: Activity | null): Activity | null {
  if (before?.phase !== 'ended' || before.end === 'completed') return before;
  const job = jobs.load(courseId);
  return job && { ...before, job };
}
