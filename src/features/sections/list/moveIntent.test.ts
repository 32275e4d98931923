import { array, assert, integer, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveBlock } from '../order/moves';
import { intentOf, reconcile, replay, type MoveIntent } from './moveIntent';

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
});
