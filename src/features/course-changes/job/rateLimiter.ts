/** How many calls the service allows in one minute (docs/api-contract.md 7). */
export interface RateLimits {
  readonly writes: number;
  /** Reads and writes together. */
  readonly calls: number;
}

export interface RateClock {
  /** Milliseconds; only differences count. */
  now(): number;
  /** Resolves after `ms`, or at once when the signal aborts. */
  wait(ms: number, signal?: AbortSignal): Promise<void>;
}

/** What one step of a job costs: read, write, read back. */
const STEP_COST: RateLimits = { writes: 1, calls: 3 };
const MINUTE_MS = 60_000;

export interface RateLimiter {
  /** Tells it that a call goes out now. */
  readonly note: (kind: 'read' | 'write') => void;
  /** Waits until a whole step fits in, or until the signal aborts: the caller looks at the signal itself. */
  readonly ready: (signal?: AbortSignal) => Promise<void>;
  /** How long so many more steps take, in whole seconds, each at `perStep` milliseconds, with the waits between. */
  readonly secondsLeft: (steps: number, perStep: number) => number;
}

/**
 * Keeps jobs within the service's limits over a sliding minute. Make one for the whole app, so that two jobs share it.
 * It knows only what it was told: other calls count on the server too, and an answer of 409 or 429 is waited out by `api/`.
 */
export function createRateLimiter(
  clock: RateClock,
  limits: RateLimits = { writes: 60, calls: 120 },
): RateLimiter {
  const past = { writes: [] as number[], calls: [] as number[] };

  /** The earliest time from `at` on at which another step fits in. */
  const nextTime = (at: number, times: typeof past) =>
    Math.max(
      at,
      freeFrom(times.writes, limits.writes - STEP_COST.writes),
      freeFrom(times.calls, limits.calls - STEP_COST.calls),
    );

  return {
    note(kind) {
      const now = clock.now();
      past.calls = [...within(past.calls, now), now];
      if (kind === 'write') past.writes = [...within(past.writes, now), now];
    },

    async ready(signal) {
      const now = clock.now();
      const wait = nextTime(now, past) - now;
      if (wait > 0) await clock.wait(Math.min(wait, MINUTE_MS), signal);
    },

    secondsLeft(steps, perStep) {
      const start = clock.now();
      const times = { writes: [...past.writes], calls: [...past.calls] };
      let at = start;
      for (let done = 0; done < steps; done++) {
        at = nextTime(at, times) + perStep;
        times.writes.push(at);
        times.calls.push(at, at, at);
      }
      return Math.ceil((at - start) / 1000);
    },
  };
}

function within(times: readonly number[], now: number): number[] {
  return times.filter((time) => time > now - MINUTE_MS && time <= now);
}

/** When no more than `allowed` of these times lie in the last minute. */
function freeFrom(times: readonly number[], allowed: number): number {
  const blocking = times.at(-1 - allowed);
  return blocking === undefined ? -Infinity : blocking + MINUTE_MS;
}
