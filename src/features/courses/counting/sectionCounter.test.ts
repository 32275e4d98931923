import { beforeEach, describe, expect, it } from 'vitest';
import { ApiError, type ApiErrorKind } from '#/api/http/errors';
import { createSectionCounter } from './sectionCounter';

const asked: number[] = [];
const known = new Set<number>();
const pauses: number[] = [];
let answer: (courseId: number) => boolean | ApiErrorKind;
let busy = 0;
let isPointless = false;
/** Called at each pause: what happens meanwhile. */
let meanwhile = () => {};

const counter = () =>
  createSectionCounter({
    count: (courseId) => {
      asked.push(courseId);
      const said = answer(courseId);
      if (typeof said === 'string') return Promise.reject(new ApiError({ kind: said, outcome: 'notSent' }));
      known.add(courseId);
      return Promise.resolve(said);
    },
    isKnown: (courseId) => known.has(courseId),
    isBusy: () => busy-- > 0,
    isPointless: () => isPointless,
    pace: { next: () => 0, take: () => undefined },
    pause: (ms) => {
      pauses.push(ms);
      meanwhile();
      return Promise.resolve();
    },
  });
/** Everything here is resolved at once. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  for (const list of [asked, pauses]) list.length = 0;
  known.clear();
  answer = () => true;
  busy = 0;
  isPointless = false;
  meanwhile = () => {};
});

describe('counting the sections of courses', () => {
  it('asks for one after the other, in the order that is wanted, and for none that is known', async () => {
    known.add(2);
    const one = counter();
    one.want([3, 2, 1]);
    await settled();
    expect(asked).toEqual([3, 1]);
    one.want([3, 4]);
    await settled();
    expect(asked).toEqual([3, 1, 4]);
  });

  it('asks for nothing that is not wanted any more by then', async () => {
    const one = counter();
    meanwhile = () => one.want([9]);
    one.want([1, 2, 3]);
    await settled();
    expect(asked).toEqual([9]);
  });

  it('waits until nothing is under way that a person waits for', async () => {
    busy = 3;
    counter().want([1]);
    await settled();
    expect(asked).toEqual([1]);
    expect(pauses).toHaveLength(4);
  });

  it('ends when the page is left', async () => {
    const one = counter();
    answer = () => {
      one.stop();
      return true;
    };
    one.want([1, 2, 3]);
    await settled();
    expect(asked).toEqual([1]);
  });

  it('asks for nothing where that is of no use, also when it turns out on the way', async () => {
    answer = () => {
      isPointless = true;
      return true;
    };
    const one = counter();
    one.want([1, 2]);
    await settled();
    one.want([3]);
    await settled();
    expect(asked).toEqual([1]);
  });

  it('leaves one that fails, and goes on', async () => {
    answer = (courseId) => (courseId === 2 ? 'server' : true);
    const one = counter();
    one.want([1, 2, 3]);
    await settled();
    expect(asked).toEqual([1, 2, 3]);
    expect(one.getSnapshot()).toEqual({ failed: new Set([2]), hasGivenUp: false });
  });

  it.each([['network'], [false]] as const)('gives up after three without a number: %s', async (said) => {
    answer = () => said;
    const one = counter();
    one.want([1, 2, 3, 4, 5]);
    await settled();
    one.want([6]);
    await settled();
    expect(asked).toEqual([1, 2, 3]);
    expect(one.getSnapshot().hasGivenUp).toBe(true);
  });

  it('waits long where the server throttles, longer each time, and asks again', async () => {
    answer = () => (asked.length < 3 ? 'throttled' : true);
    const one = counter();
    one.want([1]);
    await settled();
    expect(asked).toEqual([1, 1, 1]);
    expect(pauses.filter((ms) => ms >= 30_000)).toEqual([30_000, 60_000]);
    expect(one.getSnapshot().hasGivenUp).toBe(false);
  });

  it.each(['forbidden', 'signedOut'] as const)('ends quietly when it is %s', async (kind) => {
    answer = () => kind;
    const one = counter();
    one.want([1, 2]);
    await settled();
    expect(asked).toEqual([1]);
    expect(one.getSnapshot()).toEqual({ failed: new Set(), hasGivenUp: false });
  });
});
