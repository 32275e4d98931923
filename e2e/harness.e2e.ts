import type { Page } from '@playwright/test';
import { COURSES } from '../sandbox/seed/ids';
import { expectAxeClean } from './support/axe';
import { expect, test } from './support/test';
import { Allowed, leave, watch } from './support/browserProblems';

interface Trouble {
  readonly title: string;
  readonly make: (page: Page) => Promise<unknown>;
  readonly problem: RegExp;
  /** What keeps it from failing a test. */
  readonly allow?: (allowed: Allowed) => void;
}

async function loadImage(page: Page, url: string): Promise<void> {
  await page.evaluate(async (source) => {
    const image = document.createElement('img');
    const settled = new Promise<void>((resolve) => {
      image.addEventListener('load', () => resolve());
      image.addEventListener('error', () => resolve());
    });
    image.src = source;
    document.body.append(image);
    await settled;
  }, url);
}

const troubles: readonly Trouble[] = [
  {
    title: 'the console shows an error',
    make: (page) => page.evaluate('console.error("oh no")'),
    problem: /^console error: oh no/,
    allow: (allowed) => allowed.console(/^oh/),
  },
  {
    title: 'the console shows a warning',
    make: (page) => page.evaluate('console.warn("careful")'),
    problem: /^console warning: careful/,
    allow: (allowed) => allowed.console(/^careful/),
  },
  {
    title: 'the page throws',
    make: (page) => page.evaluate('reportError(new Error("thrown"))'),
    problem: /^page error: .*thrown/,
  },
  {
    title: 'the policy of the app is violated',
    make: (page) => loadImage(page, 'http://127.0.0.1:9/x.png'),
    problem: /^page error: .*policy violation: img-src http:\/\/127\.0\.0\.1:9/,
    allow: (allowed) => {
      allowed.violation(/^img-src http:/);
      allowed.origin('http://127.0.0.1:9');
    },
  },
  {
    title: 'a request goes to another origin',
    make: async (page) => {
      await page.route('https://elsewhere.example/**', (route) => route.fulfill({ body: '' }));
      await loadImage(page, 'https://elsewhere.example/x.png');
    },
    problem: /^request to another origin: https:\/\/elsewhere\.example\/x\.png$/,
    allow: (allowed) => allowed.origin('https://elsewhere.example'),
  },
  {
    title: 'the server answers with a status that was not named',
    make: (page) => page.evaluate(() => fetch('/assets/none.js').then(({ status }) => status)),
    problem: /^console error: .*status of 404/,
    allow: (allowed) => allowed.status(404),
  },
  {
    title: 'a connection ends without an answer',
    make: (page) =>
      page.evaluate(async () => {
        const headers = { 'X-Sandbox-Fault': '{"cut":"before"}' };
        await fetch('/api/content/courses', { headers }).catch(() => null);
      }),
    problem: /^request failed: GET .*\/api\/content\/courses net::ERR_/,
    allow: (allowed) => allowed.networkErrors(),
  },
];

test.describe('a browser test fails when', () => {
  for (const { title, make, problem, allow } of troubles) {
    test(title, async ({ browser, baseURL }) => {
      const open = async (allowed: Allowed) => {
        const context = await browser.newContext();
        const problems = await watch(context, baseURL ?? '', allowed);
        const page = await context.newPage();
        await page.goto('/sign-in');
        await make(page);
        await context.close();
        return problems;
      };
      expect(await open(new Allowed())).toContainEqual(expect.stringMatching(problem));
      if (!allow) return;
      const allowed = new Allowed();
      allow(allowed);
      expect(await open(allowed)).toEqual([]);
    });
  }

  test('axe finds something in one of the themes', async ({ page }) => {
    await page.goto('/sign-in');
    await page.evaluate(() => document.body.append(document.createElement('input')));
    await expect(expectAxeClean(page)).rejects.toThrow(/label/);
  });

  test('axe finds what cannot be read in the dark alone', async ({ page }) => {
    await page.goto('/sign-in');
    await expect(page.getByLabel('Email')).toBeVisible();
    await page.getByRole('main').evaluate((main) => {
      const text = main.appendChild(document.createElement('p'));
      text.textContent = 'Hard to read';
      text.style.color = 'light-dark(black, #333)';
    });
    await expect(expectAxeClean(page)).rejects.toThrow(/axe, dark theme[^]*color-contrast/);
  });
});

