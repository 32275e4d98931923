import type { Page } from '@playwright/test';
import { createSandbox } from '../../sandbox/app';
import type { Fault } from '../../sandbox/faults';
import { listen } from '../../sandbox/node';
import { PASSWORD } from '../../sandbox/accounts';
import { COURSES, ONBOARDING_SECTIONS } from '../../sandbox/seed/ids';
import { passTimeUntil } from '../support/clock';
import { savedAt, sectionForm } from '../support/pages/sectionForm';
import { openAs, signIn } from '../support/session';
import { expect, test } from '../support/test';

const { welcome, gettingIn } = ONBOARDING_SECTIONS;
const editPath = (id: number = welcome) => `/sections/${id}/edit`;
const read = { method: 'GET', path: `/content/coursesections/${welcome}` } as const;
const failure = (page: Page, words: string) => page.getByRole('alert').filter({ hasText: words });
const retry = (page: Page) => page.getByRole('button', { name: 'Retry' });

/** Until what it said before is gone: the same words may come again. */
async function readAgain(page: Page): Promise<void> {
  await retry(page).evaluate((button) => button.setAttribute('data-pressed', ''));
  await retry(page).click();
  await expect(page.locator('[data-pressed]')).toHaveCount(0);
}

const html = { body: '<!doctype html><h1>Log in to Wi-Fi</h1>', contentType: 'text/html' };
const json = (body: string): Fault => ({ status: 200, body, contentType: 'application/json' });

/** What a read can end in besides a record, and what the page says then. */
const answers: readonly [what: string, fault: Fault, words: string][] = [
  ['a redirect to a page for signing in', { redirect: '/sign-in' }, 'Can’t reach Nexudus'],
  ['no connection', { cut: 'before' }, 'Can’t reach Nexudus'],
  ['the page of a Wi-Fi network', { status: 200, ...html }, 'The answer could not be read'],
  ['JSON of 300 levels', json('['.repeat(300) + ']'.repeat(300)), 'The answer could not be read'],
  [
    'a record of 11 MB',
    json(JSON.stringify({ Id: welcome, Title: 'x'.repeat(11e6) })),
    'The answer could not',
  ],
];

test('row 48, 55, 97: whatever comes instead of a section is said, and “Retry” reads it', async ({
  page,
  sandbox,
  allow,
}) => {
  test.slow();
  allow.networkErrors();
  allow.status(408);
  for (const [index, [what, fault, words]] of answers.entries()) {
    await sandbox.stopFailing();
    await sandbox.fail({ ...read, times: 20, fault });
    await (index === 0 ? openAs(page, sandbox, editPath()) : readAgain(page));
    await expect(failure(page, words), what).toBeVisible({ timeout: 20_000 });
    await expect(page.getByText('Log in to Wi-Fi').filter({ visible: true })).toHaveCount(0);
  }
  await sandbox.stopFailing();
  const polluted = `{"Id":${welcome},"Title":"Odd","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}`;
  await sandbox.fail({ ...read, fault: json(polluted) });
  await retry(page).click();
  await expect(sectionForm(page).title).toHaveValue('Odd');
  expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
});

test('row 42, 56: a read that hangs or times out is given up, repeated, and then said', async ({
  page,
  sandbox,
  allow,
}) => {
  allow.networkErrors();
  allow.status(408);
  await page.clock.install();
  await sandbox.fail({ ...read, times: 20, fault: { hang: true } });
  await openAs(page, sandbox, editPath());
  await expect(page.getByText('Loading the section…')).toBeVisible();
  await expect(async () => {
    await page.clock.fastForward(5_000);
    await expect(failure(page, 'Nexudus took too long')).toBeVisible({ timeout: 250 });
  }).toPass({ timeout: 20_000 });
  await expect.poll(() => sandbox.requests('GET', read.path)).toHaveLength(3);
  await sandbox.stopFailing();
  // The browser itself sends a request again after the first 408.
  await sandbox.fail({ ...read, times: 2, fault: { status: 408 } });
  await retry(page).click();
  await expect(async () => {
    await page.clock.fastForward(1_000);
    await expect(sectionForm(page).title).toBeVisible({ timeout: 250 });
  }).toPass();
});

test('row 57: a browser that says “offline” and is not can save', async ({ page, sandbox }) => {
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'onLine', { get: () => false });
  });
  const form = sectionForm(page);
  await openAs(page, sandbox, editPath());
  await form.title.fill('Over a tunnel');
  await expect(page.getByText('You seem to be offline')).toBeVisible();
  await form.save.click();
  await expect(form.status(savedAt)).toBeVisible();
});

