import type { SectionListRow } from '#/api/sections/sections';
import { listText, numeral } from '#/lib/format';

export interface SharedOrder {
  /** The position in the list of the first of them, from 1. */
  readonly position: number;
  /** What all of them have as `DisplayOrder`. */
  readonly number: number;
  readonly ids: readonly number[];
}

/** Sections that have the same `DisplayOrder`. @param rows in the order that members see */
export function findSharedOrders(
  rows: readonly Pick<SectionListRow, 'Id' | 'DisplayOrder'>[],
): SharedOrder[] {
  const ties: { position: number; number: number; ids: number[] }[] = [];
  rows.forEach(({ Id, DisplayOrder }, index) => {
    if (DisplayOrder === null) return;
    if (rows[index - 1]?.DisplayOrder === DisplayOrder) ties.at(-1)?.ids.push(Id);
    else ties.push({ position: index + 1, number: DisplayOrder, ids: [Id] });
  });
  return ties.filter(({ ids }) => ids.length > 1);
}

const words = ['', '', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];

/** “Two sections share position 3: both have the number 7”, or a sum of all places. */
export function sharedOrderText(ties: readonly SharedOrder[]): string {
  const [first] = ties;
  if (first && ties.length === 1) {
    const count = first.ids.length;
    const all = count === 2 ? 'both' : 'all';
    return `${words[count] ?? numeral(count)} sections share position ${numeral(first.position)}: ${all} have the number ${numeral(first.number)}`;
  }
  const places = ties.slice(0, 3).map(({ position }) => numeral(position));
  const more = ties.length - places.length;
  return `Sections share positions ${listText(more > 0 ? [...places, `${numeral(more)} more`] : places)}`;
}
