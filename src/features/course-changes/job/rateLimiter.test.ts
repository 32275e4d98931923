import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRateLimiter, type RateLimits } from './rateLimiter';
import { createFakeClock } from '#/features/course-changes/testing/jobTestBench';

/** Runs so many steps as fast as allowed; answers when each write and each call went out. */
async function runSteps(count: number, tick: number, limits?: RateLimits) {
  const clock = createFakeClock(tick);
  const rateLimiter = createRateLimiter(clock, limits);
  const writes: number[] = [];
  const calls: number[] = [];
  for (let step = 0; step < count; step++) {
    await rateLimiter.ready();
    for (const kind of ['read', 'write', 'read'] as const) {
      rateLimiter.note(kind);
      calls.push(clock.time);
      if (kind === 'write') writes.push(clock.time);
    }
  }
  return { clock, rateLimiter, writes, calls };
}

/** The most events in any minute. */
function mostInAMinute(times: readonly number[]): number {
  return Math.max(
    0,
    ...times.map((from) => times.filter((time) => time >= from && time < from + 60_000).length),
  );
}

describe('the pace of a run', () => {
  it('never exceeds 60 writes and 120 calls in any minute', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 2000 }), async (tick) => {
        const { writes, calls } = await runSteps(200, tick);
        expect(mostInAMinute(writes)).toBeLessThanOrEqual(60);
        expect(mostInAMinute(calls)).toBeLessThanOrEqual(120);
      }),
      { numRuns: 30 },
    );
  });

  it('uses the whole limit and does not wait before it is reached', async () => {
    const { clock, writes } = await runSteps(61, 1, { writes: 60, calls: 1000 });
    expect(clock.waits).toHaveLength(1);
    expect((writes[60] ?? 0) - (writes[0] ?? 0)).toBeLessThan(60_500);
    expect((writes[59] ?? 0) - (writes[0] ?? 0)).toBeLessThan(1000);
  });

  it('does not wait at all when the server is slow enough by itself', async () => {
    const { clock } = await runSteps(100, 800);
    expect(clock.waits).toEqual([]);
  });

  it('is not frozen by a clock that was set back', async () => {
    const { clock, rateLimiter } = await runSteps(40, 1);
    clock.time -= 3_600_000;
    clock.waits.length = 0;
    await rateLimiter.ready();
    expect(clock.waits).toEqual([60_000]);
    rateLimiter.note('read');
    await rateLimiter.ready();
    expect(clock.waits).toHaveLength(1);
  });
});

describe('the time left', () => {
  it('is the time of the steps while the limit is far', () => {
    const rateLimiter = createRateLimiter(createFakeClock(0));
    expect(rateLimiter.secondsLeft(10, 500)).toBe(5);
    expect(rateLimiter.secondsLeft(0, 500)).toBe(0);
  });

  it('holds the waits that the limit will ask for', () => {
    const rateLimiter = createRateLimiter(createFakeClock(0), { writes: 60, calls: 1000 });
    expect(rateLimiter.secondsLeft(60, 100)).toBe(6);
    expect(rateLimiter.secondsLeft(61, 100)).toBeGreaterThanOrEqual(60);
    expect(rateLimiter.secondsLeft(121, 100)).toBeGreaterThanOrEqual(120);
  });

  it('holds the wait for what went out already', async () => {
    const { rateLimiter } = await runSteps(40, 1);
    expect(rateLimiter.secondsLeft(1, 100)).toBe(60);
  });
});
