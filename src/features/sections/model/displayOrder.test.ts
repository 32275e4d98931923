import { describe, expect, it } from 'vitest';
import { nextDisplayOrder, sortSections } from './displayOrder';

const row = (Id: number, DisplayOrder: number | null, Title: string | null = `S${Id}`) => ({
  Id,
  DisplayOrder,
  Title,
});
const ids = (rows: readonly { Id: number }[]) => rows.map(({ Id }) => Id);

describe('sections of a course', () => {
  it('stand by display order, then number, those without an order last', () => {
    const rows = [row(9, null), row(2, 5), row(1, 5), row(4, -3), row(8, null), row(3, 2147483647)];
    expect(ids(sortSections(rows))).toStrictEqual([4, 1, 2, 3, 8, 9]);
    expect(ids(rows)[0]).toBe(9);
  });

  it('give a new one the order after the last', () => {
    expect(nextDisplayOrder([])).toBe(1);
    expect(nextDisplayOrder([row(1, null)])).toBe(1);
    expect(nextDisplayOrder([row(1, 4), row(2, -9)])).toBe(5);
    expect(nextDisplayOrder([row(1, -9)])).toBe(-8);
    expect(nextDisplayOrder([row(1, 0), row(2, 0)])).toBe(1);
    expect(nextDisplayOrder([row(1, 2147483647)])).toBe(2147483647);
  });
});
