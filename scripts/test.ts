// npm test: everything, in an order in which the cheap checks speak first. `npm test -- unit size` runs these alone.
import { join } from 'node:path';
import { runBrowserTests, takeReport } from './browserTests';
import { buildApp } from './build';
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

interface Step {
  readonly name: string;
  readonly run: () => Promise<Counts>;
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

async function vitest(...projects: readonly string[]): Promise<Counts> {
  const report = join('test-results', `vitest-${projects.join('-')}.json`);
  takeReport(report);
  const { ok, problem } = await runCommand(
    tool('vitest'),
    [
      'run',
      ...projects.flatMap((project) => ['--project', project]),
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

async function browser(): Promise<Counts> {
  // Beside the folder that Playwright empties at its start.
  const report = join(process.cwd(), 'playwright-report', 'browser.json');
  takeReport(report);
  const { ok, problem } = await runBrowserTests(['--forbid-only'], { report });
  if (problem) console.log(`playwright: ${problem}`);
  return playwrightCounts(takeReport(report), ok);
}

const steps: readonly Step[] = [
  { name: 'typecheck', run: () => npmScript('typecheck') },
  { name: 'lint', run: () => npmScript('lint') },
  { name: 'unit', run: () => vitest('unit', 'mocked') },
  { name: 'sandbox', run: () => vitest('sandbox') },
  { name: 'build', run: build },
  { name: 'size', run: size, needs: 'build' },
  { name: 'browser', run: browser, needs: 'build' },
];

async function runStep(step: Step, results: ReadonlyMap<string, Counts>): Promise<Counts> {
  if (step.needs !== undefined && (results.get(step.needs)?.failed ?? 0) > 0) {
    console.log(`not run: ${step.needs} failed`);
    return counted(0, 1);
  }
  try {
    return await step.run();
  } catch (error) {
    console.log(error instanceof Error ? error.message : error);
    return counted(0, 1);
  }
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(
    `No such step: ${unknown.join(', ')}. The steps are ${steps.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(2);
}
const results = new Map<string, Counts>();
const lines: string[] = [];
for (const step of steps) {
  if (wanted.length > 0 && !wanted.includes(step.name)) continue;
  console.log(`\n── ${step.name}`);
  const started = performance.now();
  const counts = await runStep(step, results);
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
