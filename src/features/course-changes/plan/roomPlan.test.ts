import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { int32 } from '#/lib/wholeNumber';
import { faultsOf, sequenceAfter } from '#/features/course-changes/testing/bruteForce';
import type { StoredOrder } from './orderPlan';
import { planRoom } from './roomPlan';

/** Sections 1, 2, 3… with these orders. */
function course(...orders: (number | null)[]): StoredOrder[] {
  return orders.map((displayOrder, index) => ({ id: index + 1, displayOrder }));
}

function planned(...plan: Parameters<typeof planRoom>) {
  const room = planRoom(...plan);
  if (room.status === 'refused') throw new Error(room.reason);
  return room;
}

describe('making room for a number', () => {
  it('writes nothing where nobody has it', () => {
    expect(planned(course(1, 3), 2)).toEqual({ status: 'planned', writes: [], before: [1], after: [2] });
    expect(planned([], 2).writes).toEqual([]);
  });

  it('moves whoever has it into the gap behind', () => {
    expect(planned(course(10, 20, 30), 20)).toEqual({
      status: 'planned',
      writes: [{ id: 2, from: 20, to: 25 }],
      before: [1],
      after: [2, 3],
    });
  });

  it('pushes on those behind only as far as the next gap', () => {
    expect(planned(course(1, 2, 3, 5, 6), 2, { min: 1, max: int32.max }).writes).toEqual([
      { id: 3, from: 3, to: 4 },
      { id: 2, from: 2, to: 3 },
    ]);
  });

  it('lets those before give way where that takes fewer writes', () => {
    const dense = course(1, 2, 3, 4, 5, 6, 7, 8);
    expect(planned(dense, 2)).toMatchObject({
      writes: [
        { id: 1, from: 1, to: 0 },
        { id: 2, from: 2, to: 1 },
      ],
      before: [1, 2],
      after: [3, 4, 5, 6, 7, 8],
    });
    expect(planned(dense, 7).writes.map(({ id }) => id)).toEqual([8, 7]);
  });

  it('parts several that have it, and leaves other shared numbers alone', () => {
    expect(planned(course(5, 5, 6, 6, 9, 9), 6, { min: 5, max: int32.max })).toEqual({
      status: 'planned',
      writes: [
        { id: 3, from: 6, to: 7 },
        { id: 4, from: 6, to: 8 },
      ],
      before: [1, 2],
      after: [3, 4, 5, 6],
    });
  });

  it('leaves a section alone whose number could not be read', () => {
    expect(planned(course(null, 1), 1)).toMatchObject({ writes: [{ id: 2 }], after: [2, 1] });
  });

  it('finds room below the greatest number, and says when there is none at all', () => {
    expect(planned(course(7, int32.max), int32.max).writes).toEqual([{ id: 2, from: int32.max, to: 110 }]);
    expect(planRoom(course(0, 1, 2), 1, { min: 0, max: 2 })).toEqual({ status: 'refused', reason: 'noRoom' });
  });

  it('never writes more than the best possible way, makes no number shared and keeps the order', () => {
    const range = { min: -1, max: 5 };
    const small = fc.array(fc.integer(range), { maxLength: 6 }).map((orders) => course(...orders));
    fc.assert(
      fc.property(small, fc.integer(range), (others, number) => {
        const plan = planRoom(others, number, range);
        const sequence = sequenceAfter(others, []);
        const counts = allOrders(sequence.length, range).flatMap((values) => {
          const numbers = new Map(sequence.map((id, place) => [id, values[place] ?? 0]));
          const writes = others.flatMap(({ id, displayOrder }) => {
            const to = numbers.get(id) ?? 0;
            return to === displayOrder ? [] : [{ id, to }];
          });
          const isRight = !values.includes(number) && faultsOf(others, sequence, writes).length === 0;
          return isRight ? [writes.length] : [];
        });
        const best = counts.length === 0 ? null : Math.min(...counts);
        expect(plan.status === 'planned' ? plan.writes.length : null).toBe(best);
        if (plan.status === 'refused') return;
        expect(faultsOf(others, sequence, plan.writes)).toEqual([]);
        expect([...plan.before, ...plan.after]).toEqual(sequence);
        const section = [{ id: 99, to: number }, ...plan.writes];
        expect(faultsOf(others, [...plan.before, 99, ...plan.after], section)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

/** All sequences of numbers that never fall. */
function allOrders(length: number, range: { min: number; max: number }): number[][] {
  if (length === 0) return [[]];
  return allOrders(length - 1, range).flatMap((before) => {
    const least = before.at(-1) ?? range.min;
    return Array.from({ length: range.max - least + 1 }, (_, step) => [...before, least + step]);
  });
}
