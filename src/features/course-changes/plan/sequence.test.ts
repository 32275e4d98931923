import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveBlock, moveDown, moveTo, moveUp } from './sequence';
import { describeMove } from './moveText';

const titleOf = (id: number) => (id === 15 ? 'Basics' : 'Other');
const five = [11, 12, 13, 14, 15];

describe('moving one row', () => {
  it('goes up or down by one place', () => {
    expect(moveUp(five, 13)).toEqual([11, 13, 12, 14, 15]);
    expect(moveDown(five, 13)).toEqual([11, 12, 14, 13, 15]);
  });

  it('sends nothing when the first goes up or the last goes down', () => {
    expect(moveUp(five, 11)).toBeNull();
    expect(moveDown(five, 15)).toBeNull();
  });

  it('goes to a position counted from 1', () => {
    expect(moveTo(five, 15, 2)).toEqual([11, 15, 12, 13, 14]);
    expect(moveTo(five, 11, 5)).toEqual([12, 13, 14, 15, 11]);
  });

  it('stops at the ends when the position is beyond them', () => {
    expect(moveTo(five, 13, -4)).toEqual([13, 11, 12, 14, 15]);
    expect(moveTo(five, 13, 99)).toEqual([11, 12, 14, 15, 13]);
  });

  it('sends nothing when it is put where it was', () => {
    expect(moveTo(five, 13, 3)).toBeNull();
    expect(moveTo(five, 15, 99)).toBeNull();
  });

  it('sends nothing for a row that is no longer there', () => {
    expect(moveUp(five, 99)).toBeNull();
    expect(moveDown(five, 99)).toBeNull();
    expect(moveTo(five, 99, 1)).toBeNull();
  });

  it('gives the same sequence by position and by repeated steps', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(), { minLength: 1, maxLength: 12 }),
        fc.nat(),
        fc.nat(),
        (ids, a, b) => {
          const from = a % ids.length;
          const to = b % ids.length;
          const id = ids[from] ?? 0;
          let stepped: readonly number[] = ids;
          for (let at = from; at < to; at++) stepped = moveDown(stepped, id) ?? stepped;
          for (let at = from; at > to; at--) stepped = moveUp(stepped, id) ?? stepped;
          expect(moveTo(ids, id, to + 1) ?? ids).toEqual(stepped);
        },
      ),
    );
  });
});

describe('moving several selected rows as a block', () => {
  it('puts the first of them at the position and keeps their order, however they were selected', () => {
    expect(moveBlock(five, [15, 12], 1)).toEqual([12, 15, 11, 13, 14]);
    expect(moveBlock(five, [11, 13], 3)).toEqual([12, 14, 11, 13, 15]);
    expect(moveBlock(five, [11, 12, 13], 99)).toEqual([14, 15, 11, 12, 13]);
  });

  it('sends nothing when the block stands there already, when all are selected, or none', () => {
    expect(moveBlock(five, [12, 13], 2)).toBeNull();
    expect(moveBlock(five, five.toReversed(), 2)).toBeNull();
    expect(moveBlock(five, [], 2)).toBeNull();
  });

  it('sends nothing when one of them is gone', () => {
    expect(moveBlock(five, [12, 99], 1)).toBeNull();
  });

  it('counts a row once that is named twice', () => {
    expect(moveBlock(five, [15, 15], 1)).toEqual([15, 11, 12, 13, 14]);
  });

  it('never loses, doubles or reorders the other rows', () => {
    const cases = fc
      .uniqueArray(fc.nat(), { maxLength: 15 })
      .chain((ids) => fc.tuple(fc.constant(ids), fc.subarray(ids), fc.integer({ min: -3, max: 20 })));
    fc.assert(
      fc.property(cases, ([ids, selected, position]) => {
        const moved = moveBlock(ids, selected, position) ?? ids;
        const others = (sequence: readonly number[]) => sequence.filter((id) => !selected.includes(id));
        expect(others(moved)).toEqual(others(ids));
        expect(moved.filter((id) => selected.includes(id))).toEqual(selected);
        expect(moved).toHaveLength(ids.length);
      }),
    );
  });
});

describe('what is announced', () => {
  it('names the row, where it was and where it is', () => {
    expect(describeMove(five, moveTo(five, 15, 2) ?? [], [15], titleOf)).toBe(
      'Basics moved from position 5 to 2',
    );
    expect(describeMove(five, five, [15], titleOf)).toBe('Basics is at position 5 again');
  });

  it('counts the rows of a block and names its ends', () => {
    expect(describeMove(five, moveBlock(five, [13, 15], 2) ?? [], [15, 13], titleOf)).toBe(
      '2 sections moved to positions 2 to 3',
    );
  });
});
