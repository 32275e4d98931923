import { afterEach, expect, it, vi } from 'vitest';
import { keptChoice } from './keptChoice';

afterEach(() => vi.unstubAllGlobals());

it('keeps a word for the other way, and nothing for the usual one', () => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
  const compact = keptChoice('density', 'compact');
  expect(compact.isChosen()).toBe(false);
  expect(compact.choose(true)).toBe(true);
  expect([...kept]).toEqual([['nexudus-sections.density', 'compact']]);
  expect(compact.isChosen()).toBe(true);
  expect(compact.choose(false)).toBe(true);
  expect([...kept]).toEqual([]);
});

it('takes any other word for the usual way', () => {
  vi.stubGlobal('localStorage', { getItem: () => 'wide' });
  expect(keptChoice('density', 'compact').isChosen()).toBe(false);
});

it('says that a browser without storage keeps nothing', () => {
  vi.stubGlobal('localStorage', undefined);
  const choice = keptChoice('density', 'compact');
  expect(choice.choose(true)).toBe(false);
  expect(choice.isChosen()).toBe(false);
});
