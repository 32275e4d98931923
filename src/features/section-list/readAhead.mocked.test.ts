import { expect, it, vi } from 'vitest';
import { readsAhead } from '#/features/sections/queries/sectionQueries';
import { readAhead } from './readAhead';

vi.mock('#/api/sections/sections', () => ({ getSection: () => new Promise(() => undefined) }));

it('is kept for a second, also where an earlier one of the section ends meanwhile', () => {
  vi.useFakeTimers();
  readAhead(7);
  vi.advanceTimersByTime(600);
  readAhead(7);
  vi.advanceTimersByTime(900);
  expect(readsAhead.has(7)).toBe(true);
  vi.advanceTimersByTime(100);
  expect(readsAhead.has(7)).toBe(false);
  vi.useRealTimers();
});
