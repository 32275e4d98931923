import { bySectionOrder, type SectionListRow } from '#/api/sections/sectionRow';
import { numberOf, orderRange } from './numberRanges';
import { sectionTitle } from './sectionTitle';
import { numeral } from '#/lib/format';

type Ordered = Pick<SectionListRow, 'Id' | 'DisplayOrder'>;
type Row = Ordered & Pick<SectionListRow, 'Title'>;

/** In the order members see: `DisplayOrder`, then `Id` (docs/api-contract.md 3). Without a readable order: last, by Id. */
export function sortSections<T extends Ordered>(sections: readonly T[]): T[] {
  return sections.toSorted(bySectionOrder);
}

/** One after the last order of the course, 1 in an empty one. At the end of Int32 it repeats: the newer Id is last. */
export function nextDisplayOrder(sections: readonly Pick<SectionListRow, 'DisplayOrder'>[]): number {
  const orders = sections.flatMap(({ DisplayOrder }) => DisplayOrder ?? []);
  const last = orders.reduce((a, b) => Math.max(a, b), -Infinity);
  return orders.length === 0 ? 1 : Math.min(last + 1, orderRange.max);
}

/**
 * Says between which sections a display order falls, and which have the same number.
 * @param sections the course's sections, in any order
 * @param orderText the box as typed; '' is answered while it holds no valid number
 * @param ownId the section being edited; a new one comes after all that have its number
 */
export function displayOrderText(sections: readonly Row[], orderText: string, ownId = Infinity): string {
  const order = numberOf(orderText, orderRange);
  if (order === null) return '';
  const own = { Id: ownId, DisplayOrder: order };
  const others = sortSections(sections.filter(({ Id }) => Id !== ownId));
  const before = sectionBefore(sections, orderText, ownId);
  const after = others.find((other) => bySectionOrder(other, own) > 0);
  const same = others.filter((other) => other.DisplayOrder === order);
  return [place(before, after), twins(same)].filter(Boolean).join(' ');
}

/** The section after which a display order falls; null when there is none, or while the box holds no valid number. */
export function sectionBefore<T extends Ordered>(
  sections: readonly T[],
  orderText: string,
  ownId = Infinity,
): T | null {
  const order = numberOf(orderText, orderRange);
  if (order === null) return null;
  const own = { Id: ownId, DisplayOrder: order };
  const others = sections.filter(({ Id }) => Id !== ownId);
  return sortSections(others).findLast((other) => bySectionOrder(other, own) < 0) ?? null;
}

function place(before: Row | null, after: Row | undefined): string {
  if (before && after) return `Between “${sectionTitle(before)}” and “${sectionTitle(after)}”.`;
  if (before) return `Last, after “${sectionTitle(before)}”.`;
  if (after) return `First, before “${sectionTitle(after)}”.`;
  return 'The only section of this course.';
}

function twins(same: readonly Row[]): string {
  const [first] = same;
  if (!first) return '';
  const who =
    same.length === 1 ? `“${sectionTitle(first)}” has` : `${numeral(same.length)} other sections have`;
  return `${who} the same number; the one that was created first comes first.`;
}
