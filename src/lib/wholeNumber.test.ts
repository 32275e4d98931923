import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { int32, parseTypedId, parseWholeNumber } from './wholeNumber';

const number = (value: number) => ({ kind: 'number', value });

describe('parseWholeNumber', () => {
  it.each([
    ['7', 7],
    ['007', 7],
    [' 12 ', 12],
    ['\u3000\u200B12\u00A0', 12],
    ['１２３', 123],
    ['1２3', 123],
    ['+5', 5],
    ['-5', -5],
    ['－５', -5],
    ['＋５', 5],
    ['\u22125', -5],
    ['2147483647', 2_147_483_647],
    ['-2147483648', -2_147_483_648],
  ])('reads %j as %d', (text, value) => {
    expect(parseWholeNumber(text)).toEqual(number(value));
  });

  it.each(['', ' ', '\u3000', '\u200B', '\n'])('takes %j as empty, never as 0', (text) => {
    expect(parseWholeNumber(text)).toEqual({ kind: 'empty' });
  });

  it.each([
    '1.5',
    '1,5',
    '1.0',
    '1e3',
    '1E3',
    '0x10',
    '0b1',
    '1 000',
    '1_000',
    '1n',
    'abc',
    '12abc',
    '--1',
    '- 1',
    '-',
    '+',
    '٣',
    '१',
    '¾',
    '²',
    '①',
    '1\u200B2',
    'Infinity',
    'NaN',
    'null',
    'true',
    '[]',
    '1\n2',
    '🄁',
  ])('refuses %j', (text) => {
    expect(parseWholeNumber(text)).toEqual({ kind: 'notWhole' });
  });

  it.each([
    ['2147483648', { kind: 'tooLarge', max: int32.max }],
    ['-2147483649', { kind: 'tooSmall', min: int32.min }],
    ['9'.repeat(400), { kind: 'tooLarge', max: int32.max }],
    [`-${'9'.repeat(400)}`, { kind: 'tooSmall', min: int32.min }],
  ])('names the bound that %s is beyond', (text, result) => {
    expect(parseWholeNumber(text)).toEqual(result);
  });

  it('takes the bounds of the caller', () => {
    expect(parseWholeNumber('-1', { min: 0, max: 10 })).toEqual({ kind: 'tooSmall', min: 0 });
    expect(parseWholeNumber('11', { min: 0, max: 10 })).toEqual({ kind: 'tooLarge', max: 10 });
  });

  it('has no negative zero', () => {
    const result = parseWholeNumber('-0', { min: 0, max: 1 });
    expect(result.kind === 'number' && Object.is(result.value, 0)).toBe(true);
  });

  it('reads every Int32 back, also in full-width digits', () => {
    fc.assert(
      fc.property(fc.integer(int32), (value) => {
        const wide = String(value).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
        expect(parseWholeNumber(String(value))).toEqual(number(value));
        expect(parseWholeNumber(` ${wide} `)).toEqual(number(value));
      }),
    );
  });
});

describe('parseTypedId', () => {
  it.each([' 12345601 ', '１２３４５６０１', '\u200B12345601\u00A0', '\u202A12345601\u202C'])(
    'reads %j',
    (text) => {
      expect(parseTypedId(text)).toBe(12_345_601);
    },
  );

  it.each(['', '0', '-1', '1e3', '12a', '1 2', '99999999999999999'])('takes %j for no id', (text) => {
    expect(parseTypedId(text)).toBeNull();
  });
});
