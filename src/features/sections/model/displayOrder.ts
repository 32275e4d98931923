import type { SectionListRow } from '#/api/sections/sections';
import { orderRange } from './numberRanges';

/** One after the last order of the course, 1 in an empty one. At the end of Int32 it repeats: the newer Id is last. */
export function nextDisplayOrder(sections: readonly Pick<SectionListRow, 'DisplayOrder'>[]): number {
  const orders = sections.flatMap(({ DisplayOrder }) => DisplayOrder ?? []);
  const last = orders.reduce((a, b) => Math.max(a, b), -Infinity);
  return orders.length === 0 ? 1 : Math.min(last + 1, orderRange.max);
}
