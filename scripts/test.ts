// npm test: everything, in an order in which the cheap checks speak first. `npm test -- unit size` runs these alone,
// `npm test -- section-list` the tests with that in their path, `npm test -- --changed` what has to do with the changes.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { runBrowserTests, takeReport } from './browserTests';
import { buildApp, isBuildStale } from './build';
import { readSizes } from './checkSize';
import { runCommand, tool } from './command';
import {
  type Counts,
  counted,
  countsText,
  oneCheck,
  playwrightCounts,
  sumCounts,
  vitestCounts,
} from './counts';
import { sizeTable } from './sizeGraph';
import { browserTestsFor, readTestArguments } from './testArguments';

/** What is narrowed down to a part; empty for all of it. */
interface Scope {
  readonly vitest: readonly string[];
  /** null: none. */
  readonly browser: readonly string[] | null;
}

interface Step {
  readonly name: string;
  readonly run: (scope: Scope) => Promise<Counts>;
  /** The step without whose success this one is not run, and counts as failed. */
  readonly needs?: string;
}

async function npmScript(script: string): Promise<Counts> {
  const { ok, problem } = await runCommand('npm', ['run', '--silent', script], {
    output: 'show',
    timeoutMs: 300_000,
  });
  if (problem) console.log(`npm run ${script}: ${problem}`);
  return oneCheck(ok);
}

async function vitest(projects: readonly string[], scope: Scope): Promise<Counts> {
  const report = join('test-results', `vitest-${projects.join('-')}.json`);
  takeReport(report);
  const { ok, problem } = await runCommand(
    tool('vitest'),
    [
      'run',
      ...scope.vitest,
      ...projects.flatMap((project) => ['--project', project]),
      ...(scope.vitest.length > 0 ? ['--passWithNoTests'] : []),
      '--allowOnly=false',
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { output: 'show', timeoutMs: 600_000 },
  );
  if (problem) console.log(`vitest: ${problem}`);
  return vitestCounts(takeReport(report), ok);
}

async function build(): Promise<Counts> {
  const { ok } = await buildApp();
  return oneCheck(ok);
}

async function size(): Promise<Counts> {
  const sizes = readSizes('dist');
  console.log(sizeTable(sizes));
  const failed = sizes.filter(({ problems }) => problems.length > 0).length;
  return counted(sizes.length - failed, failed);
}

async function browser(scope: Scope): Promise<Counts> {
  if (scope.browser === null) return counted(0, 0);
  // Beside the folder that Playwright empties at its start.
  const report = join(process.cwd(), 'playwright-report', 'browser.json');
  takeReport(report);
  const { ok, problem } = await runBrowserTests([...scope.browser, '--forbid-only'], { report });
  if (problem) console.log(`playwright: ${problem}`);
  return playwrightCounts(takeReport(report), ok);
}

const steps: readonly Step[] = [
  { name: 'typecheck', run: () => npmScript('typecheck') },
  { name: 'lint', run: () => npmScript('lint') },
  { name: 'unit', run: (scope) => vitest(['unit', 'mocked'], scope) },
  { name: 'sandbox', run: (scope) => vitest(['sandbox'], scope) },
  { name: 'build', run: build },
  { name: 'size', run: size, needs: 'build' },
  { name: 'browser', run: browser, needs: 'build' },
];

async function runStep(step: Step, scope: Scope, results: ReadonlyMap<string, Counts>): Promise<Counts> {
  if (step.needs !== undefined && (results.get(step.needs)?.failed ?? 0) > 0) {
    console.log(`not run: ${step.needs} failed`);
    return counted(0, 1);
  }
  try {
    return await step.run(scope);
  } catch (error) {
    console.log(error instanceof Error ? error.message : error);
    return counted(0, 1);
  }
}

const git = (...args: readonly string[]): string[] =>
  execFileSync('git', args, { encoding: 'utf8' }).split('\n').filter(Boolean);

const testFiles = () =>
  git('ls-files', '--cached', '--others', '--exclude-standard').filter((file) =>
    /\.(?:test|e2e)\.ts$/.test(file),
  );

const changedFiles = () => [
  ...git('diff', '--name-only', '--diff-filter=d', 'HEAD'),
  ...git('ls-files', '--others', '--exclude-standard'),
];

/** Which steps are run, and how much of each. */
function planRun(args: readonly string[]): { names: readonly string[]; scope: Scope } | string {
  const names = steps.map(({ name }) => name);
  const run = readTestArguments(args, { steps: names, testFiles });
  if (typeof run === 'string') return run;
  if (run.kind === 'steps')
    return { names: run.steps.length > 0 ? run.steps : names, scope: { vitest: [], browser: [] } };
  const files =
    run.kind === 'part'
      ? run.files.filter((file) => file.endsWith('.e2e.ts'))
      : browserTestsFor(changedFiles());
  const build = files.length > 0 && isBuildStale() ? ['build'] : [];
  const checks = run.kind === 'part' ? [] : ['typecheck', 'lint'];
  return {
    names: [...checks, 'unit', 'sandbox', ...build, 'browser'],
    scope: {
      vitest: [run.kind === 'part' ? run.part : '--changed'],
      browser: files.length > 0 ? files : null,
    },
  };
}

const plan = planRun(process.argv.slice(2));
if (typeof plan === 'string') {
  console.error(plan);
  process.exit(2);
}
const results = new Map<string, Counts>();
const lines: string[] = [];
for (const step of steps) {
  if (!plan.names.includes(step.name)) continue;
  console.log(`\n── ${step.name}`);
  const started = performance.now();
  const counts = await runStep(step, plan.scope, results);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  results.set(step.name, counts);
  const line = `${step.name.padEnd(10)} ${countsText(counts)} (${seconds} s)`;
  lines.push(line);
  console.log(line);
}
const total = sumCounts([...results.values()]);
console.log(`\n── all\n${lines.join('\n')}\n`);
if (total.skipped > 0) console.log(`${total.skipped} skipped`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
