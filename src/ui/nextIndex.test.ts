import { expect, it } from 'vitest';
import { nextIndex } from './nextIndex';

it('goes down and up through the options, and round', () => {
  expect([-1, 0, 2].map((index) => nextIndex('ArrowDown', index, 3))).toEqual([0, 1, 0]);
  expect([-1, 0, 2].map((index) => nextIndex('ArrowUp', index, 3))).toEqual([2, 2, 1]);
});

it('jumps to the ends once an option is marked, and leaves Home and End to the text before', () => {
  expect([nextIndex('Home', 1, 3), nextIndex('End', 1, 3)]).toEqual([0, 2]);
  expect([nextIndex('Home', -1, 3), nextIndex('End', -1, 3)]).toEqual([null, null]);
});

it('stays at the start of an empty list, and leaves other keys alone', () => {
  expect([nextIndex('ArrowDown', -1, 0), nextIndex('ArrowUp', -1, 0)]).toEqual([0, 0]);
  expect(nextIndex('a', 1, 3)).toBeNull();
});
