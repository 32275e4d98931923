import { counted, numeral } from '#/lib/format';

interface UnlockRule {
  readonly UnlockType: number | null;
  readonly UnlockAfterDays: number | null;
}

/**
 * When members get a section, as a sentence (docs/wording.md “Sections of a course”).
 * @param previousTitle title of the section before it; null = there is none; left out = not known here
 */
export function unlockRule(rule: UnlockRule, previousTitle?: string | null): string {
  const { UnlockType: type, UnlockAfterDays: days } = rule;
  if (type === 1) return 'Available at once';
  if (type === 2) {
    if (previousTitle === undefined) return 'After the previous section is completed';
    if (previousTitle === null) return 'After the previous section is completed, but this one is the first';
    return `After “${previousTitle}” is completed`;
  }
  if (type !== 3) return `Unknown unlock rule (${type ?? 'none'})`;
  if (days === null) return 'An unknown number of days after enrolment';
  return `${counted(days, 'day')} after enrolment`;
}

/**
 * What there is to say beside “After “X” is completed” while X is inactive: how Nexudus treats that is unknown
 * (docs/api-contract.md 12).
 * @param previousTitle title of the section before
 */
export const inactiveBeforeText = (previousTitle: string): string =>
  `“${previousTitle}” is inactive. Whether Nexudus skips it is not known, so members may never get here.`;

export interface ShortRule {
  readonly icon: 'atOnce' | 'after' | 'day' | 'unknown';
  readonly text: string;
}

/**
 * The same in two words, for a column that the eye runs down; it never stands without the sentence.
 * @param previousPosition position of the section before it, from 1; null = there is none
 */
export function shortUnlockRule(rule: UnlockRule, previousPosition: number | null): ShortRule {
  const { UnlockType: type, UnlockAfterDays: days } = rule;
  if (type === 1) return { icon: 'atOnce', text: 'At once' };
  if (type === 2) {
    return {
      icon: 'after',
      text: previousPosition === null ? 'After none' : `After ${numeral(previousPosition)}`,
    };
  }
  if (type !== 3) return { icon: 'unknown', text: 'Unknown' };
  return { icon: 'day', text: days === null ? 'Day unknown' : `Day ${numeral(days)}` };
}
