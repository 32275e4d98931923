import { isBlank } from '#/lib/text';

/** The title, or words that still tell one untitled section from another. */
export function sectionTitle(section: { readonly Id: number; readonly Title: string | null }): string {
  return section.Title === null || isBlank(section.Title)
    ? `(untitled section ${section.Id})`
    : section.Title;
}

/** What is wrong with a title that somebody has typed; null for nothing. */
export const titleProblem = (title: string): string | null => (isBlank(title) ? 'Enter a title' : null);
