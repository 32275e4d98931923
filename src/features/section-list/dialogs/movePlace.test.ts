import { describe, expect, it } from 'vitest';
import type { SectionListRow } from '#/api/sections/sections';
import { moveBlock } from '#/features/course-changes/plan/sequence';
import { moveLines, moveText, placeAt, positionOf } from './movePlace';

const titles = ['Alpha', 'Beta', 'Gamma', 'Delta'];
const rows = titles.map(
  (Title, index) => ({ Id: index + 1, Title, DisplayOrder: 10 * (index + 1) }) as SectionListRow,
);
const sequence = rows.map(({ Id }) => Id);

const told = (ids: readonly number[], position: number) => {
  const others = sequence.filter((id) => !ids.includes(id));
  return moveText(rows, { others, wanted: moveBlock(sequence, ids, position), position });
};

describe('a place to move to', () => {
  it('is one with its position, both ways', () => {
    expect([1, 2, 3, 4].map((position) => placeAt([7, 8, 9], position))).toEqual(['start', 7, 8, 'end']);
    expect((['start', 7, 8, 9, 'end'] as const).map((wish) => positionOf([7, 8, 9], wish))).toEqual([
      1, 2, 3, 4, 4,
    ]);
    expect(placeAt([], 1)).toBe('end');
    expect(positionOf([], 'end')).toBe(1);
  });

  it('is said by its neighbours, with how many sections change', () => {
    expect(told([4], 1)).toBe('First, before “Alpha”. Changes 1 section.');
    expect(told([1], 3)).toBe('Between “Gamma” and “Delta”. Changes 1 section.');
    expect(told([1, 3], 3)).toBe('Last, after “Delta”. Changes 2 sections.');
    expect(told([2], 2)).toBe('It is there already.');
  });

  it('is shown for each section that is moved, in their order, as positions before and after', () => {
    const wanted = moveBlock(sequence, [3, 1], 2) ?? [];
    expect(wanted).toEqual([2, 1, 3, 4]);
    expect(moveLines(rows, [3, 1], sequence, wanted)).toEqual([
      { id: 1, title: 'Alpha', fate: 'changes', before: '1', after: '2' },
      { id: 3, title: 'Gamma', fate: 'same', before: '3', after: '3' },
    ]);
  });
});
