import type { Page } from '@playwright/test';
import { PASSWORD, TOTP_CODE } from '../../sandbox/accounts';
import { holdCalls } from '../support/holdCalls';
import { heading } from '../support/pages/heading';
import { expect, test } from '../support/test';

const email = (page: Page) => page.getByLabel('Email', { exact: true });
const password = (page: Page) => page.getByLabel('Password', { exact: true });
const code = (page: Page) => page.getByLabel('Authentication code', { exact: true });
const stay = (page: Page) => page.getByRole('checkbox', { name: 'Stay signed in on this tab', exact: true });
const button = (page: Page) => page.getByRole('button', { name: 'Sign in', exact: true });

async function fill(page: Page, userName: string, word = PASSWORD): Promise<void> {
  await email(page).fill(userName);
  await password(page).fill(word);
}

test('row 87: a visitor finds one heading, named fields that password managers know, and the focus in the first', async ({
  page,
}) => {
  await page.goto('/sign-in');
  await expect(heading(page, 'Sign in')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await expect(page).toHaveTitle(/^Sign in/);
  await expect(email(page)).toBeFocused();
  await expect(email(page)).toHaveAttribute('autocomplete', 'username');
  await expect(email(page)).toHaveAttribute('type', 'email');
  await expect(password(page)).toHaveAttribute('autocomplete', 'current-password');
  await expect(password(page)).toHaveAttribute('type', 'password');
  await expect(stay(page)).toBeChecked();
  await expect(code(page)).toHaveCount(0);
  await expect(page.getByText('not affiliated with Nexudus')).toContainText(/Version \d+\.\d+\.\d+/);
});

test('the keyboard alone signs in, and Enter sends', async ({ page, sandbox }) => {
  await page.goto('/sign-in');
  await expect(email(page)).toBeFocused();
  await page.keyboard.type(`  ${sandbox.userName()} `);
  await page.keyboard.press('Tab');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/courses');
  await expect(heading(page, 'Courses')).toBeFocused();
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
  await expect(page.getByText(sandbox.userName())).toBeVisible();
  const [call, ...more] = await sandbox.requests('POST', '/token');
  expect(more).toEqual([]);
  expect(call?.body).toEqual({ grant_type: 'password', username: sandbox.userName(), password: '…' });
  expect(call?.headers).toMatchObject({ client_id: expect.stringMatching(/^[\da-f-]{36}$/) });
});

test('wrong credentials are said in the form; the password is kept and focused', async ({
  page,
  sandbox,
  allow,
}) => {
  allow.status(400);
  await page.goto('/sign-in');
  await fill(page, sandbox.userName(), 'not this one');
  await button(page).click();
  await expect(page.getByRole('alert').filter({ hasText: /./ })).toHaveText(
    'The email or password is incorrect.',
  );
  await expect(password(page)).toBeFocused();
  await expect(password(page)).toHaveValue('not this one');
  await expect(password(page)).toHaveAttribute('type', 'password');
  const show = page.getByRole('button', { name: 'Show password', exact: true });
  await show.click();
  await expect(show).toHaveAttribute('aria-pressed', 'true');
  await expect(password(page)).toHaveAttribute('type', 'text');
  await expect(password(page)).toHaveAttribute('aria-invalid', 'true');
  await expect(password(page)).toHaveAccessibleDescription('The email or password is incorrect.');
  await expect(email(page)).toHaveValue(sandbox.userName());
  await password(page).fill(PASSWORD);
  await button(page).click();
  await expect(page).toHaveURL('/courses');
});

test('each empty field is named, the first is focused, and nothing is sent', async ({ page, sandbox }) => {
  await page.goto('/sign-in');
  await button(page).click();
  await expect(email(page)).toBeFocused();
  await expect(email(page)).toHaveAccessibleDescription('Enter your email');
  await expect(password(page)).toHaveAccessibleDescription('Enter your password');
  await email(page).fill(sandbox.userName());
  await button(page).click();
  await expect(password(page)).toBeFocused();
  await expect(password(page)).toHaveAccessibleDescription('Enter your password');
  expect(await sandbox.requests('POST', '/token')).toEqual([]);
});

for (const place of ['error', 'description'] as const) {
  test(`a second factor is asked for without losing anything typed (its code in ${place})`, async ({
    page,
    sandbox,
    allow,
  }) => {
    allow.status(400);
    await sandbox.setOptions({ tokenErrorPlace: place });
    await page.goto('/sign-in');
    await fill(page, sandbox.userName('two-factor'));
    await stay(page).uncheck();
    await button(page).click();
    await expect(code(page)).toBeFocused();
    await expect(code(page)).toHaveAttribute('autocomplete', 'one-time-code');
    await expect(code(page)).toHaveAttribute('inputmode', 'numeric');
    await expect(code(page)).not.toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByRole('alert').filter({ hasText: /./ })).toHaveCount(0);
    await expect(email(page)).toHaveValue(sandbox.userName('two-factor'));
    await expect(password(page)).toHaveValue(PASSWORD);
    await expect(stay(page)).not.toBeChecked();

    await code(page).fill('000000');
    await button(page).click();
    await expect(code(page)).toHaveAttribute('aria-invalid', 'true');
    await expect(code(page)).toHaveAccessibleDescription(/not valid|not accepted/);
    await expect(code(page)).toBeFocused();
    await expect(code(page)).toHaveValue('000000');
    await expect(password(page)).toHaveValue(PASSWORD);

    // As an app shows it.
    await code(page).fill(`${TOTP_CODE.slice(0, 3)} ${TOTP_CODE.slice(3)}`);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/courses');
  });

  test(`who must reset the password is told so, with a link to the vendor (its code in ${place})`, async ({
    page,
    sandbox,
    allow,
  }) => {
    allow.status(400);
    await sandbox.setOptions({ tokenErrorPlace: place });
    await page.goto('/sign-in');
    await fill(page, sandbox.userName('must-reset'));
    await button(page).click();
    const notice = page.getByRole('alert').filter({ hasText: 'has to be reset' });
    await expect(notice).toBeVisible();
    await expect(notice.getByRole('link')).toHaveAttribute('href', /^https:\/\/([\w-]+\.)?nexudus\.com\/?/);
    await expect(password(page)).toHaveValue(PASSWORD);
    await expect(page).toHaveURL('/sign-in');
  });
}

