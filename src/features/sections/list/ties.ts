import type { SectionListRow } from '../../../api/sections';

export interface Tie {
  /** The position in the list of the first of them, from 1. */
  readonly position: number;
  readonly ids: readonly number[];
}

/** Sections that have the same `DisplayOrder`. @param rows in the order that members see */
export function findTies(rows: readonly Pick<SectionListRow, 'Id' | 'DisplayOrder'>[]): Tie[] {
  const ties: { position: number; ids: number[] }[] = [];
  rows.forEach(({ Id, DisplayOrder }, index) => {
    const isTied = DisplayOrder !== null && rows[index - 1]?.DisplayOrder === DisplayOrder;
    if (isTied) ties.at(-1)?.ids.push(Id);
    else ties.push({ position: index + 1, ids: [Id] });
  });
  return ties.filter(({ ids }) => ids.length > 1);
}

const words = ['', '', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];
const number = new Intl.NumberFormat('en');
const list = new Intl.ListFormat('en');

/** “Two sections share position 3”, or a sum of all places. */
export function tieWords(ties: readonly Tie[]): string {
  const [first] = ties;
  if (first && ties.length === 1) {
    const count = first.ids.length;
    return `${words[count] ?? number.format(count)} sections share position ${number.format(first.position)}`;
  }
  const places = ties.slice(0, 3).map(({ position }) => number.format(position));
  const more = ties.length - places.length;
  return `Sections share positions ${list.format(more > 0 ? [...places, `${number.format(more)} more`] : places)}`;
}
