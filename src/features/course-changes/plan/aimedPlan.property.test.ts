import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultsOf, ordersAfter, sequenceAfter } from '#/features/course-changes/testing/bruteForce';
import { planAimed } from './aimedPlan';
import { planOrder, type StoredOrder } from './orderPlan';

const order = fc.integer({ min: -2, max: 9 });

/** A change of the order that was carried out as far as `done`, and what a colleague has done since. */
const halfDone = fc.array(order, { minLength: 2, maxLength: 8 }).chain((orders) =>
  fc.record({
    stored: fc.constant(orders.map((displayOrder, index): StoredOrder => ({ id: index + 1, displayOrder }))),
    wanted: fc.shuffledSubarray(
      orders.map((_, index) => index + 1),
      { minLength: orders.length },
    ),
    done: fc.nat({ max: orders.length }),
    changed: fc.array(fc.record({ id: fc.integer({ min: 1, max: 8 }), to: order }), { maxLength: 2 }),
    added: fc.array(order, { maxLength: 2 }),
    gone: fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 1 }),
  }),
);

type HalfDone = typeof halfDone extends fc.Arbitrary<infer T> ? T : never;

function arrange({ stored, wanted, done, changed, added, gone }: HalfDone) {
  const plan = planOrder(stored, wanted);
  if (plan.status === 'refused') throw new Error(plan.reason);
  const [written, rest] = [plan.writes.slice(0, done), plan.writes.slice(done)];
  const others = added.map((displayOrder, index) => ({ id: 20 + index, displayOrder }));
  const all = [...ordersAfter(ordersAfter(stored, written), changed), ...others];
  const left = all.filter(({ id }) => !gone.includes(id));
  const byPlace = sequenceAfter(left, []);
  const now = left.toSorted((a, b) => byPlace.indexOf(a.id) - byPlace.indexOf(b.id));
  const finishing = new Map(rest.map(({ id, to }) => [id, to]));
  const undoing = new Map(written.map(({ id, from }) => [id, from]));
  return { now, before: sequenceAfter(stored, []), wanted, finishing, undoing };
}

const planned = (...given: Parameters<typeof planAimed>) => {
  const plan = planAimed(...given);
  if (plan.status === 'refused') throw new Error(plan.reason);
  return plan;
};

describe('what is left of a change of the order, and its undoing', () => {
  it('leave no number shared that they have to do with, whatever a colleague has done', () => {
    fc.assert(
      fc.property(halfDone, fc.boolean(), (given, isFinishing) => {
        const { now, before, wanted, finishing, undoing } = arrange(given);
        const aims = isFinishing ? finishing : undoing;
        const plan = planned(now, aims, isFinishing ? wanted : before, []);
        expect(faultsOf(now, plan.wanted, plan.writes, plan.alone)).toEqual([]);
        const isThere = (id: number) => now.some((section) => section.id === id);
        expect(plan.alone).toEqual(expect.arrayContaining([...aims.keys()].filter(isThere)));
      }),
    );
  });

  it('let all others stand as a colleague has put them', () => {
    fc.assert(
      fc.property(halfDone, fc.boolean(), (given, isFinishing) => {
        const { now, before, wanted, finishing, undoing } = arrange(given);
        const aims = isFinishing ? finishing : undoing;
        const plan = planned(now, aims, isFinishing ? wanted : before, []);
        const others = (ids: readonly number[]) => ids.filter((id) => !aims.has(id));
        expect(others(plan.wanted)).toEqual(others(now.map(({ id }) => id)));
      }),
    );
  });

  it('lead to the wanted sequence, and to the one before, where nobody else was at work', () => {
    fc.assert(
      fc.property(halfDone, (some) => {
        const alone = { ...some, changed: [], added: [], gone: [] };
        const { now, before, wanted, finishing, undoing } = arrange(alone);
        const rest = planned(now, finishing, wanted, []);
        expect(rest.wanted).toEqual(wanted);
        expect(new Map(rest.writes.map(({ id, to }) => [id, to]))).toEqual(finishing);
        expect(planned(now, undoing, before, []).wanted).toEqual(before);
      }),
    );
  });
});

const sections = (...orders: number[]): StoredOrder[] =>
  orders.map((displayOrder, index) => ({ id: index + 1, displayOrder }));

describe('the undoing of a change of the order', () => {
  it('gives the old numbers back', () => {
    const now = [
      { id: 3, displayOrder: 5 },
      { id: 1, displayOrder: 10 },
      { id: 2, displayOrder: 20 },
    ];
    const { writes } = planned(now, new Map([[3, 30]]), [1, 2, 3], []);
    expect(writes).toEqual([{ id: 3, from: 5, to: 30 }]);
  });

  it('gives another number where the old one is taken by now, or was shared', () => {
    const now = [{ id: 4, displayOrder: 5 }, ...sections(10, 20, 30)];
    expect(planned(now, new Map([[4, 30]]), [1, 2, 3, 4], []).writes).toEqual([{ id: 4, from: 5, to: 35 }]);
  });
});
