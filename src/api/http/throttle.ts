import { createStore } from '#/lib/store';
import { pause } from '#/lib/pause';

/** A wait that the server asked for, for the countdown. */
interface ThrottleState {
  /** When the wait is over, on the clock of `performance.now()` (ms). */
  readonly until: number;
  /** How long the wait is in all, in whole seconds. */
  readonly seconds: number;
  /** Whether something that the user saved is waiting. */
  readonly isWrite: boolean;
  /** Ends every wait; the calls fail as `throttled`, not carried out. */
  cancel(): void;
}

interface ThrottleWait {
  readonly seconds: number;
  readonly isWrite: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** The place where throttled calls wait. */
export interface Throttle {
  readonly subscribe: (listener: () => void) => () => void;
  /** The wait that is shown: the longest; null = none. */
  readonly getSnapshot: () => ThrottleState | null;
  /** Waits visibly. @returns whether the call may go on; false after Cancel or the signal's abort */
  readonly wait: (request: ThrottleWait) => Promise<boolean>;
}

/** Makes the place where throttled calls wait (docs/api-contract.md 7). */
export function createThrottle(): Throttle {
  const store = createStore<ThrottleState | null>(null);
  const waits = new Set<ThrottleState>();

  const show = () => {
    const longest = [...waits].reduce<ThrottleState | null>(
      (best, wait) => (best === null || wait.until > best.until ? wait : best),
      null,
    );
    const isWrite = [...waits].some((wait) => wait.isWrite);
    store.set(longest && { ...longest, isWrite, cancel: cancelAll });
  };
  const cancelAll = () => {
    for (const wait of waits) wait.cancel();
  };

  async function wait({ seconds, isWrite, signal }: ThrottleWait): Promise<boolean> {
    const canceller = new AbortController();
    const cancel = () => canceller.abort();
    const state: ThrottleState = { until: performance.now() + seconds * 1000, seconds, isWrite, cancel };
    signal?.addEventListener('abort', cancel);
    if (signal?.aborted) cancel();
    waits.add(state);
    show();
    await pause(seconds * 1000, canceller.signal);
    signal?.removeEventListener('abort', cancel);
    waits.delete(state);
    show();
    return !canceller.signal.aborted;
  }

  return { subscribe: store.subscribe, getSnapshot: store.getSnapshot, wait };
}

/** The waits of this tab. */
export const throttleStore: Throttle = createThrottle();
