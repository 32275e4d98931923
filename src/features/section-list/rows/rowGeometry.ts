/** Where rows of measured or estimated heights stand, in pixels from the top of the list. */
export type Offsets = readonly number[];

/** @returns one more than ids: the last is the height of the whole list */
export function offsetsOf(
  ids: readonly number[],
  heights: ReadonlyMap<number, number>,
  estimate: number,
): Offsets {
  let top = 0;
  return [0, ...ids.map((id) => (top += heights.get(id) ?? estimate))];
}

/** The row at a height; beyond an end the row at that end. */
export function indexAt(offsets: Offsets, y: number): number {
  let low = 0;
  let high = Math.max(0, offsets.length - 2);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] ?? Infinity) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

interface PlacedRow {
  readonly index: number;
  /** Empty space above it, where rows are left out. */
  readonly gap: number;
}

export interface RowWindow {
  readonly placed: readonly PlacedRow[];
  /** Empty space below the last one. */
  readonly rest: number;
}

/**
 * The rows to render: those that touch `top`–`bottom`, and the pinned ones wherever they are (the row with the focus, a
 * row that is dragged), each with the space of those that are left out before it.
 */
export function placeRows(
  offsets: Offsets,
  top: number,
  bottom: number,
  pinned: ReadonlySet<number>,
): RowWindow {
  const count = offsets.length - 1;
  const first = indexAt(offsets, top);
  const last = indexAt(offsets, bottom);
  const indexes = new Set([...pinned].filter((index) => index >= 0 && index < count));
  for (let index = first; index <= last && index < count; index++) indexes.add(index);
  let end = 0;
  const placed = [...indexes]
    .sort((left, right) => left - right)
    .map((index) => {
      const gap = (offsets[index] ?? 0) - end;
      end = offsets[index + 1] ?? end;
      return { index, gap };
    });
  return { placed, rest: (offsets.at(-1) ?? 0) - end };
}

/**
 * Where a dragged row would land, as an index in the list as it will be: the row counts as passed when its middle is.
 * @param y the middle of the dragged row
 */
export function landingIndex(offsets: Offsets, from: number, y: number): number {
  const count = offsets.length - 1;
  let passed = 0;
  for (let index = 0; index < count; index++) {
    if (index === from) continue;
    if (((offsets[index] ?? 0) + (offsets[index + 1] ?? 0)) / 2 < y) passed++;
  }
  return passed;
}

/** One row on its way from one place to another, as indexes in the list before and after. */
export interface RowPath {
  readonly from: number;
  readonly to: number;
}

/** How many places a row goes on, with its number, while another one is on its way: negative towards the start. */
export function stepsOf(index: number, { from, to }: RowPath): number {
  if (index === from) return to - from;
  if (index > from && index <= to) return -1;
  return index < from && index >= to ? 1 : 0;
}

/**
 * How far a row stands from its place while another one is on its way, so that the list looks as it will be: those
 * between make way by the height of that row, which itself stands in the gap.
 */
export function shiftOf(offsets: Offsets, index: number, { from, to }: RowPath): number {
  const top = (place: number) => offsets[place] ?? 0;
  if (index === from) return to > from ? top(to + 1) - top(from + 1) : top(to) - top(from);
  const height = top(from + 1) - top(from);
  if (index > from && index <= to) return -height;
  return index < from && index >= to ? height : 0;
}
