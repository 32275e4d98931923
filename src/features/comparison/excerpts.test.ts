import { describe, expect, it } from 'vitest';
import type { DiffRun } from '#/lib/diff/diffTexts';
import { shortened } from './excerpts';

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
});
