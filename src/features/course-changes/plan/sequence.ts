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
