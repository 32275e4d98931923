import type { QueryClient } from '@tanstack/react-query';
import type { SectionRecord } from '#/api/sections/sections';
import { sessionStore } from '#/api/session/session';
import { createStore, type Store } from '#/lib/store';
import { newUuid } from '#/lib/uuid';
import type { Sequence } from './plan/sequence';
import { type Asked, type AskedStore, isWorking } from './askedTypes';
import { createAskedStore } from './job/askedStore';
import { createJobStore } from './job/jobStore';
import type { Job, JobProgress, JobStore } from './job/jobTypes';
import { setUnfinished, type Unfinished, unfinished } from './unfinished';

/** What stands at a row beside its facts. */
export interface RowState {
  /** Under way, e.g. “Deleting…”. */
  readonly busy?: string;
  /** What the switch was set to, until the server has answered. */
  readonly wished?: boolean;
  readonly note?: { readonly tone: 'done' | 'danger'; readonly text: string };
}

/** A title that is being changed in its row. It outlives the row and the page: nothing that was typed is lost with them. */
export interface Rename {
  /** The stored title that the person saw: only that is written over. */
  readonly over: string | null;
  readonly text: string;
  /** It was asked for, and the row shows it already. */
  readonly isSaving?: boolean;
  /** The title before, which is still being saved while this one is typed. */
  readonly saving?: Rename;
  /** Why it is not stored. */
  readonly problem?: string;
  /** Another number asks for the focus again. */
  readonly turn: number;
}

/** The change of the course that is under way or needs a decision. */
export type Activity =
  | { readonly phase: 'waiting'; readonly describe: string; readonly reason: string }
  | { readonly phase: 'running'; readonly job: Job; readonly progress: JobProgress }
  | {
      readonly phase: 'ended';
      readonly end: 'completed' | 'stopped' | 'failed';
      readonly job: Job;
      /** A write whose answer was lost is looked for. */
      readonly isChecking?: boolean;
      /** Why the last “Finish” or “Put it back” has sent nothing. */
      readonly refusal?: string;
    }
  /** Nothing was sent, or nothing more needs to be: only words. */
  | {
      readonly phase: 'message';
      readonly tone: 'warning' | 'danger';
      readonly title: string;
      readonly text: string;
    };

/** A change that was carried out, as long as no other one followed. `text`: what it was said to be. */
export type Undoable = { readonly text: string } & (
  | {
      readonly kind: 'job';
      readonly job: Job;
      /** The change was itself the undoing of one: it is taken back by “Redo”. */
      readonly isUndo: boolean;
    }
  /** New sections as they were stored; undone by deleting them. */
  | {
      readonly kind: 'created';
      readonly records: readonly SectionRecord[];
      /** How others gave way to them: that is put back with it. */
      readonly room?: Job;
    }
);

export type UndoWish = 'undo' | 'redo';

/** The one announcement. Another number speaks again, also with the same words. */
export interface Status {
  readonly text: string;
  readonly number: number;
  /** It tells of a change that can be taken back: one that was carried out, or a move on its way. */
  readonly hasUndo?: boolean;
  /** A section whose place somebody else has changed. */
  readonly movedByOthers?: number;
  /** The section that was created: its row says it too, and announces it. */
  readonly created?: number;
  /** It says why what was just pressed does nothing: seen beside a panel, too. */
  readonly isAnswer?: boolean;
}

export interface RemoteChange {
  readonly kind: 'new' | 'changed';
  readonly by: string | null;
}

export interface CourseState {
  /** The order that the person has accepted to see; null until the first reading. */
  readonly displayedOrder: Sequence | null;
  /** The order that was asked for, until the server's is known again. */
  readonly optimisticOrder: Sequence | null;
  readonly activity: Activity | null;
  readonly rows: ReadonlyMap<number, RowState>;
  /** The titles that are being changed in their rows, by section. */
  readonly renames: ReadonlyMap<number, Rename>;
  readonly remoteChanges: ReadonlyMap<number, RemoteChange>;
  /** Copies that the network delivered more than once, together. */
  readonly twins: readonly (readonly number[])[];
  readonly status: Status;
  readonly undoable: Undoable | null;
  /** Other courses that were asked for something here, whose changes are told here too. */
  readonly elsewhere: readonly number[];
  /** What was asked for and is not done, oldest first. */
  readonly asked: readonly Asked[];
  /** Sections that were changed here, until the list is filtered anew: they stay in it. */
  readonly changedHere: ReadonlySet<number>;
  /** A change of the order, or of several sections, is waiting or under way. */
  readonly isSaving: boolean;
}

/** All that happens to one course, apart from React: it goes on while another page is open. */
export interface CourseStore {
  readonly courseId: number;
  readonly account: string;
  readonly client: QueryClient;
  readonly state: Store<CourseState>;
  readonly jobs: JobStore;
  /** `UpdatedOn` of each section as last seen or written here. */
  readonly knownVersions: Map<number, string | null>;
  /** The `DisplayOrder` of each section that was written here and is not in the noted orders yet. */
  readonly ownOrderWrites: Map<number, number>;
  /** The sections that a person has moved here since the last order that was noted: others may be written for them. */
  readonly ownMoves: Set<number>;
  readonly keptAsked: AskedStore;
  /** False: the browser's storage refused what is asked for now. */
  isAskedKept: boolean;
  readonly unfinished: Unfinished;
  /** What waits a moment, for another one like it: `send` does it now. */
  delayed: { readonly timer: ReturnType<typeof setTimeout>; readonly send: () => void } | null;
  /** What the moves are made over that are not sent yet, and which sections they move. */
  gathered: { readonly before: Sequence; readonly ids: readonly number[] } | null;
  /** After signing out: what has its turn later is not carried out. */
  isClosed: boolean;
  stop: AbortController | null;
  /** One job after another. */
  tail: Promise<void>;
}

