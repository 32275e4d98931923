import { isObject } from '#/api/http/json';
import type { SectionListRow } from '#/api/sections/sections';
import type { HistoryKind } from '#/lib/localHistory';
import { parseTimestamp } from '#/lib/timestamps';
import { isSameSequence, type Sequence } from '#/features/course-changes/plan/sequence';
import { sectionTitle } from '#/features/sections/model/sectionTitle';

interface SeenSection {
  readonly id: number;
  readonly title: string;
  readonly displayOrder: number | null;
}

/** Who brought a course into an order, as far as that is known. */
interface Mover {
  readonly by: string | null;
  /** The time that the service gave the change; null where it is not known. */
  readonly on: string | null;
  /** It was moved in this browser. */
  readonly isHere: boolean;
}

/** An order of a course that this browser has seen. */
export interface OrderEntry extends Mover {
  readonly sections: readonly SeenSection[];
  /** What was moved here to bring it about; left out where that is not known. */
  readonly moved?: readonly number[];
}

/** What this browser has done since the newest order that was noted. */
export interface DoneHere {
  /** The numbers that it has written, by section. */
  readonly written: ReadonlyMap<number, number>;
  /** The sections that a person has moved. */
  readonly moved: readonly number[];
}

export const nothingDone: DoneHere = { written: new Map(), moved: [] };

export const idsOf = ({ sections }: OrderEntry): Sequence => sections.map(({ id }) => id);

const nobody: Mover = { by: null, on: null, isHere: false };

/**
 * The order that the rows stand in.
 * @param before the newest order seen until now
 * @param here what this browser has done since then
 * @param username whose browser it is
 */
export function orderOf(
  rows: readonly SectionListRow[],
  before: OrderEntry | null,
  here: DoneHere,
  username: string,
): OrderEntry {
  const mover = moverOf(rows, before, here.written, username);
  return {
    sections: rows.map((row) => ({ id: row.Id, title: sectionTitle(row), displayOrder: row.DisplayOrder })),
    ...mover,
    ...(mover.isHere && here.moved.length > 0 && { moved: here.moved }),
  };
}

/**
 * Whoever has changed last what has another number now than before. Never guessed: nobody for the first order seen, for
 * sections that are only gone, and where the service does not say which change was the last.
 */
function moverOf(
  rows: readonly SectionListRow[],
  before: OrderEntry | null,
  written: ReadonlyMap<number, number>,
  username: string,
): Mover {
  if (!before) return nobody;
  const orders = new Map(before.sections.map(({ id, displayOrder }) => [id, displayOrder]));
  const changed = rows.filter(({ Id, DisplayOrder }) => orders.get(Id) !== DisplayOrder);
  const times = changed.map(({ UpdatedOn }) => parseTimestamp(UpdatedOn)?.getTime() ?? Number.NaN);
  const last = changed.length === 1 ? changed[0] : changed[times.indexOf(Math.max(...times))];
  if (!last) return nobody;
  const isHere = last.DisplayOrder !== null && written.get(last.Id) === last.DisplayOrder;
  return { by: isHere ? username : last.UpdatedBy, on: last.UpdatedOn, isHere };
}

/** Orders are the same when the same sections follow one another; their numbers and titles may differ. */
export const orderHistory: HistoryKind<OrderEntry> = {
  pack: (order) => ({ order }),
  read: (stored) => ('order' in stored && isSeenOrder(stored.order) ? stored.order : null),
  isSame: (a, b) => isSameSequence(idsOf(a), idsOf(b)),
  sizeOf: ({ sections }) => sections.reduce((sum, { title }) => sum + title.length + 40, 0),
  // A move is told from other changes by the numbers before it: they must be the latest.
  renew: (known, { sections }) =>
    JSON.stringify(known.sections) === JSON.stringify(sections) ? null : { ...known, sections },
};

function isSeenOrder(value: unknown): value is OrderEntry {
  return (
    isObject(value) &&
    isTextOrNull(value.by) &&
    isTextOrNull(value.on) &&
    typeof value.isHere === 'boolean' &&
    (value.moved === undefined || (Array.isArray(value.moved) && value.moved.every(Number.isSafeInteger))) &&
    Array.isArray(value.sections) &&
    value.sections.every(
      (section) =>
        isObject(section) &&
        Number.isSafeInteger(section.id) &&
        typeof section.title === 'string' &&
        (section.displayOrder === null || typeof section.displayOrder === 'number'),
    )
  );
}

function isTextOrNull(value: unknown): boolean {
  return value === null || typeof value === 'string';
}
