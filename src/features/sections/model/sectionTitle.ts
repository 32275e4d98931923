import { isBlank } from '#/lib/text';

/** The title, or words that still tell one untitled section from another. */
export function sectionTitle(section: { readonly Id: number; readonly Title: string | null }): string {
  return section.Title === null || isBlank(section.Title)
    ? `(untitled section ${section.Id})`
    : section.Title;
}
