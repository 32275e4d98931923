import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeError } from './describeError';
import { ApiError, type ApiErrorInit, type ApiErrorKind } from './errors';

const kinds: readonly ApiErrorKind[] = [
  'refused',
  'signedOut',
  'forbidden',
  'notFound',
  'throttled',
  'server',
  'network',
  'offline',
  'timeout',
  'unreadable',
  'aborted',
];

const failure = (init: Partial<ApiErrorInit> & { kind: ApiErrorKind }) =>
  describeError(new ApiError({ outcome: 'unknown', ...init }));

describe('describeError', () => {
  it('names the role that is missing', () => {
    const described = failure({ kind: 'forbidden', role: 'CourseSection-Edit', status: 403 });
    expect(described.text).toContain('Your account lacks the role CourseSection-Edit');
    expect(described.roleMissing).toBe('CourseSection-Edit');
    expect(described.canRetry).toBe(false);
  });

  it('invents no role when none is known', () => {
    const described = failure({ kind: 'forbidden', status: 403 });
    expect(described.text).toContain('not allowed');
    expect(described.text).not.toContain('role');
    expect(described.roleMissing).toBeNull();
  });

  it('says of an unanswered call what the causes may be, and not that the person is offline', () => {
    const { title, text, canRetry } = failure({ kind: 'network' });
    expect(title).toBe('Can’t reach Nexudus');
    expect(text).toContain('No readable answer came');
    expect(text).toContain('connection');
    expect(text).toContain('CORS');
    expect(`${title} ${text}`).not.toMatch(/offline/i);
    expect(canRetry).toBe(true);
  });

  it('shows the words of a refusal as they came', () => {
    expect(failure({ kind: 'refused', status: 400, serverMessage: 'Das geht <b>nicht</b>' }).text).toBe(
      'Das geht <b>nicht</b>',
    );
  });

  it('gives the status of a refusal without words', () => {
    expect(failure({ kind: 'refused', status: 422 }).text).toBe('It gave no reason (422).');
    expect(failure({ kind: 'refused' }).text).toBe('It gave no reason.');
  });

  it.each([405, 406, 415])('blames the set-up, not the person, for a %i', (status) => {
    expect(failure({ kind: 'refused', status, serverMessage: 'No such method' }).text).toMatch(
      /not what you did.*“No such method”/,
    );
  });

  it.each([413, 414])('names the size as the reason of a %i', (status) => {
    expect(failure({ kind: 'refused', status }).title).toContain('too large');
  });

  it('gives the status and the words of a server fault', () => {
    const { text, canRetry } = failure({ kind: 'server', status: 503, serverMessage: 'Ooops!' });
    expect(text).toContain('(503)');
    expect(text).toContain('“Ooops!”');
    expect(canRetry).toBe(true);
  });

  it('hands on the details for support', () => {
    expect(failure({ kind: 'timeout', details: 'GET /content/courses' }).details).toBe(
      'GET /content/courses',
    );
  });

  it('describes a fault of the app itself with its name', () => {
    expect(describeError(new TypeError('x is undefined')).details).toBe('TypeError: x is undefined');
    expect(describeError('thrown text').title).toBe('Something went wrong in the app');
  });

  it('has a heading and a sentence for every failure, and loses no word of a refusal', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        fc.option(fc.integer({ min: 100, max: 599 })),
        fc.option(fc.string({ minLength: 1 })),
        (kind, status, serverMessage) => {
          const { title, text } = failure({ kind, status, serverMessage });
          expect(title.length).toBeGreaterThan(3);
          expect(text.length).toBeGreaterThan(0);
          const isHeard = kind === 'refused' || kind === 'server';
          expect(text).toContain((isHeard && serverMessage) || '');
        },
      ),
    );
  });
});
