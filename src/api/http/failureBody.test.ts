import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFailureBody } from './failureBody';

const parse = (body: unknown) => parseFailureBody(JSON.stringify(body), 'application/json');
const nothing = { message: null, fieldErrors: [], wasSuccessful: null, status: null };

describe('the documented refusal', () => {
  it('gives its message and errors', () => {
    const body = {
      Message: 'Title: is a required field',
      Value: null,
      Errors: [{ AttemptedValue: null, Message: 'is a required field', PropertyName: 'Title' }],
      WasSuccessful: false,
    };
    expect(parse(body)).toEqual({
      message: 'Title: is a required field',
      fieldErrors: [{ propertyName: 'Title', message: 'is a required field' }],
      wasSuccessful: false,
      status: null,
    });
  });

  it('is understood in any letter case, and with its flags as text', () => {
    const body = {
      MESSAGE: 'No.',
      status: '400',
      wasSuccessful: 'false',
      errors: [{ message: 'x', propertyname: 'Y' }],
    };
    expect(parse(body)).toEqual({
      message: 'No.',
      fieldErrors: [{ propertyName: 'Y', message: 'x' }],
      wasSuccessful: false,
      status: 400,
    });
  });

  it.each([null, [], undefined])('may have no errors: %j', (Errors) => {
    expect(parse({ Message: 'No.', Errors })).toEqual({ ...nothing, message: 'No.' });
  });
});

describe('a sister shape', () => {
  it.each<[string, unknown, object]>([
    [
      'ModelState',
      { Message: 'The request is invalid.', ModelState: { 'section.Title': ['a', 'b'], Order: 'c' } },
      {
        message: 'The request is invalid.',
        fieldErrors: [
          { propertyName: 'section.Title', message: 'a' },
          { propertyName: 'section.Title', message: 'b' },
          { propertyName: 'Order', message: 'c' },
        ],
      },
    ],
    ['an OAuth error', { error: 'invalid_grant', error_description: 'Wrong.' }, { message: 'Wrong.' }],
    ['an OAuth error without words', { error: 'invalid_grant' }, { message: 'invalid_grant' }],
    ['a bare string', 'Not found', { message: 'Not found' }],
    [
      'a bare list',
      ['a', 'b'],
      { fieldErrors: ['a', 'b'].map((message) => ({ propertyName: null, message })) },
    ],
    ['one error', { Errors: 'No.' }, { fieldErrors: [{ propertyName: null, message: 'No.' }] }],
    ['several messages', { Message: ['One.', 'Two.'] }, { message: 'One. Two.' }],
    ['null', null, {}],
    ['a number', 7, {}],
  ])('is understood: %s', (_name, body, expected) => {
    expect(parse(body)).toEqual({ ...nothing, ...expected });
  });
});

describe('an error of an odd kind', () => {
  it.each<[unknown, { propertyName: string | null; message: string } | null]>([
    ['text', { propertyName: null, message: 'text' }],
    [7, { propertyName: null, message: '7' }],
    [null, null],
    [{}, null],
    [
      { PropertyName: 'Title' },
      { propertyName: 'Title', message: 'was not accepted; the server gave no reason' },
    ],
    [
      { PropertyName: 'Title', ErrorMessage: 'Bad.' },
      { propertyName: 'Title', message: 'Bad.' },
    ],
    [
      { PropertyName: 'Title', Message: '', Detail: ['a', 'b'] },
      { propertyName: 'Title', message: 'a b' },
    ],
    [
      { PropertyName: 7, Message: 'odd' },
      { propertyName: null, message: 'odd' },
    ],
    [
      { PropertyName: ' ', Message: 'blank' },
      { propertyName: null, message: 'blank' },
    ],
    [
      { PropertyName: '__proto__', Message: 'p' },
      { propertyName: '__proto__', message: 'p' },
    ],
    [
      { PropertyName: 'x', Message: '<b>bold</b>' },
      { propertyName: 'x', message: '<b>bold</b>' },
    ],
  ])('keeps what it says: %j', (entry, expected) => {
    expect(parse({ Errors: [entry] }).fieldErrors).toEqual(expected === null ? [] : [expected]);
  });
});

describe('a body that is no JSON', () => {
  it.each([
    ['Too many requests.', 'text/plain', 'Too many requests.'],
    ['Too many requests.', 'text/plain; charset=utf-8', 'Too many requests.'],
    ['x'.repeat(300), 'text/plain', 'x'.repeat(300)],
    ['x'.repeat(301), 'text/plain', null],
    ['<h1>Bad gateway</h1>', 'text/plain', null],
    ['<h1>Bad gateway</h1>', 'text/html', null],
    ['Bad gateway', 'text/html', null],
    ['"<!DOCTYPE html><p>"', 'application/json', null],
    ['', 'text/plain', null],
    ['{"Message":"cut', 'application/json', null],
  ])('%j of type %s gives the message %j', (text, type, message) => {
    expect(parseFailureBody(text, type)).toEqual({ ...nothing, message });
  });
});

describe('any body', () => {
  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.json()),
        fc.constantFrom('', 'text/plain', 'application/json'),
        (text, type) => {
          expect(Array.isArray(parseFailureBody(text, type).fieldErrors)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  const names = fc.oneof(
    fc.string(),
    fc.constantFrom('Title', '__proto__', 'constructor', 'root', '', 'a.b[0]'),
  );
  const entries = fc.array(
    fc.record({
      PropertyName: fc.oneof(names, fc.jsonValue()),
      Message: fc.string(),
      AttemptedValue: fc.jsonValue(),
    }),
  );

  it('never loses, reorders or merges a message', () => {
    fc.assert(
      fc.property(entries, fc.string(), (Errors, Message) => {
        const { message, fieldErrors } = parse({ Message, Errors, WasSuccessful: false });
        expect(message ?? '').toBe(Message.trim() === '' ? '' : Message);
        const said = Errors.map((entry) => entry.Message).filter((text) => text.trim() !== '');
        expect(fieldErrors.map((error) => error.message).filter((text) => said.includes(text))).toEqual(said);
        expect(Object.hasOwn(Object.prototype, 'Message')).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('with ten thousand errors is read at once', () => {
    const Errors = Array.from({ length: 10_000 }, (_, index) => ({
      PropertyName: `P${index}`,
      Message: 'is wrong',
    }));
    expect(parse({ Errors }).fieldErrors).toHaveLength(10_000);
  });
});
