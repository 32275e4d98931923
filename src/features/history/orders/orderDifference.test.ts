import { assert, integer, property, shuffledSubarray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveTo } from '#/features/course-changes/plan/sequence';
import { orderDifference } from './orderDifference';

const all = Array.from({ length: 12 }, (_, index) => 9_000_000_000_000_000 + index);
const sequence = shuffledSubarray(all);
const none = () => false;

describe('the difference between two orders', () => {
  it('counts one section that went far as one, with both positions', () => {
    expect(orderDifference([1, 2, 3, 4, 5], [5, 1, 2, 3, 4], none)).toEqual({
      moved: [{ id: 5, was: 5, now: 1 }],
      added: [],
      gone: [],
    });
  });

  it('tells what is new and what is gone from what has moved', () => {
    expect(orderDifference([1, 2, 3, 4, 5], [4, 9, 1, 3, 5], none)).toEqual({
      moved: [{ id: 4, was: 4, now: 1 }],
      added: [{ id: 9, now: 2 }],
      gone: [{ id: 2, was: 2 }],
    });
  });

  it('takes the one that was written for the moved one, where two have changed places', () => {
    for (const written of [1, 2]) {
      const { moved } = orderDifference([1, 2], [2, 1], (id) => id === written);
      expect(moved.map(({ id }) => id)).toEqual([written]);
    }
    // Fewest first: that all others have other numbers now does not make them moved.
    const { moved } = orderDifference([1, 2, 3, 4], [4, 1, 2, 3], (id) => id !== 4);
    expect(moved.map(({ id }) => id)).toEqual([4]);
  });

  it('is nothing between an order and itself, and one section at most after one move', () => {
    assert(
      property(sequence, integer({ min: 0, max: 11 }), integer({ min: 1, max: 12 }), (ids, from, to) => {
        expect(orderDifference(ids, ids, none)).toEqual({ moved: [], added: [], gone: [] });
        const moved = moveTo(ids, ids[from] ?? 0, to);
        if (moved) expect(orderDifference(ids, moved, none).moved).toHaveLength(1);
      }),
    );
  });

  it('names each section once at most, and all that is not named stands in the same order on both sides', () => {
    assert(
      property(sequence, sequence, (then, now) => {
        const { moved, added, gone } = orderDifference(then, now, (id) => id % 2 === 0);
        const named = [...moved, ...added, ...gone].map(({ id }) => id);
        expect(new Set(named).size).toBe(named.length);
        const rest = (ids: readonly number[]) => ids.filter((id) => !named.includes(id));
        expect(rest(then)).toEqual(rest(now));
        for (const one of moved) expect([then[one.was - 1], now[one.now - 1]]).toEqual([one.id, one.id]);
      }),
    );
  });
});
