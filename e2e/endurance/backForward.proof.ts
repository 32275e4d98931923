import { type Browser, chromium, type Page } from '@playwright/test';
import { ONBOARDING_SECTIONS } from '../../sandbox/seed/ids';
import { expectDraft } from '../support/drafts';
import { sectionForm } from '../support/pages/sectionForm';
import type { SandboxWorld } from '../support/sandbox';
import { signIn } from '../support/session';
import { expect, test as base } from '../support/test';

/**
 * The real back/forward cache. Playwright switches it off, and the headless shell has none: run it with a whole Chromium,
 * `CHROMIUM_PATH=/usr/bin/chromium npm run proof -- backForward`.
 */
const test = base.extend<{ ownBrowser: Browser }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of a fixture's needs from this pattern
  ownBrowser: async ({}, provide) => {
    const executablePath = process.env['CHROMIUM_PATH'];
    const browser = await chromium.launch({
      ...(executablePath ? { executablePath } : {}),
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
      args: ['--headless=new'],
    });
    await provide(browser);
    await browser.close();
  },
});

test.skip(
  () => process.env['CHROMIUM_PATH']?.includes('headless-shell') === true,
  'The headless shell has no back/forward cache.',
);

const path = `/sections/${ONBOARDING_SECTIONS.welcome}/edit`;

interface Return {
  readonly isFromCache: boolean;
  /** What was to be seen in each frame since the page came back. */
  readonly frames: readonly string[];
}

/** Goes to a page that is no part of the app, and back. @returns why the cache was not used, if it was not */
async function goAwayAndBack(page: Page, meanwhile: () => Promise<void>): Promise<string[]> {
  const client = await page.context().newCDPSession(page);
  const reasons: string[] = [];
  client.on('Page.backForwardCacheNotUsed', ({ notRestoredExplanations }) => {
    reasons.push(...notRestoredExplanations.map(({ reason }) => reason));
  });
  await client.send('Page.enable');
  await page.evaluate(() => {
    const back = { isFromCache: false, frames: [] as string[] };
    Object.assign(window, { back });
    const look = () => {
      const isVisible = getComputedStyle(document.documentElement).visibility === 'visible';
      back.frames.push(isVisible ? document.body.innerText : '');
      requestAnimationFrame(look);
    };
    addEventListener('pageshow', ({ persisted }) => {
      back.isFromCache = persisted;
      look();
    });
  });
  await page.goto('/config.json');
  await meanwhile();
  // `goBack` would wait for a load, and there is none.
  await page.evaluate(() => history.back()).catch(() => undefined);
  await expect(page).not.toHaveURL('/config.json');
  const isTold = async () => reasons.length > 0 || (await returnOf(page).catch(() => null))?.isFromCache;
  await expect.poll(isTold).toBe(true);
  test.skip(
    reasons.includes('BackForwardCacheDisabledForDelegate'),
    'This browser has no back/forward cache.',
  );
  return reasons;
}

const returnOf = (page: Page) =>
  page.evaluate(() => (window as unknown as { back?: Return }).back ?? { isFromCache: false, frames: [] });

async function openForm(browser: Browser, sandbox: SandboxWorld, baseURL = '') {
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  page.on('dialog', (dialog) => void dialog.accept());
  await signIn(page, sandbox, path);
  await sectionForm(page).title.fill('Private');
  await expectDraft(page, ({ values }) => values['title'] === 'Private');
  return page;
}

test('a page comes back from the cache as it was', async ({ ownBrowser, sandbox, baseURL }) => {
  const page = await openForm(ownBrowser, sandbox, baseURL);
  expect(await goAwayAndBack(page, async () => {})).toEqual([]);
  await expect(sectionForm(page).title).toHaveValue('Private');
  await expect(sectionForm(page).title).toBeVisible();
  const { isFromCache, frames } = await returnOf(page);
  expect(isFromCache).toBe(true);
  expect(frames[0], 'before the session was looked at').toBe('');
});

test('row 26: a page in the cache shows nothing of an account that signed out meanwhile', async ({
  ownBrowser,
  sandbox,
  baseURL,
}) => {
  const page = await openForm(ownBrowser, sandbox, baseURL);
  // All that a sign-out leaves for a page that hears no message.
  const mark = () => page.evaluate(() => localStorage.setItem('nexudus-sections.signed-out', 'elsewhere'));
  expect(await goAwayAndBack(page, mark)).toEqual([]);
  await expect(page).toHaveURL(/sign-in/);
  await expect(page.getByLabel('Email')).toBeVisible();
  const { isFromCache, frames } = await returnOf(page);
  expect(isFromCache).toBe(true);
  expect(frames.join()).not.toContain(sandbox.userName());
  expect(frames.join()).not.toContain('Edit section');
});

test('row 26: a page in the cache is given up when another tab signs out', async ({
  ownBrowser,
  sandbox,
  baseURL,
}) => {
  const page = await openForm(ownBrowser, sandbox, baseURL);
  const other = await page.context().newPage();
  await other.goto('/courses');
  const signOut = async () => {
    await other.getByRole('button', { name: 'Sign out' }).click();
    await expect(other).toHaveURL(/sign-in/);
  };
  expect(await goAwayAndBack(page, signOut)).toEqual(['BroadcastChannelOnMessage']);
  await expect(page).toHaveURL(/sign-in/);
  await expect(page.getByText('Private')).toHaveCount(0);
});
