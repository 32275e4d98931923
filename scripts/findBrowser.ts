import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { UsageError } from '../server/usageError';
import { type CommandOptions, type CommandResult, runCommand, tool } from './command';

/** What the search may touch; tests put their own in its place. */
export interface BrowserWorld {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isRoot: boolean;
  readonly exists: (path: string) => boolean;
  /** Starts the browser once: null when it works, else why not. No path means Playwright's own. */
  readonly tryLaunch: (path?: string) => Promise<string | null>;
  readonly run: (program: string, args: readonly string[], options: CommandOptions) => Promise<CommandResult>;
  readonly say: (line: string) => void;
}

/** Where Chromium and Chrome are usually found, best first. */
function systemBrowsers(world: Pick<BrowserWorld, 'env' | 'exists'>): string[] {
  // The shell without windows first: the tests need half the time in it.
  const names = [
    'chromium-headless-shell',
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'chrome',
  ];
  const folders = [...(world.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  const paths = folders.filter(Boolean).flatMap((folder) => names.map((name) => join(folder, name)));
  const applications = [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ];
  return [...new Set([...paths, ...applications])].filter(world.exists);
}

const minutes = (count: number) => count * 60_000;

async function installPlaywrights(world: BrowserWorld): Promise<string | null> {
  world.say('Browser: none is installed, downloading the Chromium of Playwright…');
  const { ok, problem } = await world.run(tool('playwright'), ['install', 'chromium'], {
    output: 'keep',
    timeoutMs: minutes(8),
    stallMs: minutes(1),
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
  });
  return ok ? world.tryLaunch() : problem;
}

async function installSystems(world: BrowserWorld): Promise<string | null> {
  world.say('Browser: that download failed, installing the Chromium of this system with apt-get…');
  const options: CommandOptions = {
    output: 'keep',
    timeoutMs: minutes(8),
    stallMs: minutes(3),
    env: { DEBIAN_FRONTEND: 'noninteractive' },
  };
  // The lists may be partly out of reach; the installation tells.
  await world.run('apt-get', ['update'], options);
  const install = (name: string) =>
    world.run('apt-get', ['install', '-y', '--no-install-recommends', name], options);
  const { ok } = await install('chromium-headless-shell');
  if (ok) return null;
  // Older systems have the browser in one piece only.
  const { problem } = await install('chromium');
  return problem;
}

/**
 * A browser that starts: CHROMIUM_PATH, Playwright's own, one of the system, or a newly installed one.
 * @returns the path to give to Playwright, or undefined for Playwright's own.
 * @throws UsageError with what was tried and what to do.
 */
export async function findBrowser(world: BrowserWorld = realWorld): Promise<string | undefined> {
  const wanted = world.env['CHROMIUM_PATH'];
  if (wanted) {
    const problem = await world.tryLaunch(wanted);
    if (problem !== null)
      throw new UsageError(`CHROMIUM_PATH is ${wanted}, which does not start: ${problem}`);
    world.say(`Browser: ${wanted} (CHROMIUM_PATH)`);
    return wanted;
  }
  if ((await world.tryLaunch()) === null) {
    world.say("Browser: Playwright's own");
    return undefined;
  }
  const found = await firstThatStarts(world);
  if (found !== undefined) return found;
  const download = await installPlaywrights(world);
  if (download === null) return undefined;
  const problems = [`playwright install chromium: ${download}`];
  if (world.isRoot && world.exists('/usr/bin/apt-get')) {
    const problem = await installSystems(world);
    const installed = await firstThatStarts(world);
    if (installed !== undefined) return installed;
    problems.push(`apt-get install chromium: ${problem ?? 'what it installed does not start'}`);
  }
  throw new UsageError(
    `No browser for the browser tests. Install Chromium or Chrome, or set CHROMIUM_PATH.\n  ${problems.join('\n  ')}`,
  );
}

async function firstThatStarts(world: BrowserWorld): Promise<string | undefined> {
  for (const path of systemBrowsers(world)) {
    if ((await world.tryLaunch(path)) === null) {
      world.say(`Browser: ${path}`);
      return path;
    }
  }
  return undefined;
}

async function tryLaunch(path?: string): Promise<string | null> {
  try {
    const browser = await chromium.launch({
      timeout: 30_000,
      ...(path === undefined ? {} : { executablePath: path }),
    });
    await browser.close();
    return null;
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n', 1)[0] ?? error.name) : String(error);
  }
}

const realWorld: BrowserWorld = {
  env: process.env,
  isRoot: process.getuid?.() === 0,
  exists: existsSync,
  tryLaunch,
  run: runCommand,
  say: (line) => console.log(line),
};
