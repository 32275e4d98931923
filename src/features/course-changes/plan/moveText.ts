import type { Sequence } from './sequence';

/** “Basics moved from position 5 to 2 of 9”. Positions count from 1. */
export function moveText(title: string, from: number, to: number, total: number): string {
  return `${title} moved from position ${from} to ${to} of ${total}`;
}

/**
 * The one announcement of a move.
 * @param ids the rows that were moved; several end as one block: “3 sections moved to positions 2 to 4 of 9”.
 */
export function describeMove(
  before: Sequence,
  after: Sequence,
  ids: readonly number[],
  titleOf: (id: number) => string,
): string {
  const [id = 0] = ids;
  if (ids.length === 1) {
    return moveText(titleOf(id), before.indexOf(id) + 1, after.indexOf(id) + 1, after.length);
  }
  const first = after.findIndex((other) => ids.includes(other)) + 1;
  return `${ids.length} sections moved to positions ${first} to ${first + ids.length - 1} of ${after.length}`;
}
