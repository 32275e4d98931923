import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, expect, type Page } from '@playwright/test';
import { draftsIn } from '../support/drafts';
import type { SandboxWorld } from '../support/sandbox';
import { openAs } from '../support/session';
import { randomFrom } from './random';

interface OwnBrowser {
  readonly process: ChildProcess;
  readonly browser: Browser;
}

/** A browser of its own with a profile that outlives it, to be killed as a whole. */
async function start(profile: string): Promise<OwnBrowser> {
  const child = spawn(
    process.env['CHROMIUM_PATH'] ?? chromium.executablePath(),
    [
      '--headless=new',
      '--no-sandbox',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const address = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.stderr.setEncoding('utf8').on('data', (piece: string) => {
      text += piece;
      const found = /DevTools listening on (ws:\S+)/.exec(text)?.[1];
      if (found) resolve(found);
    });
    child.on('exit', () => reject(new Error(`The browser ended: ${text}`)));
  });
  return { process: child, browser: await chromium.connectOverCDP(address) };
}

/** As a power cut: no process of the browser gets another turn. */
async function kill({ process: child, browser }: OwnBrowser): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  await gone;
  await browser.close().catch(() => undefined);
}

async function openForm({ browser }: OwnBrowser, sandbox: SandboxWorld, url: string): Promise<Page> {
  const context = browser.contexts()[0] ?? (await browser.newContext());
  const page = await context.newPage();
  await openAs(page, sandbox, url);
  await expect(page.getByRole('textbox', { name: 'Title' })).not.toHaveValue('');
  return page;
}

/** Types for a while, in milliseconds, and until `isEnough`; answers when each character was in the page. */
async function typeFor(page: Page, duration: number, isEnough: () => Promise<boolean>): Promise<number[]> {
  const title = page.getByRole('textbox', { name: 'Title' });
  await title.fill('');
  const times: number[] = [];
  const end = performance.now() + duration;
  while (times.length === 0 || performance.now() < end || !(await isEnough())) {
    await title.press(String.fromCharCode(97 + (times.length % 26)));
    times.push(performance.now());
  }
  return times;
}

export interface Loss {
  readonly typed: number;
  readonly kept: number;
  /** How much typing was lost, in milliseconds. */
  readonly ms: number;
}

/**
 * Kills the browser while somebody types, and looks how much of the typing is offered afterwards.
 * @param isEnough what has to be so before each kill
 */
export async function killWhileTyping(
  sandbox: SandboxWorld,
  url: string,
  times: number,
  seed: number,
  isEnough: (page: Page) => Promise<boolean> = () => Promise.resolve(true),
): Promise<Loss[]> {
  const random = randomFrom(seed);
  const losses: Loss[] = [];
  for (let round = 0; round < times; round++) {
    const profile = mkdtempSync(join(tmpdir(), 'kill-'));
    let own = await start(profile);
    try {
      const page = await openForm(own, sandbox, url);
      const keys = await typeFor(page, 300 + random() * 3000, () => isEnough(page));
      const killed = performance.now();
      await kill(own);

      own = await start(profile);
      const [draft] = await draftsIn(await openForm(own, sandbox, url));
      const kept = String(draft?.values['title'] ?? '').length;
      const firstLost = keys[kept];
      losses.push({ typed: keys.length, kept, ms: firstLost === undefined ? 0 : killed - firstLost });
    } finally {
      await kill(own).catch(() => undefined);
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  }
  return losses;
}
