import { inactiveBeforeText } from '#/features/sections/model/unlockRule';

/** What is known of the section before; null for what is not. */
interface SectionBefore {
  readonly title: string;
  readonly isActive: boolean | null;
  readonly lessons: number | null;
}

export interface RuleDoubt {
  /** For the line of a row. */
  readonly short: string;
  /** In full sentences. */
  readonly text: string;
}

/**
 * Why members may never get a section, or when they do is not known. What Nexudus does then is not known either
 * (docs/api-contract.md 12), so nothing is foretold.
 * @param before the section before it in the order of the list; null = there is none
 */
export function ruleDoubt(
  rule: { readonly UnlockType: number | null; readonly UnlockAfterDays: number | null },
  before: SectionBefore | null,
): RuleDoubt | null {
  const { UnlockType: type, UnlockAfterDays: days } = rule;
  if (type === 1) return null;
  if (type === 2) return doubtOfSequence(before);
  if (type !== 3) {
    return { short: 'Rule not known here', text: 'When members get this section is not known here.' };
  }
  if (days === null) {
    return {
      short: 'No readable number of days',
      text: 'The number of days could not be read, so when members get this section is not known here.',
    };
  }
  if (days < 0) {
    return {
      short: 'Fewer than 0 days',
      text: 'The number of days is below 0. When Nexudus opens the section then is not known.',
    };
  }
  return null;
}

function doubtOfSequence(before: SectionBefore | null): RuleDoubt | null {
  if (!before) {
    return {
      short: 'Waits for a section, but is the first',
      text: 'There is no section before this one. Whether Nexudus opens it at once is not known.',
    };
  }
  const { title, isActive, lessons } = before;
  if (isActive === false) {
    return { short: `“${title}” is inactive: may never open`, text: inactiveBeforeText(title) };
  }
  if (lessons === 0) {
    return {
      short: `“${title}” has no lessons: may never open`,
      text: `“${title}” has no lessons. Whether Nexudus lets members pass it is not known.`,
    };
  }
  return null;
}
