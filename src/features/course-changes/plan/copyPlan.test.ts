import { describe, expect, it } from 'vitest';
import { planCopies, withCopies } from './copyPlan';
import type { StoredOrder } from './orderPlan';

/** Sections 1, 2, 3… with these numbers. */
const course = (...orders: number[]): StoredOrder[] =>
  orders.map((displayOrder, index) => ({ id: index + 1, displayOrder }));

const copiesOf = (...ids: number[]) => new Map(ids.map((id) => [id, [] as number[]]));

/** Of a copy right after its original: its number, and how many give way. */
function planned(orders: number[], id: number) {
  const plan = planCopies(course(...orders), copiesOf(id));
  return plan && [plan.numbers.get(id), plan.others];
}

describe('copies in their places', () => {
  const ids = [1, 2, 3];
  const two = new Map([
    [1, [8]],
    [3, [9]],
  ]);
  it.each([
    [undefined, [1, 8, 2, 3, 9]],
    ['start', [8, 9, 1, 2, 3]],
    ['end', [1, 2, 3, 8, 9]],
    [2, [1, 2, 8, 9, 3]],
    // It is gone.
    [7, [1, 2, 3, 8, 9]],
  ] as const)('%s', (place, wanted) => {
    expect(withCopies(ids, two, place)).toEqual(wanted);
    // Wherever they stand now.
    expect(withCopies([9, 1, 2, 8, 3], two, place)).toEqual(wanted);
  });

  it('stay where they are when their originals are gone', () => {
    expect(withCopies([1, 8, 2], new Map([[7, [8]]]))).toEqual([1, 8, 2]);
    expect(withCopies([1, 2], new Map([[7, [-1]]]))).toEqual([1, 2]);
  });
});

describe('the numbers of copies', () => {
  it('lie in the gap, go on at the end, and have others give way where there is none', () => {
    expect(planned([10, 20], 1)).toEqual([15, 0]);
    expect(planned([10, 20], 2)).toEqual([30, 0]);
    expect(planned([1, 2, 3], 1)).toEqual([1, 1]);
    expect(planned([0, 1, 2], 2)).toEqual([2, 1]);
    expect(planned([5, 5], 1)).toEqual([15, 1]);
    // Rather others than those that share a number and are not concerned, where it makes no difference.
    expect(planned([5, 5, 6, 7], 2)).toEqual([6, 2]);
  });

  it('begin with the first one in a course without sections', () => {
    const { numbers } = planCopies([], copiesOf(4, 5), 'end') ?? {};
    expect([...(numbers ?? [])].map(([, number]) => number)).toEqual([10, 20]);
  });

  it('go on after the copies that are there', () => {
    const stored = [...course(10, 20), { id: 8, displayOrder: 30 }];
    const made = new Map([
      [51, [8]],
      [52, []],
    ]);
    expect(planCopies(stored, made, 'end')?.numbers).toEqual(new Map([[52, 40]]));
  });

  it('are none where the limits leave too few', () => {
    expect(planCopies(course(0, 1), copiesOf(1), undefined, { min: 0, max: 1 })).toBeNull();
  });
});
