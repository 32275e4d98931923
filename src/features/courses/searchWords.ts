import { fold } from '#/lib/text';

/** One thing that a course must have to be found. */
export interface SearchWord {
  /** Folded words, each of which may stand in any of its texts. */
  readonly texts: readonly string[];
  /** Or this number of sections. */
  readonly count: number | null;
}

/** A longer number is that of a course, or of something else. */
const numberPattern = /^\d{1,4}$/;
const noun = 'sections';

/** Reads a search: words, and numbers such as “40” or “1,000 sections”, which may be the number of sections. */
export function readSearch(search: string): readonly SearchWord[] {
  const words = fold(search).split(/\s+/).filter(Boolean);
  const read: SearchWord[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? '';
    const digits = word.replaceAll(/(?<=\d),(?=\d{3}$)/g, '');
    if (!numberPattern.test(digits)) read.push({ texts: [word], count: null });
    else {
      // Also while the noun is being typed.
      const next = words[index + 1];
      const isNamed = next !== undefined && noun.startsWith(next);
      read.push({ texts: isNamed ? [word, next] : [word], count: Number(digits) });
      if (isNamed) index++;
    }
  }
  return read;
}

export const asksForCount = (search: string): boolean =>
  readSearch(search).some(({ count }) => count !== null);
