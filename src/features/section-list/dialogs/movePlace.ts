import type { SectionListRow } from '#/api/sections/sections';
import type { PlaceWish } from '#/features/course-changes/plan/placePlan';
import { writesOfMove, writesText } from '#/features/course-changes/plan/plannedWrites';
import type { Sequence } from '#/features/course-changes/plan/sequence';
import { placeText } from '#/features/sections/model/displayOrderText';
import { sectionTitle } from '#/features/sections/model/sectionTitle';
import { numeral } from '#/lib/format';
import type { ChangeLine } from './ChangePreview';

/**
 * The place that a position is.
 * @param others the sections that are not moved, in their order
 * @param position where the first of those that are moved ends, counted from 1
 */
export function placeAt(others: Sequence, position: number): PlaceWish {
  if (position > others.length) return 'end';
  return others[position - 2] ?? 'start';
}

/** The position that a place is. */
export function positionOf(others: Sequence, wish: PlaceWish): number {
  if (wish === 'start') return 1;
  return wish === 'end' ? others.length + 1 : others.indexOf(wish) + 2;
}

interface Moving {
  readonly others: Sequence;
  /** null: nothing moves. */
  readonly wanted: Sequence | null;
  readonly position: number;
}

export const THERE_ALREADY = 'It is there already.';

/** “Between “A” and “B”. Changes 1 section.” */
export function moveText(rows: readonly SectionListRow[], { others, wanted, position }: Moving): string {
  if (!wanted) return THERE_ALREADY;
  const rowOf = (id: number | undefined) => rows.find(({ Id }) => Id === id);
  const place = placeText(rowOf(others[position - 2]), rowOf(others[position - 1]));
  const writes = writesOfMove(rows, wanted);
  return writes === null ? place : `${place} ${writesText(writes)}`;
}

const positionIn = (order: Sequence, id: number) => numeral(order.indexOf(id) + 1);

/**
 * The position of each section that is moved, before and after.
 * @param sequence the order now
 * @param wanted the order then, of the same sections
 */
export function moveLines(
  rows: readonly SectionListRow[],
  ids: readonly number[],
  sequence: Sequence,
  wanted: Sequence,
): readonly ChangeLine[] {
  const moved = new Set(ids);
  return sequence.flatMap((id) => {
    const row = rows.find(({ Id }) => Id === id);
    if (!row || !moved.has(id)) return [];
    const [before, after] = [positionIn(sequence, id), positionIn(wanted, id)];
    return [{ id, title: sectionTitle(row), fate: before === after ? 'same' : 'changes', before, after }];
  });
}
