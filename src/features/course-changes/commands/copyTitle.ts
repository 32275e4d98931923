const SUFFIX = ' (copy)';

/** No longer title is known to be accepted, in UTF-16 units; what the live service takes is unknown (docs/limits.md). */
const LONGEST_KNOWN = 255;

export interface CopyTitle {
  readonly text: string;
  readonly isShortened: boolean;
}

/**
 * The title of a copy. It is as long as its original or the longest known title at most: whole characters go at the end of
 * what stands before “(copy)”.
 * @param limit in UTF-16 units
 */
export function copyTitle(title: string, limit = Math.max(LONGEST_KNOWN, title.length)): CopyTitle {
  if (title.length + SUFFIX.length <= limit) return { text: title + SUFFIX, isShortened: false };
  let base = '';
  for (const { segment } of new Intl.Segmenter().segment(title)) {
    if (base.length + segment.length + SUFFIX.length > limit) break;
    base += segment;
  }
  return { text: base.trimEnd() + SUFFIX, isShortened: true };
}

/** Whether the title of a copy may be refused for its length alone: nobody limits titles to less than this. */
export const mayBeTooLong = (original: string): boolean => original.length > 50;

/** Whether a title is one that a copy of a section was given. */
export function isCopyTitle(title: string | null, original: string): boolean {
  const isShorter = mayBeTooLong(original) && title === copyTitle(original, original.length).text;
  return isShorter || title === copyTitle(original).text;
}
