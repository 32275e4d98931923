import type { DiffRun } from '#/lib/diff/diffTexts';

/** How much of an unchanged stretch stays beside a change, in UTF-16 units. */
const CONTEXT_CHARS = 160;

export interface Piece extends DiffRun {
  /** Where it begins in both texts put together: a name for it. */
  readonly at: number;
}

/** A difference to be read: of what is the same, only the surroundings of the changes. */
export function shortened(runs: readonly DiffRun[]): Piece[] {
  let at = 0;
  return runs.map(({ kind, text }, index) => {
    const start = at;
    at += text.length;
    if (kind !== 'same') return { kind, text, at: start };
    const head = index > 0 ? CONTEXT_CHARS : 0;
    const tail = index < runs.length - 1 ? CONTEXT_CHARS : 0;
    if (runs.length === 1 || text.length <= head + tail + 40) return { kind, text, at: start };
    return { kind, text: `${text.slice(0, head)} … ${text.slice(text.length - tail)}`, at: start };
  });
}
