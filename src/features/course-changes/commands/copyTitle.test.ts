import { describe, expect, it } from 'vitest';
import { copyTitle, isCopyTitle } from './copyTitle';

describe('the title of a copy', () => {
  it.each([0, 1, 248])('says that it is one, after %i characters', (length) => {
    const title = 'x'.repeat(length);
    expect(copyTitle(title)).toEqual({ text: `${title} (copy)`, isShortened: false });
  });

  it.each([249, 252, 255])('fits into the longest known title: %i', (length) => {
    const { text, isShortened } = copyTitle('x'.repeat(length));
    expect(text).toBe(`${'x'.repeat(248)} (copy)`);
    expect(isShortened).toBe(true);
  });

  it('is no longer than an original that is longer than all known ones', () => {
    expect(copyTitle('x'.repeat(400)).text).toHaveLength(400);
  });

  it.each([
    ['a family', '👩‍👩‍👧'],
    ['a flag', '🇫🇷'],
    ['a letter with its accent', 'e\u0301'],
  ])('keeps characters whole: %s', (_, character) => {
    const { text } = copyTitle('x'.repeat(247) + character);
    expect(text).toBe(`${'x'.repeat(247)} (copy)`);
  });

  it('has no blank before the mark', () => {
    expect(copyTitle(`${'x'.repeat(247)} ${'y'.repeat(5)}`).text).toBe(`${'x'.repeat(247)} (copy)`);
  });

  it('is recognised, also in its shorter form', () => {
    const long = 'x'.repeat(100);
    expect(isCopyTitle('Basics (copy)', 'Basics')).toBe(true);
    expect(isCopyTitle(copyTitle(long, 100).text, long)).toBe(true);
    expect(isCopyTitle('Basics', 'Basics')).toBe(false);
    expect(isCopyTitle(null, '')).toBe(false);
  });
});
