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

interface RefusedPlan {
  readonly status: 'refused';
  /** `differentIds`: somebody added or deleted a section; read the list again. `noRoom`: more sections than numbers. */
  readonly reason: 'duplicateIds' | 'differentIds' | 'noRoom';
}

/** `writes` come in the wanted order; empty when the stored numbers already give it. */
export type OrderPlan = { readonly status: 'planned'; readonly writes: readonly OrderWrite[] } | RefusedPlan;

export type InsertPlan =
  | { readonly status: 'planned'; readonly displayOrder: number; readonly writes: readonly OrderWrite[] }
  | RefusedPlan;

/**
 * Plans the fewest writes after which the sections, sorted by order and then by id, stand in the wanted sequence.
 *
 * A number that was not read, is no integer or is out of `limits` is always written. Equal numbers stand (and are given)
 * where the ids already sort right. Why the plan is the optimum: see `chooseKept`. Of several plans of that size:
 * none below zero if possible (that the service takes equal numbers was observed, that it takes negative ones is unknown,
 * docs/api-contract.md 4), then the fewest equal neighbours, then even steps with room for later inserts.
 * @param limits the numbers that the resulting order may use, e.g. `min: 0` to plan without any negative one.
 */
export function planOrder(
  stored: readonly StoredOrder[],
  wanted: readonly number[],
  range: NumberRange = int32,
): OrderPlan {
  const ids = stored.map((section) => section.id);
  if (hasDuplicates(ids) || hasDuplicates(wanted)) return { status: 'refused', reason: 'duplicateIds' };
  if (!hasSameIds(ids, wanted)) return { status: 'refused', reason: 'differentIds' };

  const orders = new Map(stored.map((section) => [section.id, section.displayOrder]));
  const values = wanted.map((id) => integerOrNull(orders.get(id)));
  // The least rise before each place; the ends of the limits are out of reach, so the first and the last step are 1.
  const steps = wanted.map((id, place) => (place === 0 || id < (wanted[place - 1] ?? 0) ? 1 : 0));
  let rise = -1;
  const rises = steps.map((step) => (rise += step));
  const stride = strideOf(values);
  const plans = [Math.max(0, range.min), range.min]
    .map((min) => ({ min, max: range.max }))
    .filter((within) => within.max - within.min >= rise)
    .map((within) => ({ within, kept: chooseKept(values, rises, within, stride) }));
  const [first, second = first] = plans;
  if (!first || !second) return { status: 'refused', reason: 'noRoom' };
  const { within, kept } = second.kept.length > first.kept.length ? second : first;

  const writes = newNumbers(values, [...steps, 1], kept, within, stride).flatMap((to, place) => {
    const id = wanted[place];
    return to === null || id === undefined ? [] : [{ id, from: orders.get(id) ?? null, to }];
  });
  return { status: 'planned', writes };
}

/** The new number of each place, null where it keeps its own. */
function newNumbers(
  values: readonly (number | null)[],
  steps: readonly number[],
  kept: readonly number[],
  range: NumberRange,
  stride: number,
): readonly (number | null)[] {
  const numbers: (number | null)[] = [];
  let lo = range.min - 1;
  for (const place of [...kept, values.length]) {
    const hi = values[place] ?? range.max + 1;
    numbers.push(...spread(lo, hi, steps.slice(numbers.length, place + 1), stride), null);
    lo = hi;
  }
  return numbers;
}

function integerOrNull(value: number | null | undefined): number | null {
  return Number.isInteger(value) ? (value ?? null) : null;
}

/** The spacing of the course's own numbers (their greatest common step), 10 where there is none, at most 100. */
function strideOf(values: readonly (number | null)[]): number {
  const known = values.filter((value) => value !== null);
  const [base = 0] = known;
  const common = known.reduce((divisor, value) => greatestCommonDivisor(divisor, Math.abs(value - base)), 0);
  return Math.min(common || 10, 100);
}

function greatestCommonDivisor(left: number, right: number): number {
  return right === 0 ? left : greatestCommonDivisor(right, left % right);
}

/**
 * Plans a new section right after another (“Duplicate”): its order, and what else must be written.
 * The new id is unknown until it is created. The plan supposes that it is greater than all others, which is usual but not
 * documented: afterwards run `planOrder` with the real id; its plan is empty when the supposition was right.
 * @param sequence the ids in the order that members see.
 */
export function planInsertAfter(
  stored: readonly StoredOrder[],
  sequence: readonly number[],
  afterId: number,
  range: NumberRange = int32,
): InsertPlan {
  const created = Infinity;
  const place = sequence.indexOf(afterId) + 1;
  if (place === 0) return { status: 'refused', reason: 'differentIds' };
  const plan = planOrder(
    [...stored, { id: created, displayOrder: null }],
    sequence.toSpliced(place, 0, created),
    range,
  );
  if (plan.status === 'refused') return plan;
  const displayOrder = plan.writes.find((write) => write.id === created)?.to ?? 0;
  return { status: 'planned', displayOrder, writes: plan.writes.filter((write) => write.id !== created) };
}
