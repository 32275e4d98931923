/** The least and the greatest number that an order may have. */
export interface NumberRange {
  readonly min: number;
  readonly max: number;
}

/** A place that keeps its number, with the best chain of kept ones that ends in it. */
interface Kept {
  readonly index: number;
  readonly value: number;
  /** `value` less the place: what may not fall from one kept place to the next (see `chooseKept`). */
  readonly level: number;
  /** How many are kept so far. */
  readonly length: number;
  readonly cost: number;
  readonly previous: Kept | null;
}

/**
 * Chooses the most places of a sequence that can keep their numbers, so that all others still find numbers of their own
 * between them.
 *
 * Numbers rise by at least 1 from place to place. So two places a < b can both keep theirs, with room for all between
 * them, exactly when `values[b] - values[a] >= b - a`, that is when `values[i] - i` does not fall; and the room before
 * the first and after the last is a bound on the same difference. Only neighbours that may go on sharing a number are
 * let off. Each place is the end of a longest chain: of the longest one on a level that is not above its own, or of its
 * neighbour's, whichever is longer. O(n log n) without shared numbers.
 *
 * Of several longest chains it takes the one that parts the fewest of those neighbours, then the one with the most room
 * for steps of `stride`. That compares each place with those that end a chain of one less: at most n²/4 pairs.
 * @param mayShare whether a place may have the number of the place before it: both have it now
 * @returns the places that keep their numbers, ascending; null when the range has not enough numbers
 */
export function chooseKept(
  values: readonly (number | null)[],
  mayShare: readonly boolean[],
  range: NumberRange,
  stride: number,
): readonly number[] | null {
  const count = values.length;
  let shared = 0;
  const sharedUpTo = [...mayShare, false].map((may) => (shared += Number(may)));
  const partingWeight = stride * (count + 2);
  const stepCost = (from: Kept, index: number, value: number) => {
    const parted = (sharedUpTo[index] ?? 0) - (sharedUpTo[from.index] ?? 0);
    return parted * partingWeight + Math.max(0, (index - from.index) * stride - (value - from.value));
  };

  // Both ends are out of reach: the range begins after the first of these and ends before the last.
  const start: Kept = {
    index: -1,
    value: range.min - 1,
    level: range.min,
    length: 0,
    cost: 0,
    previous: null,
  };
  const chains = createChains(start);
  const endingAt = (index: number, value: number, neighbour: Kept | null): Kept | null => {
    const level = value - index;
    const length = Math.max(chains.longestUpTo(level), neighbour?.length ?? -1) + 1;
    if (length === 0) return null;
    let best: Pick<Kept, 'previous' | 'cost'> = { previous: null, cost: Infinity };
    if (neighbour?.length === length - 1) best = { previous: neighbour, cost: neighbour.cost };
    for (const from of chains.ofLength(length - 1, level)) {
      if (best.cost === 0) break;
      const cost = from.cost + stepCost(from, index, value);
      if (cost < best.cost) best = { previous: from, cost };
    }
    return { index, value, level, length, ...best };
  };

  let last: Kept | null = null;
  for (const [index, value] of values.entries()) {
    const canStay = value !== null && value >= range.min && value <= range.max;
    last = canStay ? endingAt(index, value, mayShare[index] ? last : null) : null;
    if (last) chains.add(last);
  }
  const end = endingAt(count, range.max + 1, null);
  return end && indexesOf(end.previous);
}

/** The best chains by their length. Of one length, each that is added later ends on a lower level. */
function createChains(start: Kept) {
  const byLength: Kept[][] = [[start]];
  /** The lowest level that chains of at least this length end on: it never falls. */
  const lowest = [start.level];
  return {
    add(kept: Kept): void {
      (byLength[kept.length] ??= []).push(kept);
      for (let length = kept.length; length >= 0 && (lowest[length] ?? Infinity) > kept.level; length--)
        lowest[length] = kept.level;
    },
    /** The length of the longest chain that ends on this level or below; -1 where there is none. */
    longestUpTo(level: number): number {
      let low = 0;
      let high = lowest.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((lowest[middle] ?? Infinity) > level) high = middle;
        else low = middle + 1;
      }
      return low - 1;
    },
    /** The latest first. */
    *ofLength(length: number, level: number): Generator<Kept> {
      const chains = byLength[length] ?? [];
      for (let at = chains.length - 1; at >= 0; at--) {
        const chain = chains[at];
        if (!chain || chain.level > level) return;
        yield chain;
      }
    },
  };
}

function indexesOf(last: Kept | null): readonly number[] {
  const indexes: number[] = [];
  for (let kept = last; kept && kept.index >= 0; kept = kept.previous) indexes.push(kept.index);
  return indexes.reverse();
}
