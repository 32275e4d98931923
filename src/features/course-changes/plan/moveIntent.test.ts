import { array, assert, integer, property, shuffledSubarray, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveBlock } from './sequence';
import { intentOf, reconcile, replay, type MoveIntent } from './moveIntent';

const sorted = (ids: readonly number[]) => [...ids].sort((a, b) => a - b);

describe('replay', () => {
  it('gives what the person saw when nobody else changed the order', () => {
    const moves = array(tuple(integer({ min: 1, max: 8 }), integer({ min: 1, max: 8 })));
    assert(
      property(moves, (steps) => {
        const start = [1, 2, 3, 4, 5, 6, 7, 8];
        let shown: readonly number[] = start;
        const intents: MoveIntent[] = [];
        for (const [id, position] of steps) {
          const moved = moveBlock(shown, [id], position);
          if (!moved) continue;
          intents.push(intentOf(moved, [id]));
          shown = moved;
        }
        expect(replay(start, intents)).toEqual(shown);
      }),
    );
  });

  it('keeps what a colleague moved meanwhile', () => {
    const wanted = moveBlock([1, 2, 3, 4, 5], [5], 2) ?? [];
    expect(replay([4, 1, 2, 3, 5], [intentOf(wanted, [5])])).toEqual([4, 1, 5, 2, 3]);
  });

  it('keeps a block together in its own order', () => {
    const wanted = moveBlock([1, 2, 3, 4, 5], [4, 2], 1) ?? [];
    expect(intentOf(wanted, [4, 2])).toEqual({ ids: [2, 4], after: null });
    expect(replay([5, 4, 3, 2, 1], [intentOf(wanted, [4, 2])])).toEqual([2, 4, 5, 3, 1]);
  });

  it('gives up when the section or its new neighbour was deleted', () => {
    expect(replay([1, 2], [{ ids: [3], after: 1 }])).toBeNull();
    expect(replay([1, 3], [{ ids: [3], after: 2 }])).toBeNull();
  });
});

describe('reconcile', () => {
  it('leaves out what is gone and puts new rows after their neighbour', () => {
    expect(reconcile([3, 1, 2], [1, 9, 3])).toEqual([3, 1, 9]);
    expect(reconcile([2, 1], [7, 1, 2])).toEqual([7, 2, 1]);
  });

  const all = Array.from({ length: 12 }, (_, index) => 100 + index);
  const sequence = shuffledSubarray(all);

  it('gives exactly the wanted order where the sections are the same', () => {
    const whole = shuffledSubarray(all, { minLength: all.length });
    assert(
      property(whole, whole, (wanted, existing) => {
        expect(reconcile(wanted, existing)).toEqual(wanted);
      }),
    );
  });

  it('holds each section that exists once and no other, those that it knows in the wanted order', () => {
    assert(
      property(sequence, sequence, (wanted, existing) => {
        const result = reconcile(wanted, existing);
        expect(sorted(result)).toEqual(sorted(existing));
        const known = wanted.filter((id) => existing.includes(id));
        expect(result.filter((id) => wanted.includes(id))).toEqual(known);
      }),
    );
  });

  it('leaves a section that it does not know right after the one that it follows, the first ones first', () => {
    assert(
      property(sequence, array(integer({ min: 0, max: 99 }), { maxLength: 4 }), (wanted, places) => {
        let existing = [...wanted].reverse();
        places.forEach((place, index) => {
          existing = existing.toSpliced(place % (existing.length + 1), 0, index + 1);
        });
        const result = reconcile(wanted, existing);
        for (const [index, id] of existing.entries())
          if (!wanted.includes(id)) expect(result[result.indexOf(id) - 1]).toBe(existing[index - 1]);
      }),
    );
  });
});
