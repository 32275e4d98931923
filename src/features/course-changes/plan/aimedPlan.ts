import { int32 } from '#/lib/wholeNumber';
import {
  displaced,
  freeingFirst,
  type OrderWrite,
  planOrder,
  type RefusedPlan,
  type StoredOrder,
} from './orderPlan';
import type { Sequence } from './sequence';

export type AimedPlan =
  | {
      readonly status: 'planned';
      /** The sequence after it. */
      readonly wanted: Sequence;
      /** One for each section that was aimed at, also where it has that number already: the list may be late. */
      readonly writes: readonly OrderWrite[];
      /** The sections that share no number afterwards. */
      readonly alone: readonly number[];
    }
  | RefusedPlan;

/**
 * Plans what is left of a change of the order (“Finish”) or its undoing (“Put it back”), over what the service has by now:
 * the sections that are aimed at get the places that they have in `order`, the others stay as they stand. They get the
 * numbers aimed at where the rule of `planOrder` is kept by that; where one of these is taken, or would be shared, it is the
 * plan of the fewest writes. No number is lower than those there are: whether the service takes negative ones is unknown
 * (docs/api-contract.md 4).
 * @param stored in the order that the app shows
 * @param aims the number that each section was to have; sections that are not stored are left out
 * @param concerned as for `planOrder`
 */
export function planAimed(
  stored: readonly StoredOrder[],
  aims: ReadonlyMap<number, number | null>,
  order: Sequence,
  concerned: Sequence,
): AimedPlan {
  const from = new Map(stored.map(({ id, displayOrder }) => [id, displayOrder]));
  const wanted = placedAs(stored, aims, order);
  const aimed = stored.map(({ id, displayOrder }) => ({
    id,
    displayOrder: aims.has(id) ? (aims.get(id) ?? null) : displayOrder,
  }));
  const alone = [...concerned, ...aims.keys(), ...displaced(stored, wanted)].filter((id) => from.has(id));
  const range = { ...int32, min: lowest([...stored, ...aimed]) };
  const asAimed = planOrder(aimed, wanted, alone, range);
  const isRight = asAimed.status === 'planned' && asAimed.writes.length === 0;
  const plan = isRight ? asAimed : planOrder(stored, wanted, alone, range);
  if (plan.status === 'refused') return plan;
  const numbers = new Map((isRight ? aimed : stored).map(({ id, displayOrder }) => [id, displayOrder]));
  for (const { id, to } of plan.writes) numbers.set(id, to);
  const writes = [...numbers].flatMap(([id, to]) =>
    to !== null && (aims.has(id) || to !== from.get(id)) ? [{ id, from: from.get(id) ?? null, to }] : [],
  );
  const touched = [...alone, ...writes.map(({ id }) => id)];
  return { status: 'planned', wanted, writes: freeingFirst(writes), alone: [...new Set(touched)] };
}

function lowest(sections: readonly StoredOrder[]): number {
  const known = sections.map(({ displayOrder }) => displayOrder ?? 0).filter(Number.isInteger);
  return Math.max(int32.min, Math.min(0, ...known));
}

/**
 * The sequence with those that are aimed at each right after the one that it follows in `order`, as far as that is there;
 * past others that `order` does not know only as far as their numbers are lower.
 */
function placedAs(
  stored: readonly StoredOrder[],
  aims: ReadonlyMap<number, number | null>,
  order: Sequence,
): Sequence {
  const numbers = new Map(stored.map(({ id, displayOrder }) => [id, displayOrder]));
  const known = new Set(order);
  const result = [...numbers.keys()].filter((id) => !aims.has(id) || !known.has(id));
  const isLower = (id: number | undefined, aim: number) =>
    id !== undefined && !known.has(id) && (numbers.get(id) ?? Infinity) < aim;
  let place = 0;
  for (const id of order) {
    if (!numbers.has(id)) continue;
    if (aims.has(id)) {
      while (isLower(result[place], aims.get(id) ?? Infinity)) place++;
      result.splice(place, 0, id);
    }
    place = result.indexOf(id) + 1;
  }
  return result;
}
