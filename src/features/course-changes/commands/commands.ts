import { ApiError } from '#/api/http/errors';
import { settle } from '#/api/http/result';
import { counted } from '#/lib/format';
import { canFinish, undoJob } from '#/features/course-changes/job/job';
import type { Job } from '#/features/course-changes/job/jobTypes';
import {
  addLeft,
  changeAsked,
  dropAsked,
  hold,
  queuedMoves,
  queueHeld,
  showWaiting,
  whileRunning,
} from '#/features/course-changes/asked';
import { type Asked, isOfOneRow } from '#/features/course-changes/askedTypes';
import {
  announce,
  announceDone,
  dismissJob,
  isSameJob,
  setState,
  type CourseStore,
} from '#/features/course-changes/courseStore';
import { readList, showServerOrder } from './listCache';
import { lookAgain, lookForLeft } from './lookAgain';
import { runVisibly } from './runVisibly';
import { duplicate, runDuplicates } from './duplicate';
import { holdMoves, isBlocked, listOrGiveUp, sendMoves, sendOrder, writeOrder } from './sendOrder';
import { runOrder } from './runOrder';
import { isOrderChange, orderBack, restOfOrder } from './orderAgain';
import { changeMany, remove, removeMany, runDeletes, setActive } from './rowCommands';
import { makeRoom } from './makeRoom';
import { rename } from './rename';
import { withCourseLock } from './courseLock';
import { failureText } from './outcomeText';

/** Does what was asked for in its turn. What may not begin, because a job before it was not finished, is held. */
export function carryOut(store: CourseStore, asked: Asked): Promise<void> {
  return withCourseLock(store, asked.describe, async () => {
    const taken = takenWith(store, asked);
    const isTaken = ({ id }: Asked) => taken.some((one) => one.id === id);
    if (taken.length === 0) return;
    if (!isOfOneRow(asked.request) && isBlocked(store)) {
      hold(store, isTaken);
      return;
    }
    changeAsked(store, (one) => (isTaken(one) ? { ...one, status: 'begun' } : one));
    try {
      await perform(store, taken);
    } finally {
      dropAsked(store, isTaken);
      showWaiting(store);
      const { activity } = store.state.getSnapshot();
      if (activity?.phase === 'ended' && activity.end !== 'completed') holdMoves(store);
    }
  });
}

/** What is done together: moves that have gathered are one, whoever comes first. */
function takenWith(store: CourseStore, { id, request }: Asked): readonly Asked[] {
  if (request?.kind === 'move') return queuedMoves(store);
  return store.state.getSnapshot().asked.filter((one) => one.id === id && one.status === 'queued');
}

async function perform(store: CourseStore, taken: readonly Asked[]): Promise<void> {
  const { request, describe = '' } = taken.at(-1) ?? {};
  switch (request?.kind) {
    case 'move':
      return sendMoves(
        store,
        taken.flatMap((one) => (one.request?.kind === 'move' ? [one.request] : [])),
        describe,
      );
    case 'order':
      return sendOrder(store, request, describe);
    case 'tidyUp':
      return renumber(store, request.writes);
    case 'makeRoom':
      return makeRoom(store, request, describe);
    case 'switch':
      return setActive(store, request.target, request.isActive, describe);
    case 'rename':
      return rename(store, request, describe);
    case 'delete':
      return remove(store, request.target);
    case 'deleteMany':
      return removeMany(store, request.targets, describe);
    case 'change':
      return changeMany(store, request.targets, request.set, describe);
    case 'duplicate':
      return duplicate(store, request, describe);
    case undefined:
      return undefined;
  }
}

/**
 * “Finish”: what is left of a job, then what has waited for it. A job of which nothing is left to do is over with it.
 * @param job null when nothing else is left
 */
export async function finish(store: CourseStore, job: Job | null): Promise<void> {
  if (job && canFinish(job)) await finishJob(store, job);
  else if (job) dismissJob(store);
  if (store.state.getSnapshot().activity?.phase === 'ended') return;
  for (const one of queueHeld(store)) await carryOut(store, one);
}

