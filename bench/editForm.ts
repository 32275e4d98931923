// npm run build, then: node scripts/run.mjs bench/editForm.ts [URL…] — how long until the edit form is filled, cold.
// Without a URL the build that is there is served; with several, of which each serves a sandbox, they take turns.
import { chromium, request } from '@playwright/test';
import { preview } from 'vite';
import { ONBOARDING_SECTIONS } from '../sandbox/seed/ids';
import { SandboxWorld } from '../e2e/support/sandbox';
import { openAs } from '../e2e/support/session';
import { freePort } from '../scripts/browserTests';
import { findBrowser } from '../scripts/findBrowser';
import { runMain } from '../scripts/runMain';

const ROUNDS = 15;

/** In the page: when the title box had its value, in ms since the navigation. */
const whenFilled = () =>
  new Promise<number>((resolve) => {
    const look = () => {
      const box = [...document.querySelectorAll('input')].find(
        ({ value }) => value === 'Welcome to Harbour House',
      );
      if (box) resolve(performance.now());
      else requestAnimationFrame(look);
    };
    look();
  });

const median = (times: readonly number[]) => times.toSorted((a, b) => a - b)[times.length >> 1] ?? Number.NaN;

await runMain(async () => {
  // Read by vite.config.ts.
  Object.assign(process.env, { SANDBOX_STORAGE: 'memory', NEXUDUS_URL: '' });
  const port = await freePort();
  const given = process.argv.slice(2);
  const server =
    given.length === 0
      ? await preview({ logLevel: 'warn', preview: { host: '127.0.0.1', port, strictPort: true } })
      : null;
  const urls = server ? [`http://127.0.0.1:${port}`] : given;
  const executablePath = await findBrowser();
  const browser = await chromium.launch(executablePath === undefined ? {} : { executablePath });
  const times = new Map<string, number[]>(urls.map((url) => [url, []]));
  try {
    for (let round = 0; round < ROUNDS; round++) {
      for (const baseURL of urls) {
        const http = await request.newContext({ baseURL });
        const sandbox = new SandboxWorld(http, `bench${round}`);
        const context = await browser.newContext({ baseURL });
        const page = await context.newPage();
        await openAs(page, sandbox, `/sections/${ONBOARDING_SECTIONS.welcome}/edit`);
        times.get(baseURL)?.push(await page.evaluate(whenFilled));
        await context.close();
        await http.dispose();
      }
    }
  } finally {
    await browser.close();
    await server?.close();
  }
  for (const [url, all] of times)
    console.log(
      `${url}  edit form filled after ${Math.round(median(all))} ms (median of ${all.length}, ${Math.round(Math.min(...all))}–${Math.round(Math.max(...all))})`,
    );
  return true;
});
