import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { int32 } from '#/lib/wholeNumber';
import {
  faultsOf,
  findOptimum,
  ordersAfter,
  sequenceAfter,
} from '#/features/course-changes/testing/bruteForce';
import type { StoredOrder } from './orderPlan';
import { placeOf, type PlaceWish, planPlace, planRoomAt } from './placePlan';
import { planRoom } from './roomPlan';

const NEW = 99;

/** Sections 1, 2, 3… with these orders. */
const course = (...orders: (number | null)[]): StoredOrder[] =>
  orders.map((displayOrder, index) => ({ id: index + 1, displayOrder }));

function planned(...given: Parameters<typeof planPlace>) {
  const plan = planPlace(...given);
  if (plan.status === 'refused') throw new Error(plan.reason);
  return plan;
}

/** Where a section is wanted in a course, as the ids before it. */
function before(others: readonly StoredOrder[], wish: PlaceWish): number[] {
  const sequence = sequenceAfter(others, []);
  const unread = others.filter(({ displayOrder }) => displayOrder === null).map(({ id }) => id);
  if (wish === 'start') return [];
  if (wish === 'end') return sequence.filter((id) => !unread.includes(id));
  return sequence.slice(0, sequence.indexOf(wish) + 1);
}

const places = (orders: fc.Arbitrary<number | null>, maxLength: number) =>
  fc.array(orders, { maxLength }).chain((all) => {
    const others = course(...all);
    const wishes: PlaceWish[] = ['start', 'end', ...others.map(({ id }) => id)];
    return fc.record({ others: fc.constant(others), wish: fc.constantFrom(...wishes) });
  });

const small = { min: -1, max: 5 };
const someNumbers = fc.option(fc.integer(small), { freq: 8 });
const anyNumbers = fc.oneof(
  fc.integer({ min: -3, max: 12 }),
  fc.constantFrom(int32.min, int32.min + 1, int32.max - 1, int32.max),
  fc.constant(null),
);

describe('a place among the sections of a course', () => {
  it('is got with the section alone on its number, between those wanted, the others in their order', () => {
    fc.assert(
      fc.property(places(anyNumbers, 12), ({ others, wish }) => {
        const plan = planned(others, wish);
        const left = before(others, wish);
        const sequence = sequenceAfter(others, []);
        expect(plan.before).toEqual(left);
        expect([...plan.before, ...plan.after]).toEqual(sequence);
        const wanted = [...left, NEW, ...plan.after];
        expect(faultsOf(others, wanted, [...plan.writes, { id: NEW, to: plan.number }])).toEqual([]);
        const stored = ordersAfter(others, plan.writes);
        expect(sequenceAfter([...stored, { id: NEW, displayOrder: plan.number }], [])).toEqual(wanted);
        expect(placeOf(stored, plan.number)).toBe(
          plan.after.some((id) => isRead(stored, id)) ? (left.at(-1) ?? 'start') : 'end',
        );
      }),
      { numRuns: 300 },
    );
  });

  it('takes as few writes as the best of all ways', () => {
    fc.assert(
      fc.property(places(someNumbers, 5), ({ others, wish }) => {
        const plan = planPlace(others, wish, { range: small });
        const left = before(others, wish);
        // Those without a number that are behind it are left alone: they are in nobody's way.
        const concerned = others.filter(({ id, displayOrder }) => displayOrder !== null || left.includes(id));
        const rest = sequenceAfter(concerned, []).filter((id) => !left.includes(id));
        const optimum = findOptimum(concerned, [...left, NEW, ...rest], small, [NEW]);
        expect(plan.status === 'planned' ? plan.writes.length : null).toBe(
          optimum === null ? null : optimum.writes - 1,
        );
      }),
      { numRuns: 60 },
    );
  });

  it('is planned the same once the section has its number', () => {
    fc.assert(
      fc.property(places(anyNumbers, 12), ({ others, wish }) => {
        const { number, ...room } = planned(others, wish);
        expect(planRoomAt(others, number, wish)).toEqual(room);
      }),
    );
  });

  it('never gives the number that the section has, but where nobody has to give way to it', () => {
    fc.assert(
      fc.property(places(anyNumbers, 10), anyNumbers, ({ others, wish }, own) => {
        const plan = planned(others, wish, { own });
        if (plan.number === own) expect(plan.writes).toEqual([]);
        const wanted = [...plan.before, NEW, ...plan.after];
        expect(faultsOf(others, wanted, [...plan.writes, { id: NEW, to: plan.number }])).toEqual([]);
      }),
    );
  });
});

const isRead = (stored: readonly StoredOrder[], id: number) =>
  stored.some((section) => section.id === id && section.displayOrder !== null);

describe('the number of a place', () => {
  it('is one after the greatest at the end, and below the least at the start', () => {
    expect(planned(course(10, 20), 'end')).toMatchObject({ number: 21, writes: [] });
    expect(planned(course(10, 20), 'start')).toMatchObject({ number: 5, writes: [] });
    expect(planned([], 'end')).toMatchObject({ number: 1, writes: [] });
    expect(planned([], 'start')).toMatchObject({ number: 1, writes: [] });
  });

  it('is in the gap where there is one', () => {
    expect(planned(course(10, 20, 30), 1)).toMatchObject({ number: 15, writes: [] });
    expect(planned(course(1, 3), 1)).toMatchObject({ number: 2, writes: [] });
  });

  it('is one that others give up by the fewest writes where there is none', () => {
    expect(planned(course(1, 2, 3, 4, 5, 6), 5)).toMatchObject({
      number: 6,
      writes: [{ id: 6, from: 6, to: 7 }],
    });
    expect(planned(course(int32.max), 'end')).toMatchObject({ writes: [{ id: 1 }] });
  });

  it('is between two that share one, which no number alone says', () => {
    const shared = course(5, 5, 5, 9);
    const plan = planned(shared, 2);
    expect([plan.before, plan.after]).toEqual([
      [1, 2],
      [3, 4],
    ]);
    const made = planRoomAt(shared, plan.number, 2);
    expect(made).toMatchObject({ before: [1, 2] });
    expect(planRoom(shared, 5)).toMatchObject({ before: [] });
  });

  it('stays as it is where the section is there already', () => {
    expect(planned(course(1, 9), 1, { own: 3 })).toMatchObject({ number: 3, writes: [] });
  });

  it('is refused behind a section that is gone, and where there are no more numbers', () => {
    expect(planPlace(course(1, 2), 7)).toEqual({ status: 'refused', reason: 'differentIds' });
    expect(planRoomAt(course(1, 2), 1, 7)).toEqual({ status: 'refused', reason: 'differentIds' });
    expect(planPlace(course(0, 1), 1, { range: { min: 0, max: 1 } })).toMatchObject({ reason: 'noRoom' });
  });
});
