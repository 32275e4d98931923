import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeNext } from './safeNext';

const ours = [
  '/',
  '/courses',
  '/courses?search=yoga%20%26%20more',
  '/courses/12/sections',
  '/sections/new',
  '/sections/new?courseId=12',
  '/sections/9007199254740991/edit',
  '/sections/7/edit#section-title',
];

const notOurs: readonly (string | null | undefined)[] = [
  null,
  undefined,
  '',
  ' ',
  'courses',
  '//evil.example',
  '//evil.example/courses',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '\\/evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/\r\n/evil.example',
  '\t//evil.example',
  ' //evil.example',
  '/\u0000/evil.example',
  '/\u00a0/evil.example',
  'https://evil.example',
  'https:evil.example',
  'https:/evil.example',
  'http://evil.example/courses',
  'https://app.invalid/courses',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,x',
  'blob:https://evil.example/1',
  '%2f%2fevil.example',
  '/%2f/evil.example',
  '/%5cevil.example',
  '/%09/evil.example',
  '/courses/%2e%2e//evil.example',
  '/courses/..//evil.example',
  '/courses/../../evil',
  '/@evil.example',
  '/courses@evil.example',
  '/.evil.example',
  '/sign-in',
  '/sign-in?next=/courses',
  '/courses/../sign-in',
  '/preview.html',
  '/config.json',
  '/api/token',
  '/Courses',
  '/courses/',
  '/courses//sections',
  '/courses/0/sections',
  '/courses/1e3/sections',
  '/courses/-1/sections',
  '/courses/1%2f../sections',
  '/sections/12345678901234567890/edit',
  '/sections/new/edit',
  `/courses?search=${'a'.repeat(2000)}`,
];

describe('safeNext', () => {
  it.each(ours)('goes on to %s, a page of the app', (next) => {
    expect(safeNext(next)).toBe(next);
  });

  it.each(notOurs)('goes to the courses instead of %j', (next) => {
    expect(safeNext(next)).toBe('/courses');
  });

  it('resolves dots before it decides', () => {
    expect(safeNext('/sections/../courses')).toBe('/courses');
    expect(safeNext('/courses/../sections/new')).toBe('/sections/new');
  });

  it('stays on this origin and within the pages, whatever is asked for', () => {
    const piece = fc.constantFrom(
      '/',
      '\\',
      '//',
      'courses',
      'evil.example',
      '..',
      '%2e',
      '%2f',
      ':',
      '@',
      '\t',
      '?',
      '#',
      '1',
    );
    const text = fc.oneof(
      fc.array(piece).map((parts) => `/${parts.join('')}`),
      fc.webUrl(),
      fc.string(),
    );
    fc.assert(
      fc.property(text, (next) => {
        const url = new URL(safeNext(next), 'https://here.example');
        expect(url.origin).toBe('https://here.example');
        expect(url.pathname).toMatch(/^\/(courses(\/\d+\/sections)?|sections\/(new|\d+\/edit))?$/);
      }),
      { numRuns: 2000 },
    );
  });
});
