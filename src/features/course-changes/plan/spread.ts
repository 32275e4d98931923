/**
 * Numbers for the places between two kept ones: distinct and evenly spaced, at most `stride` apart, as near to zero as
 * the ends allow, and rounded where that costs no room.
 * @param lo number before the first place, @param hi number after the last place
 * @param places how many; `hi - lo` must be greater
 */
export function spread(lo: number, hi: number, places: number, stride: number): readonly number[] {
  const steps = places + 1;
  const width = Math.min(hi - lo, stride * steps);
  const start = width < hi - lo ? Math.min(Math.max(lo, 0), hi - width) : lo;
  const step = width / steps;
  // A unit of at most half a step moves a number by at most a quarter of a step: order and ends stay.
  const unit = step < 20 ? 1 : 10 ** Math.floor(Math.log10(step / 2));
  return Array.from({ length: places }, (_, place) => {
    // `+ 0` turns -0 into 0.
    return Math.round((start + (place + 1) * step) / unit) * unit + 0;
  });
}
