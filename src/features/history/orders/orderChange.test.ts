import { describe, expect, it } from 'vitest';
import { orderChange } from './orderChange';
import type { OrderEntry } from './orderHistory';

/** Sections by number in their order, each with a display order of its own. */
const order = (ids: readonly number[], moved?: readonly number[]): OrderEntry => ({
  sections: ids.map((id, index) => ({ id, title: `Section ${id}`, displayOrder: index })),
  by: null,
  on: null,
  isHere: moved !== undefined,
  ...(moved && { moved }),
});

describe('what an order came about by', () => {
  it.each([
    ['a far move', [1, 2, 3, 4], [2, 3, 4, 1], undefined, 'Section 1 1 → 4'],
    ['the one of two neighbours that a person moved', [1, 2, 3], [2, 1, 3], [1], 'Section 1 1 → 2'],
    ['the other one of them', [1, 2, 3], [2, 1, 3], [2], 'Section 2 2 → 1'],
    ['a new section', [1, 2], [1, 9, 2], undefined, 'Section 9 new at 2'],
    ['one that is gone', [1, 2], [2], undefined, 'Section 1 gone from 1'],
    ['several', [1, 2, 3, 4, 5, 6], [3, 4, 5, 6, 2, 1], undefined, 'Section 2 2 → 5 and 1 other'],
  ])('is told in one line: %s', (_, before, after, moved, text) => {
    const change = orderChange(order(before), order(after, moved));
    expect(`${change?.title} ${change?.where} ${change?.others}`.trim()).toBe(text);
  });

  it('is nothing where nothing is between them', () => {
    expect(orderChange(order([1, 2]), order([1, 2]))).toBeNull();
  });
});
