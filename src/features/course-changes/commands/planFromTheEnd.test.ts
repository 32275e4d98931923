import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StoredOrder } from '#/features/course-changes/plan/orderPlan';
import { int32 } from '#/lib/wholeNumber';
import { planFromTheEnd } from './planFromTheEnd';

const stored = (count: number): StoredOrder[] =>
  Array.from({ length: count }, (_, index) => ({ id: index + 1, displayOrder: index + 1 }));

const sorted = (orders: readonly StoredOrder[]) =>
  orders.toSorted((a, b) => Number(a.displayOrder) - Number(b.displayOrder) || a.id - b.id);

describe('a plan for a server that keeps numbers of its own', () => {
  it('gives the wanted sequence, whether or not all get new numbers after each write', () => {
    const wanted = fc.integer({ min: 2, max: 9 }).chain((count) =>
      fc.shuffledSubarray(
        stored(count).map(({ id }) => id),
        { minLength: count },
      ),
    );
    fc.assert(
      fc.property(wanted, fc.boolean(), (ids, renumbers) => {
        let orders = stored(ids.length);
        for (const { id, to } of planFromTheEnd(orders, ids) ?? []) {
          orders = sorted(orders.map((one) => (one.id === id ? { id, displayOrder: to } : one)));
          if (renumbers)
            orders = orders.map(({ id: other }, index) => ({ id: other, displayOrder: index + 1 }));
        }
        expect(sorted(orders).map(({ id }) => id)).toEqual(ids);
      }),
    );
  });

  it.each([
    ['is not needed', [1, 2, 3], stored(3)],
    ['is of other sections', [1, 2, 4], stored(3)],
    ['finds no number left', [2, 1], [stored(1)[0], { id: 2, displayOrder: int32.max }] as StoredOrder[]],
  ])('is none where it %s', (_, wanted, orders) => {
    expect(planFromTheEnd(orders, wanted)).toBeNull();
  });
});
