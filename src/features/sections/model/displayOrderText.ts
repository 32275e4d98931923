import type { SectionListRow } from '#/api/sections/sectionRow';
import { listText, numeral } from '#/lib/format';
import { sortSections } from './displayOrder';
import { numberOf, orderRange } from './numberRanges';
import { sectionTitle } from './sectionTitle';

type Row = Pick<SectionListRow, 'Id' | 'DisplayOrder' | 'Title'>;

/** The other sections that have a number, in the order that the app shows. @param ownId left out: of a new section */
export function sharingOrder<T extends Row>(sections: readonly T[], order: number, ownId?: number): T[] {
  return sortSections(sections.filter(({ Id, DisplayOrder }) => Id !== ownId && DisplayOrder === order));
}

/** “Kitchens” has the number 3, too. @param sharing at least one */
export function sharingText(sharing: readonly Row[], order: number): string {
  const titles = sharing.map((row) => `“${sectionTitle(row)}”`);
  const who = sharing.length > 2 ? `${numeral(sharing.length)} other sections` : listText(titles);
  return `${who} ${sharing.length === 1 ? 'has' : 'have'} the number ${order}, too.`;
}

/**
 * Says between which sections a display order falls, and which have the same number: how the service orders those is
 * unknown (docs/api-contract.md 3).
 * @param sections the course's sections, in any order
 * @param orderText the box as typed; '' is answered while it holds no valid number
 * @param ownId the section being edited; left out: of a new one
 */
export function displayOrderText(sections: readonly Row[], orderText: string, ownId?: number): string {
  const order = numberOf(orderText, orderRange);
  if (order === null) return '';
  const others = sortSections(sections.filter(({ Id }) => Id !== ownId));
  const sharing = sharingOrder(others, order);
  const before = lastBelow(others, order);
  const after = others.find(({ DisplayOrder }) => DisplayOrder === null || DisplayOrder > order);
  const isAlone = sharing.length === 0;
  if (isAlone) return placeText(before, after);
  const place = before || after ? `${placeText(before, after)} ` : '';
  return `${place}${sharingText(sharing, order)} In which order members see them is not known.`;
}

/**
 * The section after which a display order falls; null when there is none, while the box holds no valid number, and where
 * another section has the number: which of the two comes first is not known.
 */
export function sectionBefore<T extends Row>(
  sections: readonly T[],
  orderText: string,
  ownId?: number,
): T | null {
  const order = numberOf(orderText, orderRange);
  if (order === null || sharingOrder(sections, order, ownId).length > 0) return null;
  return (
    lastBelow(
      sections.filter(({ Id }) => Id !== ownId),
      order,
    ) ?? null
  );
}

function lastBelow<T extends Row>(sections: readonly T[], order: number): T | undefined {
  return sortSections(sections).findLast(({ DisplayOrder }) => DisplayOrder !== null && DisplayOrder < order);
}

/** “Between “A” and “B”.”, for a place in a course. */
export function placeText(before: Row | undefined, after: Row | undefined): string {
  if (before && after) return `Between “${sectionTitle(before)}” and “${sectionTitle(after)}”.`;
  if (before) return `Last, after “${sectionTitle(before)}”.`;
  if (after) return `First, before “${sectionTitle(after)}”.`;
  return 'The only section of this course.';
}
