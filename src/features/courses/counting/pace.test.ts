import { expect, it } from 'vitest';
import { createPace } from './pace';

it('calls that nobody waits for stay within half of the limits of the API, however long there are some', () => {
  let now = 0;
  const pace = createPace(() => now);
  const calls: number[] = [];
  while (calls.length < 300) {
    now += pace.next();
    pace.take();
    calls.push(now);
  }
  const gaps = calls.slice(1).map((at, index) => at - (calls[index] ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(200);
  const inAMinute = calls.map((start) => calls.filter((at) => at >= start && at < start + 60_000).length);
  expect(Math.max(...inAMinute)).toBeLessThanOrEqual(60);
  // A screen of rows is there in a few seconds.
  expect(calls[15]).toBeLessThan(5_000);
});

it('a pause earns no more than a screen of rows', () => {
  let now = 0;
  const pace = createPace(() => now);
  for (let call = 0; call < 40; call++) pace.take();
  now = 3_600_000;
  for (let call = 0; call < 40; call++) pace.take();
  expect(pace.next()).toBeGreaterThan(1_000);
});
