import type { QueryClient } from '@tanstack/react-query';
import { sessionStore } from '#/api/session/session';
import { createStore, type Store } from '#/lib/store';
import type { Sequence } from './plan/sequence';
import { createRunStore } from './job/jobStore';
import type { Run, RunProgress, RunStore } from './job/jobTypes';
import type { MoveIntent } from './plan/moveIntent';

/** What stands at a row beside its facts. */
export interface RowState {
  /** Under way, e.g. “Deleting…”. */
  readonly busy?: string;
  /** What the switch was set to, until the server has answered. */
  readonly wished?: boolean;
  readonly note?: { readonly tone: 'done' | 'danger'; readonly text: string };
}

/** The change of the course that is under way or needs a decision. */
export type Activity =
  | { readonly phase: 'waiting'; readonly describe: string; readonly reason: string }
  | { readonly phase: 'running'; readonly run: Run; readonly progress: RunProgress }
  | { readonly phase: 'ended'; readonly end: 'completed' | 'stopped' | 'failed'; readonly run: Run }
  /** Nothing was sent, or nothing more needs to be: only words. */
  | {
      readonly phase: 'message';
      readonly tone: 'warning' | 'danger';
      readonly title: string;
      readonly text: string;
    };

export interface Mark {
  readonly kind: 'new' | 'changed';
  readonly by: string | null;
}

export interface WorkState {
  /** The order that the person has accepted to see; null until the first reading. */
  readonly shown: Sequence | null;
  /** The order that was asked for, until the server's is known again. */
  readonly wanted: Sequence | null;
  readonly activity: Activity | null;
  readonly rows: ReadonlyMap<number, RowState>;
  readonly marks: ReadonlyMap<number, Mark>;
  /** Copies that the network delivered more than once, together. */
  readonly twins: readonly (readonly number[])[];
  /** The one announcement. Another number speaks again, also with the same words. */
  readonly status: { readonly text: string; readonly number: number };
  /** Roles that the service refused. */
  readonly lacking: ReadonlySet<string>;
  /** A write of the order is waiting or under way. */
  readonly isSaving: boolean;
}

/** All that happens to one course, apart from React: it goes on while another page is open. */
export interface Work {
  readonly courseId: number;
  readonly account: string;
  readonly client: QueryClient;
  readonly state: Store<WorkState>;
  readonly runs: RunStore;
  /** `UpdatedOn` of each section as last seen or written here. */
  readonly seen: Map<number, string | null>;
  /** The `DisplayOrder` of each section that was written here and is not in the noted orders yet. */
  readonly ordered: Map<number, number>;
  /** Moves that were not sent yet, and how many writes the person was told that they take. */
  moves: { readonly intents: readonly MoveIntent[]; readonly writes: number } | null;
  timer: ReturnType<typeof setTimeout> | undefined;
  stop: AbortController | null;
  /** One job after another. */
  tail: Promise<void>;
}

const start: WorkState = {
  shown: null,
  wanted: null,
  activity: null,
  rows: new Map(),
  marks: new Map(),
  twins: [],
  status: { text: '', number: 0 },
  lacking: new Set(),
  isSaving: false,
};

const works = new Map<string, Work>();
let isWatching = false;

/** The work on a course of an account; the same as long as the account is signed in. */
export function workOf(client: QueryClient, account: string, courseId: number): Work {
  const key = JSON.stringify([account, courseId]);
  const known = works.get(key);
  if (known) return known;
  const runs = createRunStore(() => localStorage, account);
  const run = runs.load(courseId);
  const activity: Activity | null = run && { phase: 'ended', end: 'stopped', run };
  const work: Work = {
    courseId,
    account,
    client,
    state: createStore<WorkState>({ ...start, activity }),
    runs,
    seen: new Map(),
    ordered: new Map(),
    moves: null,
    timer: undefined,
    stop: null,
    tail: Promise.resolve(),
  };
  works.set(key, work);
  if (!isWatching) sessionStore.subscribe(forgetSignedOut);
  isWatching = true;
  return work;
}

/** Nothing of an account stays in memory after it has signed out. */
function forgetSignedOut(): void {
  if (sessionStore.getSnapshot().status !== 'signedOut') return;
  for (const { stop, timer } of works.values()) {
    stop?.abort();
    clearTimeout(timer);
  }
  works.clear();
}

export function update(work: Work, changes: Partial<WorkState>): void {
  work.state.set({ ...work.state.getSnapshot(), ...changes });
}

/** null takes everything away from the row. */
export function setRow(work: Work, id: number, row: RowState | null): void {
  const rows = new Map(work.state.getSnapshot().rows);
  if (row) rows.set(id, row);
  else rows.delete(id);
  update(work, { rows });
}

export function say(work: Work, text: string): void {
  update(work, { status: { text, number: work.state.getSnapshot().status.number + 1 } });
}
