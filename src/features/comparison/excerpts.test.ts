import { describe, expect, it } from 'vitest';
import type { DiffRun } from '#/lib/diff/diffTexts';
import { beginning, firstPortions, shortened } from './excerpts';

const same = (text: string): DiffRun => ({ kind: 'same', text });
const added = (text: string): DiffRun => ({ kind: 'added', text });

describe('a difference to be read', () => {
  it('keeps every change whole and the surroundings of it', () => {
    const long = `${'a'.repeat(5000)}END`;
    const pieces = shortened([same(long), added('b'.repeat(5000)), same(`START${long}`)]);
    expect(pieces[0]?.text.endsWith('END')).toBe(true);
    expect(pieces[0]?.text.length).toBeLessThan(200);
    expect(pieces[1]?.text).toHaveLength(5000);
    expect(pieces[2]?.text.startsWith('START')).toBe(true);
  });

  it('leaves short stretches as they are', () => {
    const runs = [same('one '), added('two'), same(' three')];
    expect(shortened(runs).map(({ text }) => text)).toEqual(['one ', 'two', ' three']);
  });

  it('gives every piece a name of its own', () => {
    const names = shortened([same('x'), added('y'), same('x'), added('y')]).map(({ at }) => at);
    expect(new Set(names).size).toBe(4);
  });

  it('is shown in portions that a browser can draw at once, until all of it is there', () => {
    const text = 'x'.repeat(70_000);
    const many = Array.from({ length: 1000 }, () => [added('y'), same('x')]).flat();
    for (const pieces of [shortened([added(text)]), shortened(many)]) {
      const whole = pieces.map((piece) => piece.text).join('');
      const first = firstPortions(pieces, 1);
      expect(first.isAll).toBe(false);
      expect(first.shown.length).toBeLessThanOrEqual(300);
      expect(first.shown.map((piece) => piece.text).join('').length).toBeLessThan(20_100);
      const all = firstPortions(pieces, 7);
      expect(all.isAll).toBe(true);
      expect(all.shown.map((piece) => piece.text).join('')).toBe(whole);
    }
  });

  it('names the size of a long text beside its beginning', () => {
    expect(beginning('x'.repeat(5000), 3)).toBe('xxx … (5,000 characters)');
    expect(beginning('xxx', 3)).toBe('xxx');
  });
});
