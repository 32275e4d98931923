import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutText, isBlank, trimInvisible, trimText } from './text';

describe('isBlank', () => {
  it.each([
    ['nothing', ''],
    ['spaces and line breaks', ' \t\r\n'],
    ['exotic spaces', '\u00A0\u2003\u3000\u1680\u202F'],
    ['zero-width characters', '\u200B\u200C\u200D\u2060\uFEFF'],
    ['direction marks and overrides', '\u200E\u200F\u202A\u202E\u2066\u2069\u061C'],
    ['fillers', '\u3164\u115F\u1160\uFFA0\u2800\u00AD'],
    ['controls', '\u0000\u0007\u007F\u0085'],
    ['variation selectors and tags', '\uFE0F\u{E0020}'],
  ])('takes %s as empty', (_, text) => {
    expect(isBlank(text)).toBe(true);
  });

  it.each(['a', '0', '.', '-', '\u202Ea\u202C', '😀', 'ا', '\u0301', '👨‍👩‍👧'])('sees %j', (text) => {
    expect(isBlank(text)).toBe(false);
  });
});

describe('trimText', () => {
  it('removes white space of every kind from both ends and leaves the inside alone', () => {
    expect(trimText('\uFEFF\u3000 \u200BDay  one\u00A0\n\u2060')).toBe('Day  one');
  });

  it('keeps joiners and direction marks, which change how the text looks', () => {
    expect(trimText(' C++\u200E ')).toBe('C++\u200E');
    expect(trimText('می\u200C')).toBe('می\u200C');
  });

  it('is done after one time, and never touches what String.trim would keep inside', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const trimmed = trimText(text);
        expect(trimText(trimmed)).toBe(trimmed);
        expect(text).toContain(trimmed);
        expect(trimmed).toBe(trimmed.trim());
      }),
    );
  });
});

describe('trimInvisible', () => {
  it('removes direction marks, too, from both ends, and leaves the inside alone', () => {
    expect(trimInvisible('\u202A\u200B https://example.com/می\u200Cخواهم \u202C\n')).toBe(
      'https://example.com/می\u200Cخواهم',
    );
    expect(trimInvisible(' \u200E')).toBe('');
    expect(trimInvisible('😀')).toBe('😀');
  });
});

describe('cutText', () => {
  it('never leaves half an emoji', () => {
    expect(cutText('ab😀', 3)).toBe('ab');
    expect(cutText('ab😀', 4)).toBe('ab😀');
  });
});
