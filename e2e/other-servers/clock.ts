import { vi } from 'vitest';

/** Turns of the event loop after which nothing goes on that does not wait for a timer or an answer. */
const IDLE_TURNS = 5;
/** A timer that is never reached would be waited for without end. */
const MOST_TIMERS = 10_000;

const START = Date.UTC(2026, 0, 5);
const HOUR_MS = 60 * 60_000;

const turn = setImmediate;
let underWay = 0;
let hours = 0;

/**
 * Stops the clock: it moves on only in `finished` and `pass`, and then at once. Each time it is another hour, in which
 * nothing of the last one counts any more.
 */
export function stopClock(): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'], now: START });
  hours += 1;
  vi.advanceTimersByTime(hours * HOUR_MS);
}

/** The answer of a call that time must not overtake. */
export async function untimed<T>(work: Promise<T>): Promise<T> {
  underWay += 1;
  try {
    return await work;
  } finally {
    underWay -= 1;
  }
}

async function idle(): Promise<void> {
  for (let quiet = 0; quiet < IDLE_TURNS; quiet = underWay > 0 ? 0 : quiet + 1) {
    await new Promise<void>((resolve) => void turn(() => resolve()));
  }
}

/** Lets time run until this is done. */
export async function finished<T>(work: Promise<T>): Promise<T> {
  const run = { isOver: false };
  const end = () => {
    run.isOver = true;
  };
  work.then(end, end);
  await idle();
  for (let timers = 0; !run.isOver; timers++) {
    if (timers > MOST_TIMERS) throw new Error('It never ends.');
    await vi.advanceTimersToNextTimerAsync();
    await idle();
  }
  return work;
}

/** Lets so much time run, with all that falls due meanwhile. */
export async function pass(ms: number): Promise<void> {
  await finished(new Promise<void>((resolve) => void setTimeout(resolve, ms)));
}
