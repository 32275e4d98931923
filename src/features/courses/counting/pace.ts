/** So many calls may follow one another closely; then one is earned every so often: at most 60 in any minute, of 120. */
const MAX_CLOSE = 40;
const EARNED_MS = 3000;
const GAP_MS = 200;

/** When the next call may go that nobody waits for. The API's limits: docs/api-contract.md 7. */
export interface Pace {
  /** In ms from now on. */
  readonly next: () => number;
  /** One goes now. */
  readonly take: () => void;
}

/** @param now milliseconds */
export function createPace(now: () => number): Pace {
  let left = MAX_CLOSE;
  let at = now();
  let last = -Infinity;
  const earn = () => {
    const earned = Math.floor((now() - at) / EARNED_MS);
    at += earned * EARNED_MS;
    left = Math.min(MAX_CLOSE, left + earned);
  };
  return {
    next() {
      earn();
      const forGap = last + GAP_MS - now();
      const forEarned = left > 0 ? 0 : at + EARNED_MS - now();
      return Math.max(0, forGap, forEarned);
    },
    take() {
      earn();
      left -= 1;
      last = now();
    },
  };
}
