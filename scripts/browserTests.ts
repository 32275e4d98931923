import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { type CommandResult, runCommand, tool } from './command';
import { findBrowser } from './findBrowser';

/** A port that is free now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject).listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Takes a report that a tool wrote; null when it wrote none. */
export function takeReport(file: string): string | null {
  if (!existsSync(file)) return null;
  const text = readFileSync(file, 'utf8');
  rmSync(file);
  return text;
}

interface BrowserRun {
  /** Where Playwright writes its JSON report. */
  readonly report?: string;
  readonly timeoutMs?: number;
}

/** Runs Playwright on the build in dist/ with a browser that starts. */
export async function runBrowserTests(
  args: readonly string[],
  { report, timeoutMs = 45 * 60_000 }: BrowserRun = {},
): Promise<CommandResult> {
  const browser = await findBrowser();
  const env = {
    E2E_PORT: process.env['E2E_PORT'] || String(await freePort()),
    ...(browser === undefined ? {} : { CHROMIUM_PATH: browser }),
    ...(report === undefined ? {} : { E2E_REPORT: report }),
  };
  return runCommand(tool('playwright'), ['test', '--config', 'e2e/playwright.config.ts', ...args], {
    output: 'show',
    timeoutMs,
    env,
  });
}
