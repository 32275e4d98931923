import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findOptimum, sequenceAfter } from '#/features/course-changes/testing/bruteForce';
import { planCopies, withCopies } from './copyPlan';
import { planOrder, type StoredOrder } from './orderPlan';
import type { PlaceWish } from './placePlan';

const number = fc.option(fc.integer({ min: -3, max: 6 }), { freq: 12, nil: null });

/** A course in the order that the app shows, sections of it or of another one to copy, and a place. */
const copying = fc
  .record({
    orders: fc.array(number, { minLength: 1, maxLength: 5 }),
    count: fc.integer({ min: 1, max: 2 }),
    at: fc.nat(),
    isOwn: fc.boolean(),
  })
  .map(({ orders, count, at, isOwn }) => {
    const unsorted = orders.map((displayOrder, index): StoredOrder => ({ id: index + 1, displayOrder }));
    const stored = sequenceAfter(unsorted, []).flatMap((id) => unsorted.filter((one) => one.id === id));
    const ids = stored.map(({ id }) => id);
    const originals = isOwn ? ids.slice(0, count) : [71, 72].slice(0, count);
    const places: (PlaceWish | undefined)[] = ['start', 'end', ...ids, ...(isOwn ? [undefined] : [])];
    return { stored, ids, originals, place: places[at % places.length] };
  });

const CREATED = 901;

describe('copies of sections', () => {
  it('stand in their places once the others have given way, which are as many as was said', () => {
    fc.assert(
      fc.property(copying, ({ stored, ids, originals, place }) => {
        const plan = planCopies(stored, new Map(originals.map((id) => [id, []])), place);
        if (!plan) throw new Error('No plan.');
        const made = new Map(originals.map((id, index) => [id, [CREATED + index]]));
        const copies = originals.map((id, index) => ({
          id: CREATED + index,
          displayOrder: plan.numbers.get(id) ?? null,
        }));
        const created = copies.map(({ id }) => id);
        const after = planOrder([...stored, ...copies], withCopies(ids, made, place), created);
        expect(after.status === 'planned' && after.writes.length).toBe(plan.others);
      }),
    );
  });

  it('make as few others give way as possible', () => {
    const range = { min: -2, max: 5 };
    fc.assert(
      fc.property(copying, ({ stored, ids, originals, place }) => {
        const plan = planCopies(stored, new Map(originals.map((id) => [id, []])), place, range);
        const made = new Map(originals.map((id, index) => [id, [CREATED + index]]));
        const optimum = findOptimum(stored, withCopies(ids, made, place), range);
        expect(plan && plan.others + originals.length).toBe(optimum && optimum.writes);
      }),
      { numRuns: 100 },
    );
  });
});
