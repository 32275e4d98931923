import { type Budget, editScript } from './editScript';
import { linesOf, type TextKind, wordsOf } from './tokens';

export interface DiffRun {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

export interface TextDiff {
  /** `same` and `removed` put together give the old text, `same` and `added` the new one. No two neighbours are alike. */
  readonly runs: readonly DiffRun[];
  /** The texts were too large or too different for a close look: some runs are longer than they need be. Say so. */
  readonly isCoarse: boolean;
}

/** Enough for five megabytes with hundreds of changes; about half a second of work at most. */
const MAX_STEPS = 20_000_000;

/** A stretch that differs and is longer is not looked at word by word, in UTF-16 units. */
const MAX_WORDS_CHARS = 200_000;

/** Numbers for pieces, the same for equal ones: comparing numbers is cheap. */
function numbersFor(pieces: readonly string[], known: Map<string, number>): Int32Array {
  return Int32Array.from(pieces, (piece) => {
    const number = known.get(piece) ?? known.size;
    known.set(piece, number);
    return number;
  });
}

/** Collects runs: neighbours of a kind become one, and in each changed stretch what was removed comes first. */
class Runs {
  readonly done: DiffRun[] = [];
  private removed: string[] = [];
  private added: string[] = [];
  private same: string[] = [];

  push(kind: DiffRun['kind'], text: string): void {
    if (kind !== 'same') this.flushSame();
    else if (this.removed.length + this.added.length > 0) this.flushChanges();
    this[kind].push(text);
  }

  finish(): readonly DiffRun[] {
    this.flushSame();
    this.flushChanges();
    return this.done;
  }

  private flushSame(): void {
    this.add('same', this.same);
    this.same = [];
  }

  private flushChanges(): void {
    this.add('removed', this.removed);
    this.add('added', this.added);
    this.removed = [];
    this.added = [];
  }

  private add(kind: DiffRun['kind'], pieces: readonly string[]): void {
    const text = pieces.join('');
    if (text !== '') this.done.push({ kind, text });
  }
}

function diffPieces(before: readonly string[], after: readonly string[], budget: Budget): readonly DiffRun[] {
  const known = new Map<string, number>();
  const { removed, added } = editScript(numbersFor(before, known), numbersFor(after, known), budget);
  const runs = new Runs();
  let at = 0;
  for (const [index, piece] of before.entries()) {
    if (removed[index] === 1) runs.push('removed', piece);
    else {
      for (; added[at] === 1; at += 1) runs.push('added', after[at] ?? '');
      runs.push('same', piece);
      at += 1;
    }
  }
  for (; at < after.length; at += 1) runs.push('added', after[at] ?? '');
  return runs.finish();
}

/** Blank space that stayed between two changes is read as part of them. */
function joinAcrossSpace(runs: readonly DiffRun[]): readonly DiffRun[] {
  const joined = new Runs();
  for (const [index, { kind, text }] of runs.entries()) {
    const isBetween = index > 0 && index < runs.length - 1;
    if (kind === 'same' && isBetween && text.length < 4 && text.trim() === '' && !text.includes('\n')) {
      joined.push('removed', text);
      joined.push('added', text);
    } else joined.push(kind, text);
  }
  return joined.finish();
}

/**
 * The difference of two texts for a person to read: first by lines (for HTML also by tags), then by words within the
 * lines that differ. Linear memory, bounded time.
 * @param kind `html` for HTML source
 * @param maxSteps how long it may look, ten million being about a tenth of a second; then the result is coarse
 */
export function diffTexts(before: string, after: string, kind: TextKind, maxSteps = MAX_STEPS): TextDiff {
  const budget: Budget = { left: maxSteps };
  const runs = new Runs();
  if (before === '' || after === '') {
    runs.push('removed', before);
    runs.push('added', after);
    return { runs: runs.finish(), isCoarse: false };
  }
  let isCoarse = false;
  let removed = '';
  for (const run of [...diffPieces(linesOf(before, kind), linesOf(after, kind), budget), null]) {
    // A removed stretch comes right before the added one that took its place.
    const isReplaced = run?.kind === 'added' && removed !== '';
    const isLong = isReplaced && removed.length + run.text.length > MAX_WORDS_CHARS;
    isCoarse ||= isLong;
    if (isReplaced && !isLong && budget.left > 0) {
      const words = diffPieces(wordsOf(removed, kind), wordsOf(run.text, kind), budget);
      for (const word of joinAcrossSpace(words)) runs.push(word.kind, word.text);
      removed = '';
    } else {
      if (removed !== '') runs.push('removed', removed);
      removed = run?.kind === 'removed' ? run.text : '';
      if (run && run.kind !== 'removed') runs.push(run.kind, run.text);
    }
  }
  return { runs: runs.finish(), isCoarse: isCoarse || budget.left <= 0 };
}
