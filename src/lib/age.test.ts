import { describe, expect, it } from 'vitest';
import { ageText } from './age';

describe('an age in words', () => {
  it.each([
    [0, 'just now'],
    [59_999, 'just now'],
    [60_000, '1 minute ago'],
    [59 * 60_000, '59 minutes ago'],
    [60 * 60_000, '1 hour ago'],
    [26 * 60 * 60_000, '1 day ago'],
    [13.9 * 86_400_000, '13 days ago'],
  ])('of %d ms is “%s”', (ms, words) => {
    expect(ageText(ms)).toBe(words);
  });

  it('is not in the future, whatever the clock was', () => {
    expect(ageText(-86_400_000)).toBe('just now');
  });
});
