import { type Sequence } from './sequence';

/** What a person meant by a move: these rows, right after that one. It holds in an order that changed meanwhile, too. */
export interface MoveIntent {
  readonly ids: readonly number[];
  /** null = to the beginning */
  readonly after: number | null;
}

/** @param wanted the sequence after the move, in which the moved rows stand together */
export function intentOf(wanted: Sequence, ids: readonly number[]): MoveIntent {
  const first = wanted.findIndex((id) => ids.includes(id));
  return { ids: wanted.filter((id) => ids.includes(id)), after: wanted[first - 1] ?? null };
}

/**
 * The moves again, on the order that the server has now: whatever others moved meanwhile stays where they put it.
 * @returns null when a moved section, or the one that it was put after, is gone
 */
export function replay(sequence: Sequence, intents: readonly MoveIntent[]): Sequence | null {
  let result: Sequence | null = sequence;
  for (const intent of intents) result = result && replayOne(result, intent);
  return result;
}

function replayOne(sequence: Sequence, { ids, after }: MoveIntent): Sequence | null {
  const others = sequence.filter((id) => !ids.includes(id));
  if (others.length !== sequence.length - ids.length) return null;
  const place = after === null ? 0 : others.indexOf(after) + 1;
  return after !== null && place === 0 ? null : others.toSpliced(place, 0, ...ids);
}

/** An order of the screen brought in line with the rows that exist: gone ones left out, new ones after their neighbour. */
export function reconcile(sequence: Sequence, existing: Sequence): Sequence {
  const exists = new Set(existing);
  const result = sequence.filter((id) => exists.has(id));
  const known = new Set(result);
  existing.forEach((id, place) => {
    if (known.has(id)) return;
    result.splice(result.indexOf(existing[place - 1] ?? -1) + 1, 0, id);
    known.add(id);
  });
  return result;
}
