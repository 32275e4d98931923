import { int32 } from '#/lib/wholeNumber';
import { hasDuplicates, hasSameIds } from './idSets';
import { chooseKept, type NumberRange } from './longestKept';
import { spread } from './spread';

export interface StoredOrder {
  readonly id: number;
  /** As stored; null when it could not be read. */
  readonly displayOrder: number | null;
}

export interface OrderWrite {
  readonly id: number;
  readonly from: number | null;
  readonly to: number;
}

export interface RefusedPlan {
  readonly status: 'refused';
  /** `differentIds`: somebody added or deleted a section; read the list again. `noRoom`: more sections than numbers. */
  readonly reason: 'duplicateIds' | 'differentIds' | 'noRoom';
}

/** `writes` come in an order in which each number is free when it is given, where there is one; none: all is right already. */
export type OrderPlan = { readonly status: 'planned'; readonly writes: readonly OrderWrite[] } | RefusedPlan;

/** A section where it is wanted. */
export interface Place {
  readonly id: number;
  readonly from: number | null;
  readonly isConcerned: boolean;
}

/**
 * Plans the fewest writes after which the sections stand in the wanted sequence, however the service orders equal numbers
 * (unknown: docs/api-contract.md 3).
 *
 * **Concerned** are the sections that the plan writes, those that change places with another one (the moved ones and
 * those that they are moved past), and `concerned`. Afterwards the numbers rise along the sequence, and no section shares
 * its number with a concerned one. Only neighbours that are not concerned and share a number today go on doing so.
 *
 * A number that was not read, is no integer or is out of `range` is always written. Why the plan is the optimum: see
 * `chooseKept`. Of several plans of that size: none below zero if possible (that the service takes negative numbers is
 * unknown, docs/api-contract.md 4), then the fewest shared numbers parted that are not concerned, then even steps with
 * room for later inserts.
 * @param concerned sections that must have a number of their own although they keep their places: new ones, or all
 * @param range the numbers that the resulting order may use, e.g. `min: 0` to plan without any negative one
 */
export function planOrder(
  stored: readonly StoredOrder[],
  wanted: readonly number[],
  concerned: readonly number[] = [],
  range: NumberRange = int32,
): OrderPlan {
  const ids = stored.map((section) => section.id);
  if (hasDuplicates(ids) || hasDuplicates(wanted)) return { status: 'refused', reason: 'duplicateIds' };
  if (!hasSameIds(ids, wanted)) return { status: 'refused', reason: 'differentIds' };
  const isConcerned = new Set([...concerned, ...displaced(stored, wanted)]);
  const orders = new Map(stored.map((section) => [section.id, section.displayOrder]));
  return planPlaces(
    wanted.map((id) => ({ id, from: orders.get(id) ?? null, isConcerned: isConcerned.has(id) })),
    range,
  );
}

/**
 * The sections that stand on another side of some section than before.
 * Equal numbers stand as the app shows them, by id, and those without a number last.
 */
export function displaced(stored: readonly StoredOrder[], wanted: readonly number[]): readonly number[] {
  const orderOf = (section: StoredOrder) => integerOrNull(section.displayOrder) ?? Infinity;
  const shown = stored.toSorted((a, b) => orderOf(a) - orderOf(b) || a.id - b.id);
  const shownPlaces = new Map(shown.map(({ id }, place) => [id, place]));
  const places = wanted.map((id) => shownPlaces.get(id) ?? 0);
  let first = Infinity;
  const firstFrom = places
    .toReversed()
    .map((place) => (first = Math.min(first, place)))
    .reverse();
  let last = -1;
  return wanted.filter((_, index) => {
    const place = places[index] ?? 0;
    const isPassed = last > place || (firstFrom[index] ?? place) < place;
    last = Math.max(last, place);
    return isPassed;
  });
}

/** The plan behind all others (see `planOrder`). @param stride the spacing that the new numbers have where there is room */
export function planPlaces(
  places: readonly Place[],
  range: NumberRange,
  stride = strideOf(places.map(({ from }) => from)),
): OrderPlan {
  const values = places.map(({ from }) => integerOrNull(from));
  const mayShare = places.map(({ isConcerned }, place) => {
    const isFree = !isConcerned && places[place - 1]?.isConcerned === false;
    return isFree && values[place] !== null && values[place] === values[place - 1];
  });
  const plans = [Math.max(0, range.min), range.min].flatMap((min) => {
    const within = { min, max: range.max };
    const kept = chooseKept(values, mayShare, within, stride);
    return kept ? [{ within, kept }] : [];
  });
  const [first, second = first] = plans;
  if (!first || !second) return { status: 'refused', reason: 'noRoom' };
  const { within, kept } = second.kept.length > first.kept.length ? second : first;
  const writes = newNumbers(values, kept, within, stride).flatMap((to, place) => {
    const section = places[place];
    return to === null || !section ? [] : [{ id: section.id, from: section.from, to }];
  });
  return { status: 'planned', writes: freeingFirst(writes) };
}

/** The new number of each place, null where it keeps its own. */
function newNumbers(
  values: readonly (number | null)[],
  kept: readonly number[],
  range: NumberRange,
  stride: number,
): readonly (number | null)[] {
  const numbers: (number | null)[] = [];
  let lo = range.min - 1;
  for (const place of [...kept, values.length]) {
    const hi = values[place] ?? range.max + 1;
    numbers.push(...spread(lo, hi, place - numbers.length, stride), null);
    lo = hi;
  }
  return numbers;
}

/**
 * The same writes, each after those that give up its number: what is stopped in the middle shares none. Only sections
 * that take each other's numbers in a circle cannot but share one for a moment.
 */
export function freeingFirst(writes: readonly OrderWrite[]): readonly OrderWrite[] {
  const holders = new Map<number, OrderWrite[]>();
  for (const write of writes)
    if (write.from !== null) holders.set(write.from, [...(holders.get(write.from) ?? []), write]);
  const sorted = new Set<OrderWrite>();
  const seen = new Set<OrderWrite>();
  // A list instead of a recursion: a chain can be as long as the course.
  const open = writes.toReversed();
  for (let write = open.at(-1); write; write = open.at(-1)) {
    const before = seen.has(write) ? [] : (holders.get(write.to) ?? []).filter((other) => !seen.has(other));
    seen.add(write);
    if (before.length > 0) {
      open.push(...before.filter((other) => other !== write));
      continue;
    }
    sorted.add(write);
    open.pop();
  }
  return [...sorted];
}

function integerOrNull(value: number | null | undefined): number | null {
  return Number.isInteger(value) ? (value ?? null) : null;
}

/** The spacing of the course's own numbers (their greatest common step), 10 where there is none, at most 100. */
export function strideOf(stored: readonly (number | null)[]): number {
  const known = stored.map(integerOrNull).filter((value) => value !== null);
  const [base = 0] = known;
  const common = known.reduce((divisor, value) => greatestCommonDivisor(divisor, Math.abs(value - base)), 0);
  return Math.min(common || 10, 100);
}

function greatestCommonDivisor(left: number, right: number): number {
  return right === 0 ? left : greatestCommonDivisor(right, left % right);
}
