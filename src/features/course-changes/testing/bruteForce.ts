import type { StoredOrder } from '#/features/course-changes/plan/orderPlan';
import type { NumberRange } from '#/features/course-changes/plan/longestKept';

/** The best that any plan can do, found by trying every order that is right. For tests: knows nothing of the planner. */
export interface Optimum {
  readonly writes: number;
  /** The fewest new numbers below zero among the plans with the fewest writes. */
  readonly canStayAboveZero: boolean;
  /** The fewest equal neighbours among those. */
  readonly ties: number;
}

/** Null when no order within the limits gives the wanted sequence. */
export function findOptimum(
  stored: readonly StoredOrder[],
  wanted: readonly number[],
  range: NumberRange,
): Optimum | null {
  const orders = new Map(stored.map((section) => [section.id, section.displayOrder]));
  let best: Optimum | null = null;
  for (const values of allOrders(wanted, range)) {
    const writes = values.filter((value, place) => value !== orders.get(wanted[place] ?? 0)).length;
    const canStayAboveZero = (values[0] ?? 0) >= 0;
    const ties = values.filter((value, place) => value === values[place - 1]).length;
    const found = { writes, canStayAboveZero, ties };
    if (!best || isBetter(found, best)) best = found;
  }
  return best;
}

function isBetter(left: Optimum, right: Optimum): boolean {
  if (left.writes !== right.writes) return left.writes < right.writes;
  if (left.canStayAboveZero !== right.canStayAboveZero) return left.canStayAboveZero;
  return left.ties < right.ties;
}

function* allOrders(
  wanted: readonly number[],
  range: NumberRange,
  before: number[] = [],
): Generator<number[]> {
  const place = before.length;
  const id = wanted[place];
  if (id === undefined) {
    yield before;
    return;
  }
  const mustRise = place > 0 && id < (wanted[place - 1] ?? 0);
  const least = (before.at(-1) ?? range.min) + (mustRise ? 1 : 0);
  for (let value = least; value <= range.max; value++) yield* allOrders(wanted, range, [...before, value]);
}

/** What the server's list shows once the writes are done: sorted by order, then by id. */
export function sequenceAfter(
  stored: readonly StoredOrder[],
  writes: readonly { id: number; to: number }[],
): number[] {
  return ordersAfter(stored, writes)
    .sort(
      (left, right) =>
        (left.displayOrder ?? Infinity) - (right.displayOrder ?? Infinity) || left.id - right.id,
    )
    .map((section) => section.id);
}

export function ordersAfter(
  stored: readonly StoredOrder[],
  writes: readonly { id: number; to: number }[],
): StoredOrder[] {
  const written = new Map(writes.map((write) => [write.id, write.to]));
  return stored.map(({ id, displayOrder }) => ({ id, displayOrder: written.get(id) ?? displayOrder }));
}
