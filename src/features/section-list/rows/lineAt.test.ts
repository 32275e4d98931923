import { expect, it } from 'vitest';
import { lineAt } from './lineAt';

const offsets = [0, 52, 104, 180];

it('finds the line that a pointer is near, and none in the middle of a row', () => {
  const lines = [-5, 3, 26, 45, 60, 140, 175, 185].map((y) => lineAt(offsets, y, 8));
  expect(lines).toEqual([0, 0, null, 1, 1, null, 3, 3]);
  expect([25, 27, 143].map((y) => lineAt(offsets, y, Infinity))).toEqual([0, 1, 3]);
});

it('finds none far away from the list', () => {
  expect(lineAt(offsets, -20, 12)).toBeNull();
  expect(lineAt(offsets, 200, 12)).toBeNull();
});
