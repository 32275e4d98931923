import { describe, expect, it } from 'vitest';
import { int32 } from '#/lib/wholeNumber';
import { planOrder, planPlaces, type StoredOrder } from './orderPlan';

/** Sections 1, 2, 3… with these orders. */
function course(...orders: (number | null)[]): StoredOrder[] {
  return orders.map((displayOrder, index) => ({ id: index + 1, displayOrder }));
}

function writesOf(stored: readonly StoredOrder[], wanted: readonly number[]) {
  const plan = planOrder(stored, wanted);
  if (plan.status === 'refused') throw new Error(plan.reason);
  return plan.writes;
}

describe('which sections are written', () => {
  it('none, when the order is already the wanted one', () => {
    expect(writesOf(course(1, 2, 3), [1, 2, 3])).toEqual([]);
    expect(writesOf(course(-7, 0, 900), [1, 2, 3])).toEqual([]);
    expect(writesOf([], [])).toEqual([]);
  });

  it('none, when sections share a number and nothing moves', () => {
    expect(writesOf(course(0, 0, 0), [1, 2, 3])).toEqual([]);
  });

  it('not those that share a number and that nothing moves past', () => {
    expect(writesOf(course(5, 5, 10, 20, 30, 30), [1, 2, 4, 3, 5, 6])).toEqual([{ id: 3, from: 10, to: 25 }]);
  });

  it('the ones that change places within a shared number, and no other', () => {
    expect(writesOf(course(0, 0, 0, 0, 0), [1, 2, 3, 5, 4])).toEqual([
      { id: 5, from: 0, to: 10 },
      { id: 4, from: 0, to: 20 },
    ]);
  });

  it('all that share a number when another one is moved past them', () => {
    expect(writesOf(course(10, 10, 20), [3, 1, 2])).toEqual([
      { id: 1, from: 10, to: 30 },
      { id: 2, from: 10, to: 40 },
    ]);
  });

  it('those on one side, when one is moved in between sections that share a number', () => {
    expect(writesOf(course(10, 10, 10, 40), [1, 4, 2, 3])).toEqual([
      { id: 2, from: 10, to: 70 },
      { id: 3, from: 10, to: 100 },
    ]);
  });

  it('only the moved one, in the middle of the gap between its new neighbours', () => {
    expect(writesOf(course(10, 20, 30, 40), [1, 4, 2, 3])).toEqual([{ id: 4, from: 40, to: 15 }]);
  });

  it('those that give way, where there is no gap, whichever was created first', () => {
    expect(writesOf(course(1, 2, 3, 4, 5), [1, 5, 2, 3, 4])).toEqual([
      { id: 1, from: 1, to: 0 },
      { id: 5, from: 5, to: 1 },
    ]);
  });

  it('both of two neighbours that change places among dense numbers', () => {
    expect(
      writesOf(
        course(0, 1, 2, 3, 4, 5),
        [0, 1, 3, 2, 4, 5].map((place) => place + 1),
      ),
    ).toEqual([
      { id: 3, from: 2, to: 3 },
      { id: 4, from: 3, to: 2 },
    ]);
  });

  it('two, when the dense numbers leave the moved one no place', () => {
    const stored = [3, 1, 4, 5, 2].map((id, index) => ({ id, displayOrder: index + 1 }));
    expect(writesOf(stored, [3, 2, 1, 4, 5])).toEqual([
      { id: 3, from: 1, to: 0 },
      { id: 2, from: 5, to: 1 },
    ]);
  });

  it('one that gets a number of its own rather than one that must share', () => {
    expect(writesOf(course(1, 2, 3), [1, 3, 2])).toEqual([{ id: 2, from: 2, to: 4 }]);
  });

  it('those whose new numbers have the most room, when the choice is free', () => {
    expect(writesOf(course(10, 20, 30), [3, 2, 1])).toEqual([
      { id: 1, from: 10, to: 30 },
      { id: 3, from: 30, to: 10 },
    ]);
  });

  it('every one whose number could not be read or is none', () => {
    expect(writesOf(course(null, null, null), [3, 1, 2])).toEqual([
      { id: 3, from: null, to: 10 },
      { id: 1, from: null, to: 20 },
      { id: 2, from: null, to: 30 },
    ]);
    expect(writesOf(course(1, 2 ** 31, 1.5), [1, 2, 3]).map((write) => write.id)).toEqual([2, 3]);
  });

  it('as few as possible of a long course turned upside down', () => {
    const stored = course(...Array.from({ length: 1000 }, (_, place) => place));
    const wanted = stored.map((section) => section.id).reverse();
    expect(writesOf(stored, wanted)).toHaveLength(999);
  });
});

