import { describe, expect, it } from 'vitest';
import { spread } from './spread';

describe('numbers for the places of a gap', () => {
  it('are evenly spaced', () => {
    expect(spread(10, 40, [1, 1, 1], 10)).toEqual([20, 30]);
    expect(spread(1, 3, [0, 0], 10)).toEqual([2]);
  });

  it('are rounded where the gap is wide enough', () => {
    expect(spread(3, 1003, [1, 1], 1000)).toEqual([500]);
    expect(spread(17, 217, [1, 1, 1, 1], 100)).toEqual([70, 120, 170]);
  });

  it('stay near the end that is nearer to zero when the gap is huge', () => {
    expect(spread(7, 2_147_483_648, [1, 1, 1], 10)).toEqual([17, 27]);
    expect(spread(-2_147_483_649, 0, [1, 1, 1], 1)).toEqual([-2, -1]);
    expect(spread(-5_000, 5_000, [1, 1], 10)).toEqual([10]);
  });

  it('are shared only as often as the gap forces, and only where the ids allow it', () => {
    expect(spread(4, 5, [0, 0, 0], 10)).toEqual([5, 5]);
    expect(spread(4, 6, [0, 1, 0, 0], 10)).toEqual([5, 6, 6]);
    expect(spread(4, 4, [0, 0], 10)).toEqual([4]);
  });

  it('are never a negative zero', () => {
    expect(spread(-2, 1, [1, 1], 10)).toEqual([0]);
  });

  it('are none where there is no place', () => {
    expect(spread(1, 2, [1], 10)).toEqual([]);
    expect(spread(2, 2, [0], 10)).toEqual([]);
  });
});
