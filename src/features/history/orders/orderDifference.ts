import type { Sequence } from '#/features/course-changes/plan/sequence';

/** Positions count from 1. */
export interface OrderDifference {
  readonly moved: readonly { readonly id: number; readonly was: number; readonly now: number }[];
  readonly added: readonly { readonly id: number; readonly now: number }[];
  readonly gone: readonly { readonly id: number; readonly was: number }[];
}

/**
 * What is between two orders of a course. As few sections as possible count as moved: one that went from the end to the
 * beginning is one, and not all those that it passed.
 * @param isWritten whether a section has another number now: where it is open which of two has passed the other, it was
 *   that one
 */
export function orderDifference(
  then: Sequence,
  now: Sequence,
  isWritten: (id: number) => boolean,
): OrderDifference {
  const [placeThen, placeNow] = [placesOf(then), placesOf(now)];
  const common = now.flatMap((id) => {
    const was = placeThen.get(id);
    return was === undefined ? [] : [{ id, was, now: placeNow.get(id) ?? 0 }];
  });
  const weights = common.map(({ id }) => common.length + 1 + (isWritten(id) ? 0 : 1));
  const stayed = heaviestRise(
    common.map(({ was }) => was),
    weights,
  );
  return {
    moved: common.filter((_, index) => !stayed.has(index)),
    added: now.flatMap((id, index) => (placeThen.has(id) ? [] : [{ id, now: index + 1 }])),
    gone: then.flatMap((id, index) => (placeNow.has(id) ? [] : [{ id, was: index + 1 }])),
  };
}

/** The indexes of the rising subsequence of the greatest weight. Compares each place with all before it. */
function heaviestRise(places: readonly number[], weights: readonly number[]): ReadonlySet<number> {
  const sums: number[] = [];
  const previous: number[] = [];
  let best = -1;
  for (const [index, place] of places.entries()) {
    let from = -1;
    for (let before = 0; before < index; before++)
      if ((places[before] ?? 0) < place && (sums[before] ?? 0) > (sums[from] ?? 0)) from = before;
    previous.push(from);
    sums.push((sums[from] ?? 0) + (weights[index] ?? 0));
    if ((sums[index] ?? 0) > (sums[best] ?? 0)) best = index;
  }
  const found = new Set<number>();
  for (let index = best; index >= 0; index = previous[index] ?? -1) found.add(index);
  return found;
}

function placesOf(sequence: Sequence): ReadonlyMap<number, number> {
  return new Map(sequence.map((id, index) => [id, index + 1]));
}
