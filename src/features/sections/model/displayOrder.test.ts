import { describe, expect, it } from 'vitest';
import { displayOrderText, nextDisplayOrder, sortSections } from './displayOrder';

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

describe('the hint at a display order', () => {
  const rows = [row(1, 10), row(2, 20), row(3, 20), row(4, 30), row(5, null, ' ')];

  it.each([
    ['5', 'First, before “S1”.'],
    ['15', 'Between “S1” and “S2”.'],
    ['10', 'Between “S1” and “S2”. “S1” has the same number; the one that was created first comes first.'],
    [
      '20',
      'Between “S3” and “S4”. 2 other sections have the same number; the one that was created first comes first.',
    ],
    ['３１', 'Between “S4” and “(untitled section 5)”.'],
    ['', ''],
    ['1.5', ''],
    ['2147483648', ''],
  ])('%s → %s', (text, hint) => {
    expect(displayOrderText(rows, text)).toBe(hint);
  });

  it('leaves out the section that is being edited and counts its own number among equal ones', () => {
    expect(displayOrderText(rows, '20', 2)).toBe(
      'Between “S1” and “S3”. “S3” has the same number; the one that was created first comes first.',
    );
    expect(displayOrderText([row(1, 10)], '10', 1)).toBe('The only section of this course.');
  });

  it('says when it is the last or the only one', () => {
    expect(displayOrderText([row(1, 10)], '11')).toBe('Last, after “S1”.');
    expect(displayOrderText([], '1')).toBe('The only section of this course.');
  });
});
