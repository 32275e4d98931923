/** The ids of a course's sections in the order that members see. */
export type Sequence = readonly number[];

/** Each move answers the new sequence, or null when nothing moves: then there is nothing to announce or to send. */
export function moveUp(sequence: Sequence, id: number): Sequence | null {
  return moveTo(sequence, id, sequence.indexOf(id));
}

export function moveDown(sequence: Sequence, id: number): Sequence | null {
  return moveTo(sequence, id, sequence.indexOf(id) + 2);
}

/** @param position 1 is the first; beyond an end means that end. */
export function moveTo(sequence: Sequence, id: number, position: number): Sequence | null {
  return moveBlock(sequence, [id], position);
}

/** A drag of one row, by places counted from 0. */
export function moveFromTo(sequence: Sequence, from: number, to: number): Sequence | null {
  const id = sequence[from];
  return id === undefined ? null : moveTo(sequence, id, to + 1);
}

/**
 * Moves selected rows together. They keep their order among themselves, whatever the order of selecting was.
 * @param position where the first of them ends, counted from 1; beyond an end means that end.
 * @returns null also when an id is not in the sequence (it was deleted meanwhile) or none is given.
 */
export function moveBlock(sequence: Sequence, ids: readonly number[], position: number): Sequence | null {
  const selected = new Set(ids);
  const block = sequence.filter((id) => selected.has(id));
  if (block.length !== selected.size) return null;
  const others = sequence.filter((id) => !selected.has(id));
  const place = Math.min(Math.max(Math.trunc(position) - 1, 0), others.length);
  const moved = others.toSpliced(place, 0, ...block);
  return isSameSequence(moved, sequence) ? null : moved;
}

export function isSameSequence(left: Sequence, right: Sequence): boolean {
  return left.length === right.length && left.every((id, place) => id === right[place]);
}

/**
 * What to send after quick successive moves (docs/hostile-situations.md 103): each wanted sequence already holds the moves before it, so
 * the last one wins and those between are never sent.
 * @param confirmed the order that the server is known to have, not the one hoped for on the screen.
 * @returns null when nothing is to be sent: no moves, or they cancel out. Other ids than the server's (a section came or
 *   went meanwhile) are not mended here: `planOrder` refuses such a sequence.
 */
export function coalesce(confirmed: Sequence, wantedSequences: readonly Sequence[]): Sequence | null {
  const last = wantedSequences.at(-1);
  return last && !isSameSequence(last, confirmed) ? last : null;
}
