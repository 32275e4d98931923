import type { StoredOrder } from '#/features/course-changes/plan/orderPlan';
import type { NumberRange } from '#/features/course-changes/plan/longestKept';

/** The best that any plan can do, found by trying every order that is right. For tests: knows nothing of the planner. */
export interface Optimum {
  readonly writes: number;
  /** Whether the plans with the fewest writes can do without numbers below zero. */
  readonly canStayAboveZero: boolean;
  /** The most neighbours that go on sharing a number among those. */
  readonly ties: number;
}

/**
 * Null when no order within the limits gives the wanted sequence.
 * @param wanted a section of it that is not stored is a new one
 * @param concerned as for `planOrder`
 */
export function findOptimum(
  stored: readonly StoredOrder[],
  wanted: readonly number[],
  range: NumberRange,
  concerned: readonly number[] = [],
): Optimum | null {
  const orders = new Map(stored.map((section) => [section.id, section.displayOrder]));
  const numbers = wanted.map((id) => orders.get(id));
  let best: Optimum | null = null;
  for (const values of allOrders(wanted.length, range)) {
    const found = {
      writes: values.filter((value, place) => value !== numbers[place]).length,
      canStayAboveZero: (values[0] ?? 0) >= 0,
      ties: values.filter((value, place) => value === values[place - 1]).length,
    };
    // The check of all pairs takes longest: only for what would be better.
    if (best && !isBetter(found, best)) continue;
    const writes = wanted.map((id, place) => ({ id, to: values[place] ?? 0 }));
    const changes = writes.filter(({ to }, place) => to !== numbers[place]);
    if (faultsOf(stored, wanted, changes, concerned).length === 0) best = found;
  }
  return best;
}

function isBetter(left: Optimum, right: Optimum): boolean {
  if (left.writes !== right.writes) return left.writes < right.writes;
  if (left.canStayAboveZero !== right.canStayAboveZero) return left.canStayAboveZero;
  return left.ties > right.ties;
}

function* allOrders(length: number, range: NumberRange, before: number[] = []): Generator<number[]> {
  if (before.length === length) {
    yield before;
    return;
  }
  for (let value = before.at(-1) ?? range.min; value <= range.max; value++)
    yield* allOrders(length, range, [...before, value]);
}

/**
 * What is wrong with a plan, pair by pair: a number that does not rise where it must, one that is shared by a section
 * that is written, that stands on another side of some section than before, or that is `concerned`.
 */
export function faultsOf(
  stored: readonly StoredOrder[],
  wanted: readonly number[],
  writes: readonly { id: number; to: number }[],
  concerned: readonly number[] = [],
): string[] {
  const isWritten = new Set(writes.map(({ id }) => id));
  const numbers = new Map(stored.map(({ id, displayOrder }) => [id, displayOrder]));
  for (const { id, to } of writes) numbers.set(id, to);
  const before = sequenceAfter(stored, []);
  const after = wanted.filter((id) => before.includes(id));
  const isDisplaced = (id: number) =>
    after.some(
      (other) =>
        other !== id &&
        before.indexOf(other) < before.indexOf(id) !== after.indexOf(other) < after.indexOf(id),
    );
  const alone = new Set(
    wanted.filter(
      (id) => isWritten.has(id) || concerned.includes(id) || (before.includes(id) && isDisplaced(id)),
    ),
  );
  return wanted.flatMap((id, at) =>
    wanted.slice(at + 1).flatMap((later) => {
      const [left, right] = [numbers.get(id) ?? Infinity, numbers.get(later) ?? Infinity];
      if (left > right) return [`${id} (${left}) comes before ${later} (${right})`];
      if (left < right || (!alone.has(id) && !alone.has(later))) return [];
      return [`${id} and ${later} share ${left}`];
    }),
  );
}

const orderOf = ({ displayOrder }: StoredOrder) =>
  Number.isInteger(displayOrder) ? (displayOrder ?? 0) : Infinity;

/** What the app shows once the writes are done: sorted by order, then by id; without a usable number last. */
export function sequenceAfter(
  stored: readonly StoredOrder[],
  writes: readonly { id: number; to: number }[],
): number[] {
  return ordersAfter(stored, writes)
    .sort((left, right) =>
      orderOf(left) === orderOf(right) ? left.id - right.id : orderOf(left) - orderOf(right),
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