describe('the new numbers', () => {
  it('go on in the steps of the course at its end', () => {
    expect(writesOf(course(10, 20, 30), [2, 3, 1])).toEqual([{ id: 1, from: 10, to: 40 }]);
    expect(writesOf(course(1, 2, 3), [2, 3, 1])).toEqual([{ id: 1, from: 1, to: 4 }]);
  });

  it('go before the first, down to zero', () => {
    expect(writesOf(course(1, 2, 3), [3, 1, 2])).toEqual([{ id: 3, from: 3, to: 0 }]);
  });

  it('go below zero only when fewer sections are written that way', () => {
    expect(writesOf(course(0, 10, 20), [3, 1, 2])).toEqual([{ id: 3, from: 20, to: -10 }]);
    expect(planOrder(course(0, 10, 20), [3, 1, 2], [], { ...int32, min: 0 })).toEqual({
      status: 'planned',
      writes: [
        { id: 1, from: 0, to: 30 },
        { id: 2, from: 10, to: 40 },
      ],
    });
  });

  it('are spaced evenly where several sections go into one gap', () => {
    expect(writesOf(course(10, 40, 50, 60), [1, 4, 3, 2])).toEqual([
      { id: 4, from: 60, to: 20 },
      { id: 3, from: 50, to: 30 },
    ]);
  });

  it('are round and small in a huge gap', () => {
    expect(writesOf(course(int32.min, int32.max, 7), [1, 3, 2])).toEqual([]);
    expect(writesOf(course(int32.min, int32.max, null), [1, 3, 2])).toEqual([{ id: 3, from: null, to: 100 }]);
    expect(writesOf(course(100, 300, 100), [1, 3, 2])).toEqual([]);
  });

  it('stay within 32 bits at both ends', () => {
    expect(writesOf(course(int32.max - 1, int32.max), [2, 1])).toHaveLength(1);
    expect(writesOf(course(int32.min, int32.min, 5), [3, 2, 1])).toHaveLength(2);
    expect(writesOf(course(int32.max, int32.max, int32.max), [3, 2, 1])).toHaveLength(2);
  });
});

describe('a plan is refused', () => {
  it('when the wanted sequence misses a section or holds one that is gone', () => {
    const refused = { status: 'refused', reason: 'differentIds' };
    expect(planOrder(course(1, 2), [1])).toEqual(refused);
    expect(planOrder(course(1, 2), [1, 2, 3])).toEqual(refused);
    expect(planOrder(course(1, 2), [1, 3])).toEqual(refused);
  });

  it('when a section comes twice', () => {
    const refused = { status: 'refused', reason: 'duplicateIds' };
    expect(planOrder(course(1, 2), [1, 1])).toEqual(refused);
    expect(planOrder([...course(1, 2), { id: 2, displayOrder: 3 }], [1, 2])).toEqual(refused);
  });

  it('when the limits leave fewer numbers than the sections need', () => {
    expect(planOrder(course(1, 2, 3), [3, 2, 1], [], { min: 0, max: 1 })).toEqual({
      status: 'refused',
      reason: 'noRoom',
    });
  });
});

describe('a copy placed right after its original', () => {
  it('is put right by a second plan where somebody has taken its number meanwhile', () => {
    const stored = [...course(10, 20), { id: 3, displayOrder: 15 }, { id: 4, displayOrder: 15 }];
    expect(planOrder(stored, [1, 3, 4, 2])).toEqual({ status: 'planned', writes: [] });
    expect(planOrder(stored, [1, 3, 4, 2], [4])).toEqual({
      status: 'planned',
      writes: [{ id: 3, from: 15, to: 13 }],
    });
  });
});

describe('tidying up', () => {
  it('writes only what shares a number, and keeps the order', () => {
    const plan = planOrder(course(10, 20, 20, 40), [1, 2, 3, 4], [1, 2, 3, 4]);
    expect(plan).toEqual({ status: 'planned', writes: [{ id: 3, from: 20, to: 30 }] });
  });
});

describe('the order of the writes', () => {
  it('leaves no number shared for a moment, where somebody gives it up', () => {
    const stored = course(0, 1, 2, 3, 4, 5, 6, 7);
    const places = stored.map(({ id, displayOrder }) => ({ id, from: displayOrder, isConcerned: false }));
    const newcomer = { id: 9, from: null, isConcerned: true };
    expect(planPlaces(places.toSpliced(5, 0, newcomer), int32)).toMatchObject({
      writes: [
        { id: 8, from: 7, to: 8 },
        { id: 7, from: 6, to: 7 },
        { id: 6, from: 5, to: 6 },
        { id: 9, to: 5 },
      ],
    });
  });
});
