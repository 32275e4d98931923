import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson, readBoolean, readId, readNumber, readString, recordReader } from './json';

describe('reading leniently', () => {
  it.each([
    [3, 3],
    ['3', 3],
    ['-1.5', -1.5],
    [-0, 0],
    [null, null],
    [undefined, null],
    ['', undefined],
    [' 3', undefined],
    ['3.0', undefined],
    ['0x3', undefined],
    ['٣', undefined],
    ['Infinity', undefined],
    [Number.NaN, undefined],
    [true, undefined],
    [[3], undefined],
  ])('takes %j for the number %j', (value, expected) => {
    expect(readNumber(value)).toBe(expected);
  });

  it.each([
    [true, true],
    ['true', true],
    ['False', false],
    [1, true],
    [0, false],
    [null, null],
    ['yes', undefined],
    [2, undefined],
    [[true], undefined],
  ])('takes %j for the switch %j', (value, expected) => {
    expect(readBoolean(value)).toBe(expected);
  });

  it.each([
    ['', ''],
    [' a ', ' a '],
    [3, '3'],
    [null, null],
    [true, undefined],
    [{}, undefined],
  ])('takes %j for the text %j', (value, expected) => {
    expect(readString(value)).toBe(expected);
  });

  it.each([0, -1, 1.5, 2 ** 53, '1e3', '', null, {}, '01'])('takes %j for no id', (value) => {
    expect(readId(value)).toBeNull();
  });

  it('loses nothing of a number that is written as text', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        expect(readNumber(String(number))).toBe(number + 0);
      }),
    );
  });
});

describe('a record reader', () => {
  it('accounts for every property: read, unreadable, or left as it came', () => {
    const source = parseJson(
      '{"Id":"7","Order":"x","Extra":{"a":1},"__proto__":{"polluted":true},"constructor":1}',
    );
    const reader = recordReader(source as Record<string, unknown>);
    expect(reader.id('Id')).toBe(7);
    expect(reader.number('Order')).toBeNull();
    expect(reader.text('toString')).toBeNull();
    expect(reader.unreadable).toEqual(['Order']);
    const rest = reader.rest();
    expect(Object.keys(rest)).toEqual(['Order', 'Extra', 'constructor']);
    expect(Object.getPrototypeOf(rest)).toBe(Object.prototype);
    expect('polluted' in rest).toBe(false);
  });
});

describe('JSON of the server', () => {
  it('is refused when it is nested so deeply that it could only be an attack', () => {
    expect(() => parseJson('['.repeat(90) + ']'.repeat(90))).not.toThrow();
    expect(() => parseJson('['.repeat(50_000) + ']'.repeat(50_000))).toThrow(SyntaxError);
  });

  it('is read as it is otherwise', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(parseJson(JSON.stringify(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
