import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { browserTestsFor, EVERYDAY_TESTS, readTestArguments } from './testArguments';

const places = {
  steps: ['unit', 'browser'],
  testFiles: () => ['src/features/drafts/draftText.test.ts', 'e2e/section-list/filter.e2e.ts'],
};
const read = (...args: string[]) => readTestArguments(args, places);

describe('the arguments of npm test', () => {
  it('are none for everything, else steps, one part, or --changed', () => {
    expect(read()).toEqual({ kind: 'steps', steps: [] });
    expect(read('browser', 'unit')).toEqual({ kind: 'steps', steps: ['browser', 'unit'] });
    expect(read('section-list')).toEqual({
      kind: 'part',
      part: 'section-list',
      files: ['e2e/section-list/filter.e2e.ts'],
    });
    expect(read('drafts/draftText')).toMatchObject({ kind: 'part', part: 'drafts/draftText' });
    expect(read('--changed')).toEqual({ kind: 'changed' });
  });

  it('are refused with the names there are when they name nothing', () => {
    expect(read('sectionlist')).toContain('No step is called “sectionlist”');
    expect(read('unit', 'section-list')).toContain('The steps are unit, browser.');
    expect(read('--changed', 'unit')).toContain('more than one part');
    expect(read('')).toEqual(expect.stringContaining('No step'));
  });
});

describe('the browser tests for changed files', () => {
  it('are those that were changed, and the everyday ones for sources', () => {
    expect(browserTestsFor(['docs/testing.md', 'src/lib/text.test.ts'])).toEqual([]);
    expect(browserTestsFor(['e2e/drafts/history.e2e.ts'])).toEqual(['e2e/drafts/history.e2e.ts']);
    expect(browserTestsFor(['src/ui/Button.tsx'])).toEqual(EVERYDAY_TESTS);
    expect(browserTestsFor(['index.html', EVERYDAY_TESTS[0] ?? ''])).toEqual(EVERYDAY_TESTS);
  });

  it('are there', () => {
    expect(EVERYDAY_TESTS.filter((file) => !existsSync(file))).toEqual([]);
  });
});
