import { array, assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planRenumber } from './renumberPlan';

const stored = (orders: readonly number[]) =>
  orders.map((displayOrder, index) => ({ id: index + 1, displayOrder }));

describe('tidying up', () => {
  it('gives each section a number of its own and keeps the order', () => {
    assert(
      property(array(integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 12 }), (numbers) => {
        const before = stored(numbers.toSorted((a, b) => a - b));
        const plan = planRenumber(before);
        if (plan.status === 'refused') throw new Error(plan.reason);
        const orders = new Map(before.map(({ id, displayOrder }) => [id, displayOrder]));
        for (const { id, to } of plan.writes) orders.set(id, to);
        const after = [...orders.values()];
        expect(after.every((order, index) => index === 0 || order > (after[index - 1] ?? 0))).toBe(true);
      }),
    );
  });

  it('writes only what shares a number', () => {
    const plan = planRenumber(stored([10, 20, 20, 40]));
    if (plan.status === 'refused') throw new Error(plan.reason);
    expect(plan.writes).toHaveLength(1);
    expect([2, 3]).toContain(plan.writes[0]?.id);
  });
});
