import { int32 } from '#/lib/wholeNumber';
import type { NumberRange } from './longestKept';
import {
  type OrderWrite,
  type Place,
  planPlaces,
  type RefusedPlan,
  type StoredOrder,
  strideOf,
} from './orderPlan';

export type RoomPlan =
  | {
      readonly status: 'planned';
      readonly writes: readonly OrderWrite[];
      /** The ids of all others in their order, those that come before the section first. */
      readonly before: readonly number[];
      readonly after: readonly number[];
    }
  | RefusedPlan;

interface NumberedPlace extends Place {
  readonly from: number;
}

/**
 * Plans the fewest writes of other sections after which a section can have a number alone (“Make room”). The others keep
 * their order. Those that have the number give way to either side: the fewest writes decide, then that they come after.
 * A section whose number could not be read is in nobody's way and is left alone.
 * @param others all sections of the course but the one that gets the number
 */
export function planRoom(
  others: readonly StoredOrder[],
  number: number,
  range: NumberRange = int32,
): RoomPlan {
  const { known, unknown } = byNumber(others);
  const first = known.findIndex(({ from }) => from >= number);
  const lowest = first < 0 ? known.length : first;
  const sharing = known.filter(({ from }) => from === number).length;
  let best: RoomPlan = { status: 'refused', reason: 'noRoom' };
  for (let place = lowest; place <= lowest + sharing; place++) {
    const split = { before: known.slice(0, place), after: known.slice(place), unknown };
    const room = roomBetween(split, number, range);
    if (room.status === 'refused') continue;
    if (best.status === 'planned' && best.writes.length <= room.writes.length) continue;
    best = room;
  }
  return best;
}

/** The others as the app shows them, and the ids of those whose number could not be read. */
export function byNumber(others: readonly StoredOrder[]): {
  known: readonly NumberedPlace[];
  unknown: readonly number[];
} {
  const known = others
    .flatMap(({ id, displayOrder }) =>
      displayOrder === null ? [] : [{ id, from: displayOrder, isConcerned: false }],
    )
    .toSorted((a, b) => a.from - b.from || a.id - b.id);
  const unknown = others.flatMap(({ id, displayOrder }) => (displayOrder === null ? [id] : []));
  return { known, unknown };
}

interface Split {
  readonly before: readonly Place[];
  readonly after: readonly Place[];
  readonly unknown: readonly number[];
}

/** The fewest writes after which all of `before` have lower numbers than this one, and all of `after` higher ones. */
export function roomBetween({ before, after, unknown }: Split, number: number, range: NumberRange): RoomPlan {
  const stride = strideOf([...before, ...after].map(({ from }) => from));
  const below = planPlaces(before, { min: range.min, max: number - 1 }, stride);
  const above = planPlaces(after, { min: number + 1, max: range.max }, stride);
  if (below.status === 'refused' || above.status === 'refused')
    return { status: 'refused', reason: 'noRoom' };
  return {
    status: 'planned',
    writes: [...below.writes, ...above.writes],
    before: idsOf(before),
    after: [...idsOf(after), ...unknown],
  };
}

const idsOf = (places: readonly Place[]) => places.map(({ id }) => id);
