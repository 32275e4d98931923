import { ApiError } from '#/api/http/errors';
import { createStore, type Store } from '#/lib/store';
import type { Pace } from './pace';

/** Scrolling has come to rest, and what the person asked for has gone first. */
const SETTLE_MS = 500;
const BUSY_MS = 250;
const THROTTLED_MS = 30_000;
/** So many in a row without a number, and the others are not asked for until the page is opened anew. */
const MAX_FAILURES = 3;

export interface CounterDeps {
  /** Asks for one course. @returns whether it gave a number @throws ApiError */
  readonly count: (courseId: number) => Promise<boolean>;
  /** Need not be asked for now. */
  readonly isKnown: (courseId: number) => boolean;
  /** Something that a person waits for is under way, or nobody looks. */
  readonly isBusy: () => boolean;
  /** Asking is of no use: for all courses, until that changes. */
  readonly isPointless: () => boolean;
  readonly pace: Pace;
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
}

export interface CounterState {
  readonly failed: ReadonlySet<number>;
  readonly hasGivenUp: boolean;
}

/** Asks for the number of sections of one course after the other, slowly, and for nothing that is not wanted any more. */
export function createSectionCounter(deps: CounterDeps) {
  const store: Store<CounterState> = createStore<CounterState>({ failed: new Set(), hasGivenUp: false });
  let wanted: readonly number[] = [];
  let running: AbortController | null = null;
  let failures = 0;

  const nextId = () => {
    const { failed, hasGivenUp } = store.getSnapshot();
    if (hasGivenUp || deps.isPointless()) return undefined;
    return wanted.find((id) => !failed.has(id) && !deps.isKnown(id));
  };

  const noteFailure = (courseId: number | null) => {
    failures += 1;
    const { failed } = store.getSnapshot();
    const hasGivenUp = failures >= MAX_FAILURES;
    store.set({ failed: courseId === null ? failed : new Set([...failed, courseId]), hasGivenUp });
  };

  /** @returns whether to go on */
  async function countOne(courseId: number, signal: AbortSignal): Promise<boolean> {
    try {
      if (await deps.count(courseId)) failures = 0;
      else noteFailure(null);
      return true;
    } catch (error) {
      const kind = error instanceof ApiError ? error.kind : null;
      if (kind === 'forbidden' || kind === 'signedOut' || kind === 'aborted') return false;
      if (kind === 'throttled') {
        noteFailure(null);
        await deps.pause(THROTTLED_MS * failures, signal);
      } else noteFailure(courseId);
      return true;
    }
  }

  async function run(signal: AbortSignal) {
    await deps.pause(SETTLE_MS, signal);
    while (!signal.aborted && nextId() !== undefined) {
      const wait = deps.pace.next();
      if (wait > 0) await deps.pause(wait, signal);
      else if (deps.isBusy()) await deps.pause(BUSY_MS, signal);
      else {
        const id = nextId();
        if (id === undefined) break;
        deps.pace.take();
        if (!(await countOne(id, signal))) break;
      }
    }
    if (!signal.aborted) running = null;
  }

  return {
    subscribe: store.subscribe,
    getSnapshot: store.getSnapshot,
    /** From now on these courses, the first of them first. */
    want(ids: readonly number[]) {
      wanted = ids;
      if (running || nextId() === undefined) return;
      running = new AbortController();
      void run(running.signal);
    },
    /** A call that is under way ends by itself. */
    stop() {
      running?.abort();
      running = null;
    },
  };
}
