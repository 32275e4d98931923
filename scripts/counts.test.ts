import { describe, expect, it } from 'vitest';
import { counted, countsText, playwrightCounts, sumCounts, vitestCounts } from './counts';

const vitest = (passed: number, failed: number, more: object = {}) =>
  JSON.stringify({
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [],
    ...more,
  });
const playwright = (stats: object, errors: unknown[] = []) =>
  JSON.stringify({ errors, stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats } });

describe('the counts of Vitest', () => {
  it('are those of its report', () => {
    expect(vitestCounts(vitest(3, 1, { numPendingTests: 2, numTodoTests: 1 }), false)).toEqual(
      counted(3, 1, 3),
    );
  });

  it('count a file that could not be loaded as a failure', () => {
    const testResults = [{ status: 'failed', assertionResults: [] }];
    expect(vitestCounts(vitest(3, 0, { testResults }), false)).toEqual(counted(3, 1));
  });

  it('count an error outside the tests as a failure', () => {
    expect(vitestCounts(vitest(3, 0), false)).toEqual(counted(3, 1));
  });

  it('are one failure without a report', () => {
    expect(vitestCounts(null, true)).toEqual(counted(0, 1));
  });
});

describe('the counts of Playwright', () => {
  it('take a test that passed only when repeated for a failure', () => {
    expect(playwrightCounts(playwright({ expected: 5, unexpected: 1, flaky: 1, skipped: 1 }), false)).toEqual(
      counted(5, 2, 1),
    );
  });

  it('count errors outside the tests, and a failure that the report does not show', () => {
    expect(playwrightCounts(playwright({ expected: 5 }, ['no server']), false)).toEqual(counted(5, 1));
    expect(playwrightCounts(playwright({ expected: 5 }), false)).toEqual(counted(5, 1));
    expect(playwrightCounts(null, false)).toEqual(counted(0, 1));
  });
});

it('all suites together are the sum, and skipped tests are named', () => {
  const total = sumCounts([counted(1, 0), counted(2, 3, 4)]);
  expect(countsText(total)).toBe('3 passed, 3 failed, 4 skipped');
  expect(countsText(counted(1, 0))).toBe('1 passed, 0 failed');
});
