/** The least and the greatest number that an order may have. */
export interface NumberRange {
  readonly min: number;
  readonly max: number;
}

/** A section that may keep its number, with the best chain of kept ones that ends in it. */
interface Kept {
  readonly index: number;
  readonly value: number;
  /** `value` less the steps that the ids force before it (see `chooseKept`). */
  readonly level: number;
  readonly cost: number;
  readonly previous: Kept | null;
}

/**
 * Chooses the most places of a sequence that can keep their numbers, so that all others still find numbers between them.
 *
 * Sections sort by number, then by id. So from one place to the next the number must rise by at least 1 where the
 * ids fall and by at least 0 where they rise. `rises[i]` is the sum of these steps up to place i. Two places
 * a < b can both keep their numbers, with room for all between them, exactly when
 * `values[b] - values[a] >= rises[b] - rises[a]`, that is when `values - rises` does not fall. That relation is
 * transitive, and the room before the first and after the last is a bound on the same difference. So the optimum is the
 * **longest non-falling subsequence** of `values - rises` within those bounds: patience sorting, O(n log n).
 *
 * Of several longest ones it takes the one that leaves the fewest equal neighbours, then the one with the most room
 * for steps of `stride`. That compares each place with those of the pile before it: at most n²/4 pairs.
 * @returns the places that keep their numbers, ascending.
 */
export function chooseKept(
  values: readonly (number | null)[],
  rises: readonly number[],
  range: NumberRange,
  stride: number,
): readonly number[] {
  const count = values.length;
  const top = range.max - (rises[count - 1] ?? 0);
  const tieWeight = stride * (count + 2);
  const cost = (from: Pick<Kept, 'index' | 'value'>, index: number, value: number) => {
    const steps = index - from.index;
    const room = value - from.value;
    return Math.max(0, steps - room) * tieWeight + Math.max(0, steps * stride - room);
  };
  const start: Kept = { index: -1, value: range.min - 1, level: -Infinity, cost: 0, previous: null };
  const piles: Kept[][] = [[start]];
  values.forEach((value, index) => {
    const level = (value ?? Number.NaN) - (rises[index] ?? 0);
    if (value === null || !(level >= range.min && level <= top)) return;
    const pile = firstPileAbove(piles, level);
    const best = cheapest(piles[pile - 1] ?? [], level, (from) => from.cost + cost(from, index, value));
    (piles[pile] ??= []).push({ index, value, level, cost: best.cost, previous: best.from });
  });
  const last = cheapest(piles.at(-1) ?? [], Infinity, (from) => from.cost + cost(from, count, range.max + 1));
  return chainOf(last.from);
}

/** The first pile whose top is above `level`; the number of piles when there is none. Tops never fall from pile to pile. */
function firstPileAbove(piles: readonly (readonly Kept[])[], level: number): number {
  let low = 1;
  let high = piles.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((piles[middle]?.at(-1)?.level ?? Infinity) > level) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Levels fall within a pile, so those that may come before `level` are its end. Of equal costs the latest place wins. */
function cheapest(pile: readonly Kept[], level: number, costOf: (from: Kept) => number) {
  let best: { from: Kept | null; cost: number } = { from: null, cost: Infinity };
  for (let at = pile.length - 1; at >= 0 && best.cost > 0; at--) {
    const from = pile[at];
    if (!from || from.level > level) break;
    const cost = costOf(from);
    if (cost < best.cost) best = { from, cost };
  }
  return best;
}

function chainOf(last: Kept | null): readonly number[] {
  const chain: number[] = [];
  for (let kept = last; kept && kept.index >= 0; kept = kept.previous) chain.push(kept.index);
  return chain.reverse();
}
