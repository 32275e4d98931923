import { array, assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexAt, landingIndex, offsetsOf, placeRows, shiftOf, stepsOf } from './rowGeometry';

const ids = [1, 2, 3, 4, 5];
const heights = new Map([
  [1, 50],
  [3, 90],
]);
const offsets = offsetsOf(ids, heights, 60);

describe('the window of rows', () => {
  it('knows where each row stands, measured or not', () => {
    expect(offsets).toEqual([0, 50, 110, 200, 260, 320]);
    expect([-5, 0, 49, 50, 199, 200, 9999].map((y) => indexAt(offsets, y))).toEqual([0, 0, 0, 1, 2, 3, 4]);
  });

  it('renders what is seen, with space for what is not', () => {
    const window = placeRows(offsets, 60, 150, new Set());
    expect(window).toEqual({
      placed: [
        { index: 1, gap: 50 },
        { index: 2, gap: 0 },
      ],
      rest: 120,
    });
  });

  it('keeps pinned rows in their place', () => {
    const { placed, rest } = placeRows(offsets, 60, 70, new Set([4, -1]));
    expect(placed).toEqual([
      { index: 1, gap: 50 },
      { index: 4, gap: 150 },
    ]);
    expect(rest).toBe(0);
  });

  it('never changes the height of the list', () => {
    const numbers = integer({ min: 0, max: 4000 });
    assert(
      property(array(integer({ min: 1, max: 200 })), numbers, numbers, numbers, (sizes, a, b, pin) => {
        const rows = sizes.map((_, index) => index);
        const all = offsetsOf(rows, new Map(sizes.map((size, index) => [index, size])), 1);
        const { placed, rest } = placeRows(all, Math.min(a, b), Math.max(a, b), new Set([pin]));
        const rendered = placed.reduce((sum, { index, gap }) => sum + gap + (sizes[index] ?? 0), 0);
        expect(rendered + rest).toBe(all.at(-1));
      }),
    );
  });
});

describe('the place where a dragged row lands', () => {
  it('is its own until its middle passes that of a neighbour', () => {
    expect(landingIndex(offsets, 1, 80)).toBe(1);
    expect(landingIndex(offsets, 1, 156)).toBe(2);
    expect(landingIndex(offsets, 1, 24)).toBe(0);
  });

  it('is an end beyond that end', () => {
    expect(landingIndex(offsets, 2, -400)).toBe(0);
    expect(landingIndex(offsets, 2, 4000)).toBe(4);
  });
});

const shifts = (from: number, to: number) => ids.map((_, index) => shiftOf(offsets, index, { from, to }));

describe('the way of a row', () => {
  it('those between make way by its height, and it stands in the gap', () => {
    expect(shifts(0, 2)).toEqual([150, -50, -50, 0, 0]);
    expect(shifts(3, 1)).toEqual([0, 60, 60, -150, 0]);
    expect(shifts(2, 2)).toEqual([0, 0, 0, 0, 0]);
  });

  it('the list looks as it will be', () => {
    assert(
      property(
        array(integer({ min: 20, max: 90 }), { minLength: 1, maxLength: 8 }),
        integer({ min: 0, max: 7 }),
        integer({ min: 0, max: 7 }),
        (sizes, a, b) => {
          const from = a % sizes.length;
          const to = b % sizes.length;
          const all = sizes.map((_, index) => index);
          const before = offsetsOf(all, new Map(sizes.entries()), 0);
          const order = all.toSpliced(from, 1).toSpliced(to, 0, from);
          const after = offsetsOf(order, new Map(sizes.entries()), 0);
          for (const [place, index] of order.entries()) {
            expect(index + stepsOf(index, { from, to })).toBe(place);
            expect((before[index] ?? 0) + shiftOf(before, index, { from, to })).toBe(after[place]);
          }
        },
      ),
    );
  });
});
