/**
 * Numbers for the places between two kept ones.
 * With room they are distinct and evenly spaced, at most `stride` apart, as near to zero as the ends allow, and rounded
 * where that costs no room. Without it only those neighbours share a number whose ids allow it.
 * @param lo number before the first place, @param hi number after the last place
 * @param steps for each step from `lo` to `hi` (one more than places) the least rise: 1, or 0 where the ids rise.
 *   Their sum must not exceed `hi - lo`.
 */
export function spread(lo: number, hi: number, steps: readonly number[], stride: number): readonly number[] {
  return hi - lo >= steps.length ? spreadEvenly(lo, hi, steps.length, stride) : spreadTightly(lo, hi, steps);
}

function spreadEvenly(lo: number, hi: number, count: number, stride: number): readonly number[] {
  const width = Math.min(hi - lo, stride * count);
  const start = width < hi - lo ? Math.min(Math.max(lo, 0), hi - width) : lo;
  const step = width / count;
  // A unit of at most half a step moves a number by at most a quarter of a step: order and ends stay.
  const unit = step < 20 ? 1 : 10 ** Math.floor(Math.log10(step / 2));
  return Array.from({ length: count - 1 }, (_, place) => {
    // `+ 0` turns -0 into 0.
    return Math.round((start + (place + 1) * step) / unit) * unit + 0;
  });
}

function spreadTightly(lo: number, hi: number, steps: readonly number[]): readonly number[] {
  let spare = hi - lo - steps.reduce((sum, step) => sum + step, 0);
  let value = lo;
  return steps.slice(0, -1).map((step) => {
    const rise = step === 0 && spare > 0 ? 1 : step;
    spare -= rise - step;
    value += rise;
    return value;
  });
}
