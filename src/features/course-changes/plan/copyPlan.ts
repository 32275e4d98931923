import { int32 } from '#/lib/wholeNumber';
import type { NumberRange } from './longestKept';
import { planPlaces, type StoredOrder } from './orderPlan';
import type { PlaceWish } from './placePlan';
import type { Sequence } from './sequence';

/** Copies by the section that each is of, in their order: as many as there are of it. */
export type CopiesOf = ReadonlyMap<number, Sequence>;

/**
 * The sequence with copies in their places: one after the other at `place`, or each right after its original. A place
 * behind a section that is gone is the end; a copy whose original is gone stays where it is, if it is there.
 * @param ids of the course, the copies among them that are there already
 * @param place left out: each right after its original
 */
export function withCopies(ids: Sequence, copies: CopiesOf, place?: PlaceWish): Sequence {
  if (place === undefined) {
    const placed = new Set(ids.flatMap((id) => copies.get(id) ?? []));
    return ids.filter((id) => !placed.has(id)).flatMap((id) => [id, ...(copies.get(id) ?? [])]);
  }
  const all = [...copies.values()].flat();
  const others = ids.filter((id) => !all.includes(id));
  const isThere = typeof place === 'number' && others.includes(place);
  const at = place === 'start' ? 0 : isThere ? others.indexOf(place) + 1 : others.length;
  return others.toSpliced(at, 0, ...all);
}

export interface CopyPlan {
  /** What the copies get that are not there yet, by the section that each is of. */
  readonly numbers: ReadonlyMap<number, number>;
  /** How many other sections have to be written for them. */
  readonly others: number;
}

/**
 * Plans places for copies: a number for each that is not there yet, with the fewest writes of the others.
 * @param stored the course, the copies among it that are there already
 * @param made of each section that is copied the copies that are there; none: it is yet to be made
 * @returns null where there are no numbers for all of them
 */
export function planCopies(
  stored: readonly StoredOrder[],
  made: CopiesOf,
  place?: PlaceWish,
  range: NumberRange = int32,
): CopyPlan | null {
  const originals = [...made.keys()];
  // Ids are positive.
  const newcomers = new Map(originals.map((id, index) => [-1 - index, id]));
  const copies = new Map(
    originals.map((id, index) => {
      const there = made.get(id) ?? [];
      return [id, there.length > 0 ? there : [-1 - index]];
    }),
  );
  const wanted = withCopies(
    stored.map(({ id }) => id),
    copies,
    place,
  );
  const orders = new Map(stored.map(({ id, displayOrder }) => [id, displayOrder]));
  const isCopy = new Set([...copies.values()].flat());
  const plan = planPlaces(
    wanted.map((id) => ({ id, from: orders.get(id) ?? null, isConcerned: isCopy.has(id) })),
    range,
  );
  if (plan.status === 'refused') return null;
  const numbers = plan.writes.flatMap(({ id, to }): [number, number][] => {
    const original = newcomers.get(id);
    return original === undefined ? [] : [[original, to]];
  });
  return { numbers: new Map(numbers), others: plan.writes.filter(({ id }) => !isCopy.has(id)).length };
}
