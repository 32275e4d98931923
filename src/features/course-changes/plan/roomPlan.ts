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
  const known = others
    .flatMap(({ id, displayOrder }) =>
      displayOrder === null ? [] : [{ id, from: displayOrder, isConcerned: false }],
    )
    .toSorted((a, b) => a.from - b.from || a.id - b.id);
  const stride = strideOf(known.map(({ from }) => from));
  const unknown = others.flatMap(({ id, displayOrder }) => (displayOrder === null ? [id] : []));
  const first = known.findIndex(({ from }) => from >= number);
  const lowest = first < 0 ? known.length : first;
  const sharing = known.filter(({ from }) => from === number).length;
  let best: RoomPlan = { status: 'refused', reason: 'noRoom' };
  for (let place = lowest; place <= lowest + sharing; place++) {
    const [before, after] = [known.slice(0, place), known.slice(place)];
    const below = planPlaces(before, { min: range.min, max: number - 1 }, stride);
    const above = planPlaces(after, { min: number + 1, max: range.max }, stride);
    if (below.status === 'refused' || above.status === 'refused') continue;
    const writes = [...below.writes, ...above.writes];
    if (best.status === 'planned' && best.writes.length <= writes.length) continue;
    best = { status: 'planned', writes, before: idsOf(before), after: [...idsOf(after), ...unknown] };
  }
  return best;
}

const idsOf = (places: readonly Place[]) => places.map(({ id }) => id);