const start: CourseState = {
  displayedOrder: null,
  optimisticOrder: null,
  activity: null,
  rows: new Map(),
  renames: new Map(),
  remoteChanges: new Map(),
  twins: [],
  status: { text: '', number: 0 },
  undoable: null,
  changedHere: new Set(),
  elsewhere: [],
  asked: [],
  isSaving: false,
};

const stores = new Map<string, CourseStore>();
let isWatching = false;

/** The store of one course and account; the same one as long as the account is signed in. */
export function courseStore(client: QueryClient, account: string, courseId: number): CourseStore {
  const key = JSON.stringify([account, courseId]);
  const known = stores.get(key);
  if (known) return known;
  const jobs = createJobStore(() => localStorage, account);
  const job = jobs.load(courseId);
  const activity: Activity | null = job && { phase: 'ended', end: 'stopped', job };
  const store: CourseStore = {
    courseId,
    account,
    client,
    state: createStore<CourseState>({ ...start, activity }),
    jobs,
    knownVersions: new Map(),
    ownOrderWrites: new Map(),
    ownMoves: new Set(),
    keptAsked: createAskedStore(
      () => localStorage,
      () => (navigator as { locks?: LockManager }).locks,
      { account, courseId, page: newUuid() },
    ),
    isAskedKept: true,
    unfinished: {
      describe: () =>
        store.state
          .getSnapshot()
          .asked.filter(isWorking)
          .map(({ describe }) => describe),
      flush: () => flush(store),
      hasTrouble: () => needsDecision(store.state.getSnapshot()),
      isKept: () => store.isAskedKept,
    },
    delayed: null,
    gathered: null,
    isClosed: false,
    stop: null,
    tail: Promise.resolve(),
  };
  stores.set(key, store);
  if (!isWatching) sessionStore.subscribe(forgetSignedOut);
  isWatching = true;
  return store;
}

/** Nothing of an account stays in memory after it has signed out; what was not done is kept for its return. */
function forgetSignedOut(): void {
  if (sessionStore.getSnapshot().status !== 'signedOut') return;
  for (const store of stores.values()) {
    store.isClosed = true;
    store.stop?.abort();
    clearTimeout(store.delayed?.timer);
    // The person may be back in this very page.
    store.keptAsked.leave();
  }
  for (const work of unfinished.getSnapshot()) setUnfinished(work, false);
  stores.clear();
}

/** Sends what only waits for another one like it. */
export function flush(store: CourseStore): void {
  const { delayed } = store;
  store.delayed = null;
  clearTimeout(delayed?.timer);
  delayed?.send();
}

/** Whether something has to be finished, put back or dismissed before the order can be changed. */
export function needsDecision({ activity, asked }: Pick<CourseState, 'activity' | 'asked'>): boolean {
  const isLeft = activity?.phase === 'ended' && activity.end !== 'completed';
  return isLeft || asked.some(({ status }) => status === 'held');
}

/** Those of the other courses where something is under way, or waits for a decision. */
export function openElsewhere({ client, account, state }: CourseStore): readonly number[] {
  return state.getSnapshot().elsewhere.filter((id) => {
    const there = courseStore(client, account, id).state.getSnapshot();
    return there.asked.length > 0 || needsDecision(there);
  });
}

export function setState(store: CourseStore, changes: Partial<CourseState>): void {
  store.state.set({ ...store.state.getSnapshot(), ...changes });
}

/** null takes everything away from the row. */
export function setRow(store: CourseStore, id: number, row: RowState | null): void {
  const rows = new Map(store.state.getSnapshot().rows);
  if (row) rows.set(id, row);
  else rows.delete(id);
  setState(store, { rows });
}

/** Nothing is under way at the row any more. What came of a change before stays. */
export function endBusy(store: CourseStore, id: number): void {
  const note = store.state.getSnapshot().rows.get(id)?.note;
  setRow(store, id, note ? { note } : null);
}

export function announce(store: CourseStore, text: string, more: Omit<Status, 'text' | 'number'> = {}): void {
  setState(store, { status: { ...more, text, number: store.state.getSnapshot().status.number + 1 } });
}

/** Tells of a change that was carried out, and offers to take it back. What was said of it already is not said again. */
export function announceDone(store: CourseStore, undoable: Undoable, movedByOthers?: number): void {
  const { text, hasUndo } = store.state.getSnapshot().status;
  setState(store, { undoable });
  if (hasUndo && text === undoable.text && movedByOthers === undefined) return;
  const isOurs = movedByOthers === undefined;
  announce(store, isOurs ? undoable.text : `${undoable.text}. A colleague also changed the order`, {
    hasUndo: true,
    ...(!isOurs && { movedByOthers }),
  });
}

/** “Stop”: after the write that is under way, which is never cut off. */
export function stopJob(store: CourseStore): void {
  store.stop?.abort();
  announce(store, 'Stopping after the section that is being changed');
}

/** Whether one is the other at an earlier or a later moment. */
export const isSameJob = (one: Job, other: Job): boolean =>
  one.startedAt === other.startedAt && one.direction === other.direction;

/** The job is forgotten, but not one that another tab has left since; what was written stays. */
export function dismissJob(store: CourseStore): void {
  const { activity } = store.state.getSnapshot();
  const kept = activity?.phase === 'ended' && store.jobs.load(store.courseId);
  if (kept && isSameJob(kept, activity.job)) store.jobs.remove(store.courseId);
  setState(store, { activity: null });
}
