import { bySectionOrder, type SectionListRow } from '#/api/sections/sectionRow';
import { orderRange } from './numberRanges';

type Ordered = Pick<SectionListRow, 'Id' | 'DisplayOrder'>;

/** In the order that the app shows: `DisplayOrder`, then `Id` (docs/api-contract.md 3). Without a readable order: last. */
export function sortSections<T extends Ordered>(sections: readonly T[]): T[] {
  return sections.toSorted(bySectionOrder);
}

/** One after the last order of the course, 1 in an empty one; at the end of Int32 the last one, which is taken then. */
export function nextDisplayOrder(sections: readonly Pick<SectionListRow, 'DisplayOrder'>[]): number {
  const orders = sections.flatMap(({ DisplayOrder }) => DisplayOrder ?? []);
  const last = orders.reduce((a, b) => Math.max(a, b), -Infinity);
  return orders.length === 0 ? 1 : Math.min(last + 1, orderRange.max);
}
