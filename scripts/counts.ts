/** How a suite went. What was not run because something before it failed counts as failed. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const counted = (passed: number, failed: number, skipped = 0): Counts => ({ passed, failed, skipped });

/** One check that holds or does not. */
export const oneCheck = (ok: boolean): Counts => (ok ? counted(1, 0) : counted(0, 1));

/** A failure that no single test stands for (a crash, an error outside the tests) is one more failure. */
const unlessSilent = (counts: Counts, ok: boolean): Counts =>
  !ok && counts.failed === 0 ? { ...counts, failed: 1 } : counts;

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

/** The counts of Vitest's JSON report; a file that could not be loaded is one failure. */
export function vitestCounts(json: string | null, ok: boolean): Counts {
  if (json === null) return counted(0, 1);
  const report = JSON.parse(json) as VitestReport;
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  const skipped = report.numPendingTests + report.numTodoTests;
  return unlessSilent(counted(report.numPassedTests, report.numFailedTests + broken.length, skipped), ok);
}

interface PlaywrightReport {
  readonly errors: readonly unknown[];
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
}

/** The counts of Playwright's JSON report; a test that passed only when repeated is a failure. */
export function playwrightCounts(json: string | null, ok: boolean): Counts {
  if (json === null) return counted(0, 1);
  const { stats, errors } = JSON.parse(json) as PlaywrightReport;
  const failed = stats.unexpected + stats.flaky + errors.length;
  return unlessSilent(counted(stats.expected, failed, stats.skipped), ok);
}

/** All suites together. */
export const sumCounts = (all: readonly Counts[]): Counts =>
  all.reduce(
    (a, b) => counted(a.passed + b.passed, a.failed + b.failed, a.skipped + b.skipped),
    counted(0, 0),
  );

/** “3 passed, 1 failed”, with what was skipped where something was. */
export const countsText = ({ passed, failed, skipped }: Counts): string =>
  `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;
