import { describe, expect, it } from 'vitest';
import { findSharedOrders, sharedOrderText } from './sharedOrders';

const rows = (...orders: (number | null)[]) =>
  orders.map((DisplayOrder, index) => ({ Id: index + 1, DisplayOrder }));

describe('sections that share a position', () => {
  it('are found with the place of the first of them', () => {
    expect(findSharedOrders(rows(0, 10, 20, 20, 30))).toEqual([{ position: 3, number: 20, ids: [3, 4] }]);
    expect(findSharedOrders(rows(5, 5, 5, 7, 8, 8))).toEqual([
      { position: 1, number: 5, ids: [1, 2, 3] },
      { position: 5, number: 8, ids: [5, 6] },
    ]);
  });

  it('are none where numbers differ or could not be read', () => {
    expect(findSharedOrders(rows(1, 2, 3, null, null))).toEqual([]);
    expect(findSharedOrders([])).toEqual([]);
  });

  it('are told in words', () => {
    expect(sharedOrderText(findSharedOrders(rows(1, 2, 7, 7)))).toBe(
      'Two sections share position 3: both have the number 7',
    );
    expect(sharedOrderText(findSharedOrders(rows(...Array<number>(12).fill(0))))).toBe(
      '12 sections share position 1: all have the number 0',
    );
    expect(sharedOrderText(findSharedOrders(rows(1, 1, 2, 2)))).toBe('Sections share positions 1 and 3');
    expect(sharedOrderText(findSharedOrders(rows(1, 1, 2, 2, 3, 3, 4, 4, 5, 5)))).toBe(
      'Sections share positions 1, 3, 5, and 2 more',
    );
  });
});