function finishJob(store: CourseStore, shown: Job): Promise<void> {
  return again(store, shown, async (job) => {
    const rows = await readList(store);
    if (job.task === 'delete') return void (await runDeletes(store, job));
    if (job.task === 'duplicate') return runDuplicates(store, job);
    const rest = isOrderChange(job) ? restOfOrder(store, job, rows) : job;
    if (typeof rest === 'string') return refuse(store, job, rest);
    const { end, job: ended } = await runOrder(store, rest, rows);
    if (end === 'completed') sayDone(store, ended, job.direction === 'back' ? 'put back' : 'finished');
    return undefined;
  });
}

/** “Put it back”: undoes what was written, where nobody has written since. */
export function putBack(store: CourseStore, shown: Job): Promise<void> {
  return again(store, shown, async (job) => {
    if (!isOrderChange(job)) {
      const { end } = await runVisibly(store, undoJob(job, Date.now(), store.account));
      if (end === 'completed') sayDone(store, job, 'put back');
      return undefined;
    }
    const rows = await readList(store);
    const back = orderBack(store, job, rows);
    if (typeof back === 'string') return refuse(store, job, back);
    const { end } = await runOrder(store, back, rows);
    if (end === 'completed') sayDone(store, job, 'put back');
    return undefined;
  });
}

/** Where something of it could not be put back, the panel says so. What was finished can be taken back. */
function sayDone(store: CourseStore, job: Job, how: 'finished' | 'put back'): void {
  if (store.state.getSnapshot().activity !== null) return;
  const text = `${job.describe}: ${how}`;
  if (how === 'finished') announceDone(store, { kind: 'job', text, job, isUndo: false });
  else announce(store, text);
}

/**
 * Does something to the job as it is kept: another tab may have carried it on, have dealt with it, or have left one of its
 * own while this one showed it.
 */
async function again(store: CourseStore, shown: Job, change: (job: Job) => Promise<void>): Promise<void> {
  const inTurn = async (begin: () => void) => {
    begin();
    forgetRefusal(store);
    const kept = store.jobs.load(store.courseId);
    if (!kept || !isSameJob(kept, shown)) {
      setState(store, { activity: kept && { phase: 'ended', end: 'stopped', job: kept } });
      await showServerOrder(store);
      return;
    }
    const failure = await settle(change(kept));
    if (failure instanceof ApiError) refuse(store, kept, failureText(failure));
  };
  const { describe } = shown;
  await whileRunning(store, describe, (begin) => withCourseLock(store, describe, () => inTurn(begin)));
}

/** Of an earlier try: words that come again are said again. */
function forgetRefusal(store: CourseStore): void {
  const { activity } = store.state.getSnapshot();
  if (activity?.phase !== 'ended') return;
  const { refusal: _old, ...ended } = activity;
  setState(store, { activity: ended });
}

/** Nothing was sent; the job stays for another try, and its panel says why. */
function refuse(store: CourseStore, job: Job, refusal: string): void {
  store.jobs.save(job);
  setState(store, { activity: { phase: 'ended', end: 'failed', job, refusal } });
}

/**
 * Gives each section a number of its own, in the order that stands.
 * @param announced how many writes the person was told of
 */
async function renumber(store: CourseStore, announced: number): Promise<void> {
  const rows = await listOrGiveUp(store);
  if (!rows) return;
  const wanted = rows.map(({ Id }) => Id);
  await writeOrder(store, {
    rows,
    wanted,
    describe: 'Tidy up',
    announced,
    concerned: wanted,
    doneText: (writes) => `Tidied up: ${counted(writes, 'section')} renumbered`,
  });
}

export { undo } from './undo';

/**
 * What an earlier page has left. A job of this browser may still be under way in another tab; then the page waits for its
 * end.
 */
export async function recover(store: CourseStore): Promise<void> {
  await store.keptAsked.takeOver((left, isLate) => {
    addLeft(store, left);
    const [first] = left;
    if (isLate && first) void withCourseLock(store, first.describe, () => lookForLeft(store));
  });
  const { activity, asked } = store.state.getSnapshot();
  const [held] = asked.filter(({ status }) => status === 'held');
  const job = activity?.phase === 'ended' ? activity.job : store.jobs.load(store.courseId);
  const describe = job?.describe ?? held?.describe;
  // What another tab has on its way is not for this one to wait for.
  if (describe === undefined) return;
  await withCourseLock(store, describe, async () => {
    const left = store.jobs.load(store.courseId);
    const rows = await showServerOrder(store);
    if (left) await lookAgain(store, left, rows);
    else setState(store, { activity: null });
    await lookForLeft(store);
  });
}