test('what a test left open is ended, and complains to that test', async ({ browser, baseURL }) => {
  const context = await browser.newContext();
  const problems = await watch(context, baseURL ?? '', new Allowed());
  const first = await context.newPage();
  await first.goto('/sign-in');
  const second = await context.newPage();
  await second.goto('/sign-in');
  await second.evaluate('addEventListener("pagehide", () => console.error("closed"))');
  await leave(context);
  expect(context.pages()).toEqual([first]);
  expect(first.url()).toBe('about:blank');
  expect(problems).toEqual([expect.stringMatching(/^console error: closed/)]);
  await context.close();
});

test('each test has a world of its own, with a log and faults', async ({ request, sandbox }) => {
  const token = await sandbox.accessToken();
  const ask = () =>
    request.get(`/api/content/courses/${COURSES.handbook}`, {
      headers: { Authorization: `Bearer ${token}` },
    });
  await sandbox.fail({ method: 'GET', path: '/content/courses/', fault: { status: 503 } });
  expect((await ask()).status()).toBe(503);
  await sandbox.edit('courses', COURSES.handbook, { Title: 'Renamed' });
  expect(await (await ask()).json()).toMatchObject({ Title: 'Renamed' });
  expect(await sandbox.requests('GET')).toMatchObject([{ status: 503 }, { status: 200 }]);
  expect(await sandbox.writes()).toEqual([]);
});

/** Of all that a test can change in its browser: what is changed, and what is not. */
async function changesIn(page: Page): Promise<{ made: string[]; missing: string[] }> {
  const changes = await page.evaluate(async () => {
    const clipboard = await navigator.permissions.query({ name: 'clipboard-read' as PermissionName });
    const databases = await indexedDB.databases();
    return {
      'local storage': localStorage.getItem('left') !== null,
      'session storage': sessionStorage.getItem('left') !== null,
      database: databases.some(({ name }) => name === 'left'),
      cookie: document.cookie !== '',
      permission: clipboard.state === 'granted',
      'initial script': 'left' in window,
      clock: new Date().getFullYear() === 2001,
      theme: matchMedia('(prefers-color-scheme: dark)').matches,
      colours: matchMedia('(forced-colors: active)').matches,
      width: innerWidth === 320,
    };
  });
  const all = Object.entries(changes);
  const names = (isMade: boolean) => all.filter(([, made]) => made === isMade).map(([name]) => name);
  return { made: names(true), missing: names(false) };
}

test.describe
  .serial('what a test changes in its browser', () => {
    test('is changed until its end', async ({ page, context }) => {
      await context.grantPermissions(['clipboard-read']);
      await context.addInitScript(() => Object.assign(window, { left: true }));
      await page.clock.install({ time: new Date('2001-06-01') });
      await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active' });
      await page.setViewportSize({ width: 320, height: 640 });
      await page.goto('/sign-in');
      await page.evaluate(async () => {
        localStorage.setItem('left', 'behind');
        sessionStorage.setItem('left', 'behind');
        document.cookie = 'left=behind';
        await new Promise((resolve) => {
          indexedDB.open('left').addEventListener('success', resolve);
        });
      });
      expect(await changesIn(page)).toMatchObject({ missing: [] });

      // What could keep the page that the next test needs, or keep it from its server.
      page.on('dialog', (dialog) => void dialog.dismiss());
      await page.evaluate(() => addEventListener('beforeunload', (event) => event.preventDefault()));
      await page.getByLabel('Email').fill('somebody');
      await context.newPage();
      await context.setOffline(true);
    });

    test('is as before for the next, but for the files of the app', async ({ page, context }) => {
      await page.goto('/sign-in');
      const sent = await page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .filter((file) => file instanceof PerformanceResourceTiming && file.transferSize > 0)
          .map(({ name }) => new URL(name).pathname)
          .filter((path) => path.startsWith('/assets/')),
      );
      // What a test holds or delays goes past the browser's cache.
      if (!process.env['E2E_LAG']) expect(sent).toEqual([]);
      expect(await changesIn(page)).toMatchObject({ made: [] });
      expect(context.pages()).toEqual([page]);
    });
  });