const refusals = [
  {
    title: 'an unknown error',
    body: { error: 'account_frozen_by_pixies' },
    shown: 'account_frozen_by_pixies',
  },
  {
    title: 'an unknown error with words',
    body: { error: 'odd', error_description: 'Your <b>space</b> is closed.' },
    shown: 'Your <b>space</b> is closed.',
  },
  { title: 'a refusal without words', body: {}, shown: /refused the sign-in \(400\)/ },
];
for (const { title, body, shown } of refusals) {
  test(`${title} of the server is shown as it came`, async ({ page, sandbox, allow }) => {
    allow.status(400);
    await sandbox.fail({ path: '/token', fault: { status: 400, body } });
    await page.goto('/sign-in');
    await fill(page, sandbox.userName());
    await button(page).click();
    await expect(page.getByRole('alert').filter({ hasText: shown })).toBeVisible();
    await expect(password(page)).toHaveValue(PASSWORD);
    await button(page).click();
    await expect(page).toHaveURL('/courses');
  });
}

test('without an answer the form says so, keeps what was typed, and the next click works', async ({
  page,
  sandbox,
  allow,
}) => {
  allow.networkErrors();
  // The browser sends a request of a reused connection again by itself.
  await sandbox.fail({ path: '/token', times: 10, fault: { cut: 'before' } });
  await page.goto('/sign-in');
  await fill(page, sandbox.userName());
  await button(page).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Can’t reach Nexudus' })).toBeVisible();
  await expect(password(page)).toHaveValue(PASSWORD);
  await sandbox.stopFailing();
  await button(page).click();
  await expect(page).toHaveURL('/courses');
});

const outages = [
  {
    title: 'a broken server',
    fault: { status: 502, body: '<h1>Bad gateway</h1>' },
    shown: 'Nexudus has a problem',
  },
  {
    title: 'a page instead of an answer',
    fault: { body: '<h1>Log in to Wi-Fi</h1>' },
    shown: 'could not be read',
  },
  { title: 'too many attempts', fault: { status: 429, headers: { 'Retry-After': '9' } }, shown: '9 seconds' },
];
for (const { title, fault, shown } of outages) {
  test(`row 55: ${title} is told in plain words`, async ({ page, sandbox, allow }) => {
    allow.status(502, 429);
    await sandbox.fail({ path: '/token', fault });
    await page.goto('/sign-in');
    await fill(page, sandbox.userName());
    await button(page).click();
    await expect(page.getByRole('alert').filter({ hasText: shown })).toBeVisible();
    await expect(page.getByText(/Bad gateway|Log in to Wi-Fi/)).toHaveCount(0);
  });
}

test('a double click sends one request, and the button shows that it is busy without losing focus', async ({
  page,
  sandbox,
}) => {
  const call = await holdCalls(page, 'POST');
  await page.goto('/sign-in');
  await fill(page, sandbox.userName());
  await button(page).dblclick();
  await expect(page.getByRole('status').filter({ hasText: 'Signing in…' })).toHaveCount(1);
  await expect(button(page)).toHaveAttribute('aria-disabled', 'true');
  await expect(button(page)).toBeFocused();
  await password(page).press('Enter');
  call.release();
  await expect(page).toHaveURL('/courses');
  expect(await sandbox.requests('POST', '/token')).toHaveLength(1);
});
