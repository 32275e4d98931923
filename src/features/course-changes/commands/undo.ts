import { ApiError } from '#/api/http/errors';
import { settle } from '#/api/http/result';
import { answer, sayNothingTo } from '#/features/course-changes/answers';
import { dropAsked, queuedMoves, whileRunning } from '#/features/course-changes/asked';
import { isWorking } from '#/features/course-changes/askedTypes';
import {
  announce,
  announceDone,
  setState,
  type CourseStore,
  type RowState,
  type Undoable,
  type UndoWish,
} from '#/features/course-changes/courseStore';
import { undoJob } from '#/features/course-changes/job/job';
import type { Job } from '#/features/course-changes/job/jobTypes';
import { UNFINISHED_FIRST } from '#/features/course-changes/permissions';
import { movesText } from '#/features/course-changes/plan/moveText';
import type { JobResult } from '#/features/course-changes/job/runJob';
import { withCourseLock } from './courseLock';
import { readList } from './listCache';
import { isOrderChange, orderBack } from './orderAgain';
import { failureText } from './outcomeText';
import { runOrder } from './runOrder';
import { runVisibly } from './runVisibly';
import { isBlocked } from './sendOrder';
import { undoCreated } from './undoCreated';

/** Takes back the change that was carried out last, once what is under way is done; what others have changed since is left. */
export async function undo(store: CourseStore, wish?: UndoWish): Promise<void> {
  const inTurn = async (begin: () => void) => {
    begin();
    const { undoable, status } = store.state.getSnapshot();
    const isUndo = undoable?.kind === 'job' && undoable.isUndo;
    if (!undoable || (wish && (wish === 'redo') !== isUndo)) {
      sayNothingTo(store, wish ?? 'undo', status.text);
      return;
    }
    // A job that was left in the middle comes first.
    if (isBlocked(store)) {
      answer(store, UNFINISHED_FIRST);
      return;
    }
    setState(store, { undoable: null });
    announce(store, '');
    const failure = await settle(
      undoable.kind === 'job' ? undoOf(store, undoable) : undoCreated(store, undoable),
    );
    if (failure instanceof ApiError) {
      // Nothing was sent: it can be tried again.
      setState(store, { undoable });
      refuse(store, undoable, failureText(failure));
    }
  };
  if (wish !== 'redo' && takeBackMoves(store)) return;
  const describe = wish === 'redo' ? 'Redo' : 'Undo';
  await whileRunning(store, describe, (begin) => withCourseLock(store, describe, () => inTurn(begin)));
}

/** @returns whether there were any that wait to be sent */
function takeBackMoves(store: CourseStore): boolean {
  const moves = queuedMoves(store);
  const last = moves.at(-1);
  if (!last) return false;
  store.delayed = null;
  dropAsked(store, ({ id }) => moves.some((move) => move.id === id));
  // What is under way before them stays on the screen.
  const isAtWork = store.state.getSnapshot().asked.some(isWorking);
  setState(store, { optimisticOrder: isAtWork ? (store.gathered?.before ?? null) : null });
  const intents = moves.map(({ request }) => request.intent);
  announce(store, `Undone: ${movesText(intents, last.describe)}`);
  return true;
}

/** Why nothing was sent. */
function refuse(store: CourseStore, { text: undone }: Undoable, text: string): void {
  setState(store, {
    optimisticOrder: null,
    activity: { phase: 'message', tone: 'warning', title: `Not undone: ${undone}`, text },
  });
}

type UndoableJob = Extract<Undoable, { kind: 'job' }>;

/** @throws ApiError when nothing was sent */
async function undoOf(store: CourseStore, undoable: UndoableJob): Promise<void> {
  const { job, text, isUndo } = undoable;
  const result = isOrderChange(job) ? await runOrderBack(store, undoable, job) : await runBack(store, job);
  // Where something of it could not be taken back, the panel says so.
  if (result?.end !== 'completed' || store.state.getSnapshot().activity !== null) return;
  const said = isUndo ? text.replace(UNDONE, '') : `${UNDONE}${text}`;
  announceDone(store, { kind: 'job', text: said, job: result.job, isUndo: !isUndo });
}

const UNDONE = 'Undone: ';

async function runOrderBack(
  store: CourseStore,
  undoable: UndoableJob,
  job: Parameters<typeof orderBack>[1],
): Promise<JobResult | null> {
  const rows = await readList(store);
  const back = orderBack(store, job, rows);
  if (typeof back === 'string') {
    refuse(store, undoable, back);
    return null;
  }
  setState(store, { optimisticOrder: back.order?.wanted ?? null });
  return runOrder(store, back, rows);
}

function runBack(store: CourseStore, job: Job): Promise<JobResult> {
  const back = undoJob(job, Date.now(), store.account);
  const rows = back.steps.map(({ id, set }): [number, RowState] => [
    id,
    { busy: 'Saving…', ...(typeof set.Active === 'boolean' && { wished: set.Active }) },
  ]);
  setState(store, { rows: new Map(rows) });
  return runVisibly(store, back);
}
