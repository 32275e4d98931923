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
import { byNumber, type RoomPlan, roomBetween } from './roomPlan';

/** Where a section is wanted among the others of its course; a number: right after the section with this id. */
export type PlaceWish = 'start' | 'end' | number;

export type PlacePlan =
  | (Extract<RoomPlan, { status: 'planned' }> & {
      /** What the section gets. */
      readonly number: number;
    })
  | RefusedPlan;

interface PlaceOptions {
  readonly range?: NumberRange;
  /** The number that the section has: it stays where that is in the wanted place, alone, and is no answer elsewhere. */
  readonly own?: number | null;
}

/**
 * Plans a place: the number for the section, and the fewest writes of other sections after which it stands there, alone on
 * its number. A number in the gap is none; without a gap the others give way to either side (decision 024). At the end it
 * is one after the greatest number. A section whose number could not be read stands last, and is left alone unless the
 * place is behind it.
 * @param others all sections of the course but the one that gets the place
 * @returns refused with `differentIds` where the section that it should come after is not there
 */
export function planPlace(
  others: readonly StoredOrder[],
  wish: PlaceWish,
  { range = int32, own = null }: PlaceOptions = {},
): PlacePlan {
  const split = splitAt(others, wish);
  if (!split) return { status: 'refused', reason: 'differentIds' };
  const at = (number: number): PlacePlan => {
    const room = roomBetween(split, number, range);
    return room.status === 'planned' ? { ...room, number } : room;
  };
  const kept = own === null ? null : at(own);
  if (kept?.status === 'planned' && kept.writes.length === 0) return kept;
  const number = bestNumber(split, range);
  if (number === null) return { status: 'refused', reason: 'noRoom' };
  if (number !== own) return at(number);
  // The section would be stored as it is, and the others would have to give way to nothing.
  return fewest(at(number + 1), at(number - 1));
}

/** The same for a section that has its number already: only the others can give way. */
export function planRoomAt(
  others: readonly StoredOrder[],
  number: number,
  wish: PlaceWish,
  range: NumberRange = int32,
): RoomPlan {
  const split = splitAt(others, wish);
  return split ? roomBetween(split, number, range) : { status: 'refused', reason: 'differentIds' };
}

/**
 * Where a section with this number stands among the others.
 * @param ownId of a section that is stored: of equal numbers it stands where its id puts it; a new one stands last
 */
export function placeOf(others: readonly StoredOrder[], number: number, ownId = Infinity): PlaceWish {
  const { known } = byNumber(others);
  const isBefore = ({ id, from }: Place) => (from ?? 0) < number || (from === number && id < ownId);
  const before = known.findLast(isBefore);
  if (before === known.at(-1)) return 'end';
  return before ? before.id : 'start';
}

interface Split {
  readonly before: readonly Place[];
  readonly after: readonly Place[];
  /** Those without a number that are left alone. */
  readonly unknown: readonly number[];
}

function splitAt(others: readonly StoredOrder[], wish: PlaceWish): Split | null {
  const { known, unknown } = byNumber(others);
  const behind = typeof wish === 'number' ? unknown.indexOf(wish) : -1;
  if (behind >= 0) {
    const given = unknown.slice(0, behind + 1).map((id) => ({ id, from: null, isConcerned: true }));
    return { before: [...known, ...given], after: [], unknown: unknown.slice(behind + 1) };
  }
  const found = wish === 'end' ? known.length : known.findIndex(({ id }) => id === wish) + 1;
  if (found === 0 && wish !== 'start' && wish !== 'end') return null;
  return { before: known.slice(0, found), after: known.slice(found), unknown };
}

/** A number with which the fewest others have to be written; null where there is none for all of them. */
function bestNumber({ before, after }: Split, range: NumberRange): number | null {
  const stride = strideOf([...before, ...after].map(({ from }) => from));
  const last = before.at(-1);
  // As a new section has it without being asked about its place.
  if (after.length === 0 && (last ? last.from !== null && last.from < range.max : true))
    return last ? (last.from ?? 0) + 1 : Math.min(Math.max(range.min, 1), range.max);
  const newcomer = { id: NEWCOMER, from: null, isConcerned: true };
  const plan = planPlaces([...before, newcomer, ...after], range, stride);
  if (plan.status === 'refused') return null;
  return plan.writes.find(({ id }: OrderWrite) => id === NEWCOMER)?.to ?? null;
}

/** Ids are positive. */
const NEWCOMER = 0;

function fewest(left: PlacePlan, right: PlacePlan): PlacePlan {
  if (left.status === 'refused') return right;
  return right.status === 'planned' && right.writes.length < left.writes.length ? right : left;
}
