// npm run build, then: node scripts/run.mjs bench/sections.ts [50 1000 10000] — how the page of a course copes with many sections.
import { loadavg } from 'node:os';
import { type Browser, chromium, request } from '@playwright/test';
import { preview } from 'vite';
import { COURSES } from '../sandbox/seed/ids';
import { SandboxWorld } from '../e2e/support/sandbox';
import { openAs } from '../e2e/support/session';
import { freePort } from '../scripts/browserTests';
import { findBrowser } from '../scripts/findBrowser';
import { runMain } from '../scripts/runMain';
import { type Awaited, loaded, measured, scrolling, untilShown, watchForRows } from './pageProbe';
import { planRandomMoves } from './planner';

/** Full records per request (src/api/sectionLists.ts). */
const batch = 50;
const course = COURSES.podcastStudio;

async function measurePage(
  browser: Browser,
  baseURL: string,
  count: number,
): Promise<Record<string, string>> {
  const http = await request.newContext({ baseURL });
  const sandbox = new SandboxWorld(http, `bench${count}`);
  await sandbox.insertSections(course, count, { title: 'Part' });
  const context = await browser.newContext({ baseURL, viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const timed = async (awaited: Awaited, act: () => Promise<unknown>) => {
    await page.evaluate(untilShown, awaited);
    await act();
    return ms(await page.evaluate(measured));
  };
  try {
    await page.addInitScript(watchForRows);
    await openAs(page, sandbox, `/courses/${course}/sections`);
    const { firstRows, filled, requests } = await page.evaluate(loaded, Math.ceil(count / batch));
    const elements = await page.evaluate(() => document.querySelectorAll('*').length);
    const scrolled = await page.evaluate(scrolling);
    await page.evaluate(() => scrollTo(0, 0));

    const first = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('checkbox') })
      .first();
    const title = (await first.getByRole('link').textContent()) ?? '';
    const row = { selector: `li:has([aria-label="Select ${title}"])` };
    const move = await timed({ event: 'click', ...row, attribute: ['aria-posinset', '2'] }, () =>
      page.getByRole('button', { name: `Move down: ${title}`, exact: true }).click(),
    );
    await page.getByText('Saving the change…').waitFor({ state: 'detached' });
    const all = { event: 'click', selector: 'p', text: `${count.toLocaleString('en')} selected` } as const;
    const selectAll = await timed(all, () => page.getByRole('checkbox', { name: 'Select all' }).click());
    await page.getByRole('button', { name: 'Clear selection' }).click();
    await page.getByLabel('Search sections').focus();
    const listed = { event: 'keydown', selector: '[role="status"]', text: ' of ' } as const;
    const key = await timed(listed, () => page.keyboard.press('7'));
    return {
      'first rows': ms(firstRows),
      'all filled in': ms(filled),
      'requests until then': String(requests),
      'DOM elements': `${elements}, at most ${scrolled.elements} while scrolling`,
      'scrolling, a frame': `${ms(scrolled.median)} (slowest ${ms(scrolled.slowest)})`,
      '“Move down” to the new place': move,
      '“Select all”': selectAll,
      'filter, a key to its rows': key,
    };
  } finally {
    await context.close();
    await http.dispose();
  }
}

const ms = (time: number) => `${Math.round(time)} ms`;

await runMain(async () => {
  const counts = process.argv
    .slice(2)
    .map(Number)
    .filter((count) => count > 0);
  // Read by vite.config.ts.
  Object.assign(process.env, { SANDBOX_STORAGE: 'memory', NEXUDUS_URL: '' });
  const port = await freePort();
  const server = await preview({ logLevel: 'warn', preview: { host: '127.0.0.1', port, strictPort: true } });
  const executablePath = await findBrowser();
  const browser = await chromium.launch(executablePath === undefined ? {} : { executablePath });
  try {
    for (const count of counts.length > 0 ? counts : [50, 1000, 10_000]) {
      console.log(
        `\n${count.toLocaleString('en')} sections (load of the machine: ${loadavg()[0]?.toFixed(1)})`,
      );
      const figures = await measurePage(browser, `http://127.0.0.1:${port}`, count);
      for (const [name, figure] of Object.entries(figures)) console.log(`  ${name.padEnd(30)}${figure}`);
      for (const { stored, median, slowest, mostWrites } of planRandomMoves(count, 100))
        console.log(
          `  ${`plan a move, ${stored}`.padEnd(30)}${median.toFixed(2)} ms (slowest ${slowest.toFixed(2)} ms), at most ${mostWrites} writes`,
        );
    }
  } finally {
    await browser.close();
    await server.close();
  }
  return true;
});
