import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { int32 } from '#/lib/wholeNumber';
import {
  faultsOf,
  findOptimum,
  ordersAfter,
  sequenceAfter,
} from '#/features/course-changes/testing/bruteForce';
import { planOrder, type StoredOrder } from './orderPlan';

/** Sections with ids in any order, and the sequence that somebody wants. */
function courses(count: { minLength: number; maxLength: number }, order: fc.Arbitrary<number | null>) {
  return fc.uniqueArray(fc.integer({ min: 1, max: 10_000_000 }), count).chain((ids) =>
    fc.record({
      stored: fc
        .array(order, { minLength: ids.length, maxLength: ids.length })
        .map((orders) => ids.map((id, index): StoredOrder => ({ id, displayOrder: orders[index] ?? null }))),
      wanted: fc.shuffledSubarray(ids, { minLength: ids.length }),
    }),
  );
}

const small = courses(
  { minLength: 0, maxLength: 7 },
  fc.option(fc.integer({ min: -3, max: 6 }), { freq: 12, nil: null }),
);
/** The order that the app shows, with some sections moved. */
const moves = fc.oneof(
  small,
  fc.tuple(small, fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 2 })).map(([{ stored }, steps]) => {
    let wanted = sequenceAfter(stored, []);
    for (const [from, to] of steps) {
      const moved = wanted.at(from % wanted.length);
      if (moved === undefined) continue;
      wanted = wanted.filter((id) => id !== moved).toSpliced(to % wanted.length, 0, moved);
    }
    return { stored, wanted };
  }),
);
const real = courses(
  { minLength: 0, maxLength: 60 },
  fc.oneof(
    fc.integer({ min: 0, max: 60 }),
    fc.constantFrom(0, 10, 20, int32.min, int32.min + 1, int32.max - 1, int32.max),
    fc.integer({ min: int32.min, max: int32.max }),
    fc.constantFrom(null, 1.5, 2 ** 31, -(2 ** 31) - 1, Number.NaN, Infinity),
  ),
);

describe('the order plan, compared with every possible one', () => {
  it.each([
    { min: -2, max: 5 },
    { min: 0, max: 7 },
    { min: -6, max: 1 },
  ])('never writes more sections than the best possible plan between $min and $max', (range) => {
    fc.assert(
      fc.property(moves, fc.subarray([0, 1, 2]), ({ stored, wanted }, places) => {
        const concerned = wanted.filter((_, place) => places.includes(place));
        const optimum = findOptimum(stored, wanted, range, concerned);
        fc.pre(optimum !== null);
        const plan = planOrder(stored, wanted, concerned, range);
        if (plan.status === 'refused') throw new Error(plan.reason);
        expect(faultsOf(stored, wanted, plan.writes, concerned)).toEqual([]);
        expect(plan.writes.length).toBe(optimum.writes);
        const orders = ordersAfter(stored, plan.writes).map((section) => section.displayOrder ?? Number.NaN);
        expect(orders.every((order) => order >= range.min && order <= range.max)).toBe(true);
        expect(orders.every((order) => order >= 0)).toBe(optimum.canStayAboveZero);
        expect(orders.length - new Set(orders).size).toBe(optimum.ties);
      }),
      { numRuns: 250 },
    );
  });

  it('is the best also where the course counts in wider steps', () => {
    const wide = courses(
      { minLength: 2, maxLength: 5 },
      fc.integer({ min: 0, max: 4 }).map((order) => order * 3),
    );
    const range = { min: 0, max: 14 };
    fc.assert(
      fc.property(wide, ({ stored, wanted }) => {
        const optimum = findOptimum(stored, wanted, range);
        const plan = planOrder(stored, wanted, [], range);
        if (plan.status === 'refused') throw new Error(plan.reason);
        const orders = ordersAfter(stored, plan.writes).map((section) => section.displayOrder);
        expect(sequenceAfter(stored, plan.writes)).toEqual(wanted);
        expect([plan.writes.length, orders.length - new Set(orders).size]).toEqual([
          optimum?.writes,
          optimum?.ties,
        ]);
      }),
      { numRuns: 200 },
    );
  });

  it('is refused exactly when no order within the limits exists', () => {
    fc.assert(
      fc.property(small, fc.integer({ min: 0, max: 7 }), ({ stored, wanted }, max) => {
        const range = { min: 0, max };
        const isRefused = planOrder(stored, wanted, [], range).status === 'refused';
        expect(isRefused).toBe(findOptimum(stored, wanted, range) === null);
      }),
    );
  });
});

describe('the order plan of any course', () => {
  it('gives the wanted order, with whole 32-bit numbers, and leaves the longest possible rest alone', () => {
    fc.assert(
      fc.property(real, ({ stored, wanted }) => {
        const plan = planOrder(stored, wanted);
        if (plan.status === 'refused') throw new Error(plan.reason);
        expect(faultsOf(stored, wanted, plan.writes)).toEqual([]);
        for (const { id, from, to } of plan.writes) {
          expect(Number.isInteger(to) && to >= int32.min && to <= int32.max).toBe(true);
          expect(Object.is(to, -0)).toBe(false);
          expect(Object.is(from, stored.find((section) => section.id === id)?.displayOrder)).toBe(true);
          expect(from).not.toBe(to);
        }
      }),
    );
  });

  it('writes nothing when it is run again on its own result', () => {
    fc.assert(
      fc.property(real, ({ stored, wanted }) => {
        const plan = planOrder(stored, wanted);
        if (plan.status === 'refused') throw new Error(plan.reason);
        expect(planOrder(ordersAfter(stored, plan.writes), wanted)).toEqual({
          status: 'planned',
          writes: [],
        });
      }),
    );
  });

  it('is the same plan whatever the order in which the list was read', () => {
    fc.assert(
      fc.property(real, ({ stored, wanted }) => {
        expect(planOrder(stored.toReversed(), wanted)).toEqual(planOrder(stored, wanted));
      }),
    );
  });

  it('gives no number that another section still has, but where sections take each other’s in a circle', () => {
    fc.assert(
      fc.property(real, ({ stored, wanted }) => {
        const plan = planOrder(stored, wanted);
        if (plan.status === 'refused') throw new Error(plan.reason);
        const takenTooEarly = plan.writes.filter(({ id, to }, index) =>
          plan.writes
            .slice(index + 1)
            .some((later) => later.from === to && !leadsTo(plan.writes, later.id, id)),
        );
        expect(takenTooEarly).toEqual([]);
      }),
    );
  });

  it('writes one section at most after a single move in a course without shared numbers and with room', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { minLength: 2, maxLength: 30 }),
        fc.nat(),
        fc.nat(),
        (ids, from, to) => {
          const stored = ids.map((id, place) => ({ id, displayOrder: (place + 1) * 10 }));
          const wanted = ids.toSpliced(from % ids.length, 1);
          wanted.splice(to % ids.length, 0, ids[from % ids.length] ?? 0);
          const plan = planOrder(stored, wanted);
          expect(plan.status === 'planned' && plan.writes.length <= 1).toBe(true);
        },
      ),
    );
  });
});

/** Whether a chain of sections, each of which takes the number of the next, leads from one to another. */
function leadsTo(
  writes: readonly { id: number; from: number | null; to: number }[],
  start: number,
  goal: number,
): boolean {
  const reached = new Set([start]);
  for (const id of reached) {
    const to = writes.find((write) => write.id === id)?.to;
    for (const other of writes) if (other.from === to) reached.add(other.id);
  }
  return reached.has(goal);
}
