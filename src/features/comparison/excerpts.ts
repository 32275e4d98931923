import type { DiffRun } from '#/lib/diff/diffTexts';
import { sizeText } from '#/lib/format';
import { cutText } from '#/lib/text';

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

/** What of a difference is shown at once, and how much more each time it is asked for. Chars in UTF-16 units. */
const MAX_PIECES = 300;
const MAX_PIECES_CHARS = 20_000;

/** The beginning of a difference: so many portions of it. `isAll`: nothing is left out. */
export function firstPortions(
  pieces: readonly Piece[],
  portions: number,
): { readonly shown: readonly Piece[]; readonly isAll: boolean } {
  let left = MAX_PIECES_CHARS * portions;
  const shown: Piece[] = [];
  for (const piece of pieces.slice(0, MAX_PIECES * portions)) {
    if (left <= 0) break;
    shown.push(piece.text.length > left ? { ...piece, text: `${cutText(piece.text, left)} …` } : piece);
    left -= piece.text.length;
  }
  return { shown, isAll: shown.length === pieces.length && left >= 0 };
}

/** A long text by its beginning, in UTF-16 units, and its size. */
export function beginning(text: string, length: number): string {
  return text.length > length ? `${cutText(text, length)} … (${sizeText(text.length)})` : text;
}
