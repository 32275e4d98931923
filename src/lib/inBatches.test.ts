import { expect, it } from 'vitest';
import { inBatches } from './inBatches';

it('works on a few items at a time and keeps their order', async () => {
  let running = 0;
  let most = 0;
  const results = await inBatches([5, 4, 3, 2, 1], 2, async (item) => {
    running += 1;
    most = Math.max(most, running);
    await Promise.resolve();
    running -= 1;
    return item * 10;
  });
  expect(results).toEqual([50, 40, 30, 20, 10]);
  expect(most).toBe(2);
});

it('does nothing with nothing', async () => {
  expect(await inBatches([], 2, () => Promise.reject(new Error('not called')))).toEqual([]);
});

it('begins no further batch after a failure', async () => {
  const begun: number[] = [];
  const working = inBatches([1, 2, 3], 1, (item) => {
    begun.push(item);
    return item === 2 ? Promise.reject(new Error('two')) : Promise.resolve(item);
  });
  await expect(working).rejects.toThrow('two');
  expect(begun).toEqual([1, 2]);
});
