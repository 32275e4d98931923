import { counted } from '#/lib/format';
import type { MoveIntent } from './moveIntent';
import type { Sequence } from './sequence';

/**
 * The one announcement of a move, e.g. “Basics moved from position 5 to 2”; positions count from 1.
 * @param ids the rows that were moved; several end as one block: “3 sections moved to positions 2 to 4”.
 */
export function describeMove(
  before: Sequence,
  after: Sequence,
  ids: readonly number[],
  titleOf: (id: number) => string,
): string {
  const [id = 0] = ids;
  if (ids.length === 1) {
    const [from, to] = [before.indexOf(id) + 1, after.indexOf(id) + 1];
    return from === to
      ? `${titleOf(id)} is at position ${to} again`
      : `${titleOf(id)} moved from position ${from} to ${to}`;
  }
  const first = after.findIndex((other) => ids.includes(other)) + 1;
  return `${ids.length} sections moved to positions ${first} to ${first + ids.length - 1}`;
}

/** What moves that are sent together have done: of different sections, how many. @param last what was said of the last one */
export function movesText(intents: readonly MoveIntent[], last: string): string {
  const sets = new Set(intents.map(({ ids }) => ids.join()));
  const moved = new Set(intents.flatMap(({ ids }) => ids));
  return sets.size === 1 ? last : `${counted(moved.size, 'section')} moved`;
}
