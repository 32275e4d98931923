import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DiffRun, diffTexts } from './diffTexts';
import type { TextKind } from './tokens';

const kinds: readonly TextKind[] = ['text', 'html'];
const put = (runs: readonly DiffRun[], without: DiffRun['kind']) =>
  runs.flatMap(({ kind, text }) => (kind === without ? [] : [text])).join('');
const short = (before: string, after: string, kind: TextKind = 'text') =>
  diffTexts(before, after, kind)
    .runs.map(({ kind: mark, text }) => ({ same: text, removed: `[-${text}]`, added: `[+${text}]` })[mark])
    .join('');

const bits = [
  '<p',
  '>',
  '</p>',
  '<',
  '\n',
  '\r\n',
  ' ',
  'word',
  'é',
  '👩‍👩‍👧',
  '\ud800',
  '&amp;',
  '',
  '1',
  'مرحبا',
  '"',
  '\0',
];
const source = fc.array(fc.constantFrom(...bits), { maxLength: 60 }).map((parts) => parts.join(''));
const anyText = fc.oneof(source, fc.string({ unit: 'binary', maxLength: 60 }));

const many = (word: string) => Array.from({ length: 30_000 }, (_, n) => `${word}${n}`).join('\n');
const paragraph = (n: number) =>
  `<p class="x">Paragraph ${n} of the introduction, with <b>bold</b> words.</p>`;

describe('the difference of two texts', () => {
  it('loses nothing: what stayed with what went is the old text, with what came the new one', () => {
    fc.assert(
      fc.property(anyText, anyText, fc.constantFrom(...kinds), (before, after, kind) => {
        const { runs } = diffTexts(before, after, kind);
        expect(put(runs, 'added')).toBe(before);
        expect(put(runs, 'removed')).toBe(after);
      }),
      { numRuns: 2000 },
    );
  });

  it('has no empty run and no two neighbours of a kind', () => {
    fc.assert(
      fc.property(source, source, fc.constantFrom(...kinds), (before, after, kind) => {
        const { runs } = diffTexts(before, after, kind);
        expect(runs.every(({ text }) => text !== '')).toBe(true);
        expect(runs.every((run, index) => run.kind !== runs[index + 1]?.kind)).toBe(true);
      }),
    );
  });

  it('is nothing where nothing changed', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...kinds), (text, kind) => {
        const runs = text === '' ? [] : [{ kind: 'same', text }];
        expect(diffTexts(text, text, kind)).toEqual({ runs, isCoarse: false });
      }),
    );
  });

  it.each<[before: string, after: string, kind: TextKind, shown: string]>([
    ['The house rules', 'The new house rules', 'text', 'The [+new ]house rules'],
    ['Open at nine', 'Open at ten', 'text', 'Open at [-nine][+ten]'],
    ['Open at nine today', 'Closed on Sundays today', 'text', '[-Open at nine][+Closed on Sundays] today'],
    ['a\nb\nc\n', 'a\nc\n', 'text', 'a\n[-b\n]c\n'],
    ['<p class="a">Hi</p>', '<p class="b">Hi</p>', 'html', '<p class="[-a][+b]">Hi</p>'],
    ['<p>Hi</p>', '<h2>Hi</h2>', 'html', '[-<p][+<h2]>Hi[-</p][+</h2]>'],
    ['', 'New', 'text', '[+New]'],
  ])('between %j and %j is shown by words', (before, after, kind, shown) => {
    expect(short(before, after, kind)).toBe(shown);
  });

  it('of texts too different for a close look is said to be coarse, and is still true', () => {
    const before = many('a');
    const after = many('b');
    const { runs, isCoarse } = diffTexts(before, after, 'text');
    expect(isCoarse).toBe(true);
    expect(put(runs, 'added')).toBe(before);
    expect(put(runs, 'removed')).toBe(after);
  });

  it('of five megabytes with a few changes is found exactly', () => {
    const before = Array.from({ length: 70_000 }, (_, n) => paragraph(n));
    const after = before.with(5, paragraph(-5)).with(60_000, '<hr>').toSpliced(30_000, 1);
    const { runs, isCoarse } = diffTexts(before.join(''), after.join(''), 'html');
    expect(isCoarse).toBe(false);
    expect(put(runs, 'removed')).toBe(after.join(''));
    expect(
      runs.filter(({ kind }) => kind !== 'same').reduce((sum, { text }) => sum + text.length, 0),
    ).toBeLessThan(400);
  });
});
