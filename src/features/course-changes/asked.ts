import { newUuid } from '#/lib/uuid';
import { type Asked, isOfOneRow, isWorking, type Move, type Request, targetsOf } from './askedTypes';
import { announce, type CourseStore, dismissJob, openElsewhere, setRow, setState } from './courseStore';
import { setUnfinished } from './unfinished';

const busyTexts: { readonly [Kind in Request['kind']]?: string } = {
  switch: 'Saving…',
  rename: 'Saving…',
  delete: 'Deleting…',
  duplicate: 'Duplicating…',
};

/** Takes a request down before anything of it is sent: from here on it is not lost with the page. */
export function ask(store: CourseStore, describe: string, request: Request): Asked {
  const asked: Asked = { id: newUuid(), describe, request, status: 'queued' };
  // The change before it is not offered to be taken back any more.
  setState(store, { undoable: null, elsewhere: openElsewhere(store) });
  if (store.state.getSnapshot().status.hasUndo) announce(store, '');
  addAsked(store, [asked]);
  showBusy(store, request);
  return asked;
}

/** What is under way at a row before it is said until it is over; with `again` also what came of that. */
function showBusy(store: CourseStore, request: Request | null, again = false): void {
  const text = request && busyTexts[request.kind];
  const wished = request?.kind === 'switch' && { wished: request.isActive };
  if (!text) return;
  for (const { id } of targetsOf(request)) {
    const { note, ...row } = store.state.getSnapshot().rows.get(id) ?? {};
    setRow(store, id, { ...(again && note && { note }), busy: text, ...row, ...wished });
  }
}

/** A change that is over takes its words off its row: those of what still waits there come back. */
export function showWaiting(store: CourseStore): void {
  for (const { request, status } of store.state.getSnapshot().asked) {
    if (status === 'queued') showBusy(store, request, true);
  }
}

/**
 * For as long as the work waits and takes, leaving the app is asked about. What it does is kept as a job.
 * @param work called with what says that its turn has come
 */
export async function whileRunning(
  store: CourseStore,
  describe: string,
  work: (begin: () => void) => Promise<void>,
): Promise<void> {
  const one: Asked = { id: newUuid(), describe, request: null, status: 'queued' };
  addAsked(store, [one]);
  try {
    await work(() =>
      changeAsked(store, (asked) => (asked.id === one.id ? { ...asked, status: 'running' } : asked)),
    );
  } finally {
    dropAsked(store, ({ id }) => id === one.id);
  }
}

type AskedMove = Asked & { readonly request: Move };

const isMove = (one: Asked): one is AskedMove => one.request?.kind === 'move';

/** Moves that were not sent yet. */
export function queuedMoves({ state }: CourseStore): readonly AskedMove[] {
  return state
    .getSnapshot()
    .asked.filter(({ status }) => status === 'queued')
    .filter(isMove);
}

/** Nothing of it is sent before the person has decided; what it has put on the screen is taken back. */
export function hold(store: CourseStore, which: (one: Asked) => boolean): void {
  const isHeld = (one: Asked) => one.request !== null && isWorking(one) && which(one);
  const held = store.state.getSnapshot().asked.filter(isHeld);
  if (held.length === 0) return;
  const rows = new Map(store.state.getSnapshot().rows);
  for (const { request } of held) for (const { id } of targetsOf(request)) rows.delete(id);
  setState(store, { rows, ...(held.some(isMove) && { optimisticOrder: null }) });
  changeAsked(store, (one) => (isHeld(one) ? { ...one, status: 'held' } : one));
}

/** What an earlier page has left waits for the person; a write of a switch or a delete may have been out. */
export function addLeft(store: CourseStore, left: readonly Asked[]): void {
  addAsked(
    store,
    left.map((one) => ({
      ...one,
      status: 'held',
      mayBeWritten: one.mayBeWritten === true || (one.status === 'begun' && isOfOneRow(one.request)),
    })),
  );
}

/** What was held has its turn again. @returns it, oldest first */
export function queueHeld(store: CourseStore): readonly Asked[] {
  const held = store.state.getSnapshot().asked.filter(({ status }) => status === 'held');
  changeAsked(store, (one) => (held.includes(one) ? { ...one, status: 'queued', mayBeWritten: false } : one));
  for (const { request } of held) showBusy(store, request);
  return held;
}

/** The job, and what has waited for it, are forgotten; what was written stays. */
export function dismissAll(store: CourseStore): void {
  dropAsked(store, (one) => !isWorking(one));
  dismissJob(store);
}

export function dropAsked(store: CourseStore, which: (one: Asked) => boolean): void {
  setAsked(
    store,
    store.state.getSnapshot().asked.filter((one) => !which(one)),
  );
}

export function changeAsked(store: CourseStore, change: (one: Asked) => Asked): void {
  setAsked(store, store.state.getSnapshot().asked.map(change));
}

function addAsked(store: CourseStore, added: readonly Asked[]): void {
  setAsked(store, [...store.state.getSnapshot().asked, ...added]);
}

/** As it stands now: on the screen, in the browser's storage, and for those who ask before something leaves the app. */
function setAsked(store: CourseStore, asked: readonly Asked[]): void {
  // Kept as it was when the account signed out.
  if (store.isClosed) return;
  store.isAskedKept = store.keptAsked.save(
    asked.filter(({ request, status }) => request !== null && status !== 'running'),
  );
  const isSaving = asked.some((one) => isWorking(one) && !isOfOneRow(one.request));
  setState(store, { asked, isSaving });
  setUnfinished(store.unfinished, asked.some(isWorking));
}