test('row 58: back online, what could not be read comes by itself', async ({
  page,
  context,
  sandbox,
  allow,
}) => {
  allow.networkErrors();
  const form = sectionForm(page);
  await openAs(page, sandbox, editPath());
  await expect(form.title).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  const link = page.getByRole('link', { name: 'Getting in and out', exact: true });
  await expect(link).toBeVisible();
  await context.setOffline(true);
  await link.click();
  await expect(page).toHaveURL(editPath(gettingIn));
  await expect(failure(page, 'You seem to be offline')).toBeVisible();
  await context.setOffline(false);
  await expect(form.title).toHaveValue('Getting in and out');
});

test.describe('an API on another origin', () => {
  // The policy names the own origin only; whoever deploys such a setting names the other in it.
  test.use({ bypassCSP: true });

  test('row 47: answers that the browser may not show are called unreadable, never “offline”', async ({
    page,
    baseURL,
    allow,
  }) => {
    allow.networkErrors();
    allow.console(/CORS/);
    const service = await listen(createSandbox({ storage: 'memory', corsOrigins: [baseURL ?? ''] }));
    const { origin } = new URL(service.url);
    allow.origin(origin);
    try {
      await page.route('/config.json', (route) => route.fulfill({ json: { apiBaseUrl: `${origin}/api` } }));
      const queue = (fault: Fault) =>
        fetch(`${origin}/__sandbox__/worlds/default/faults`, {
          method: 'POST',
          body: JSON.stringify({ method: 'PUT', times: 1, fault }),
        });
      const form = sectionForm(page);
      await page.clock.install();
      await page.goto(`/sign-in?next=${editPath()}`);
      await page.getByLabel('Email').fill('admin@sandbox.test');
      await page.getByLabel('Password').fill(PASSWORD);
      await page.getByRole('button', { name: 'Sign in' }).click();
      for (const status of [401, 429, 500]) {
        await form.title.fill(`Over another origin ${status}`);
        await queue({ status, headers: { 'Access-Control-Allow-Origin': 'https://elsewhere.example' } });
        await form.save.click();
        await passTimeUntil(page, () =>
          expect(form.saveStatus, String(status)).toHaveText('Not saved', { timeout: 250 }),
        );
        await expect(form.summary).toContainText('Can’t reach Nexudus. No readable answer came.');
        await expect(form.summary).toContainText('(CORS)');
        await expect(page.getByText('offline')).toHaveCount(0);
      }
      await form.save.click();
      await expect(form.status(savedAt)).toBeVisible();
    } finally {
      await service.close();
    }
  });
});

test('row 76: a clock that is wrong or jumps ends no session; times are this machine’s', async ({
  page,
  sandbox,
}) => {
  const form = sectionForm(page);
  // In Lisbon the clocks go forward twenty minutes later.
  await page.clock.install({ time: new Date('2031-03-30T00:40:00Z') });
  await signIn(page, sandbox, editPath());
  const jumps = [
    ['0:40', null],
    ['2:10', '2031-03-30T01:10:00Z'],
    ['23:05', '2031-03-28T23:05:00Z'],
    ['8:30', '2031-03-31T07:30:00Z'],
  ] as const;
  for (const [time, jump] of jumps) {
    if (jump) await page.clock.setSystemTime(new Date(jump));
    await form.title.fill(`Saved at ${time}`);
    await form.save.click();
    await expect(form.status(new RegExp(`^Saved at ${time.slice(0, -1)}\\d$`))).toBeVisible();
  }
  expect(await sandbox.requests('POST', '/token')).toHaveLength(1);
});

const tokens: readonly [what: string, token: string][] = [
  ['a line end', 'abc\r\nX-Evil: 1'],
  ['letters of another script', 'abcж'],
  ['nothing', ''],
];
test('row 96: a token that can’t stand in a header is said to be unreadable, and is sent nowhere', async ({
  page,
  sandbox,
}) => {
  await page.goto('/sign-in');
  await page.getByLabel('Email').fill(sandbox.userName());
  await page.getByLabel('Password').fill(PASSWORD);
  for (const [what, token] of tokens) {
    const body = { access_token: token, token_type: 'bearer', expires_in: 100 };
    await sandbox.fail({ path: '/token', fault: { status: 200, body } });
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'could not be read' }), what).toBeVisible();
    await expect(page).toHaveURL('/sign-in');
  }
  expect(await sandbox.requests('GET')).toEqual([]);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(`/courses`);
  await expect(page.getByRole('link', { name: 'Member onboarding' })).toHaveAttribute(
    'href',
    `/courses/${COURSES.memberOnboarding}/sections`,
  );
});
