import { describe, expect, it } from 'vitest';
import { spread } from './spread';

describe('numbers for the places of a gap', () => {
  it('are evenly spaced', () => {
    expect(spread(10, 40, 2, 10)).toEqual([20, 30]);
    expect(spread(1, 3, 1, 10)).toEqual([2]);
  });

  it('are rounded where the gap is wide enough', () => {
    expect(spread(3, 1003, 1, 1000)).toEqual([500]);
    expect(spread(17, 217, 3, 100)).toEqual([70, 120, 170]);
  });

  it('stay near the end that is nearer to zero when the gap is huge', () => {
    expect(spread(7, 2_147_483_648, 2, 10)).toEqual([17, 27]);
    expect(spread(-2_147_483_649, 0, 2, 1)).toEqual([-2, -1]);
    expect(spread(-5_000, 5_000, 1, 10)).toEqual([10]);
  });

  it('are each its own in the narrowest gap that has room', () => {
    expect(spread(4, 8, 3, 10)).toEqual([5, 6, 7]);
  });

  it('are never a negative zero', () => {
    expect(spread(-2, 1, 1, 10)).toEqual([0]);
  });

  it('are none where there is no place', () => {
    expect(spread(1, 2, 0, 10)).toEqual([]);
  });
});
