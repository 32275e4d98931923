import type { Page } from '@playwright/test';
import { PASSWORD } from '../../sandbox/accounts';
import { COURSES, ONBOARDING_SECTIONS } from '../../sandbox/seed/ids';
import type { SandboxWorld } from '../support/sandbox';
import { heading } from '../support/pages/heading';
import { expectAllRead, sectionForm } from '../support/pages/sectionForm';
import { openAs, signIn } from '../support/session';
import { expect, test } from '../support/test';

const editPath = `/sections/${ONBOARDING_SECTIONS.welcome}/edit`;
const sectionsPath = `/courses/${COURSES.memberOnboarding}/sections`;

const course = (page: Page) => page.getByRole('link', { name: 'Member onboarding', exact: true });
const sections = (page: Page) => page.getByRole('list', { name: 'Sections' }).getByRole('listitem');
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Your session has ended' });

async function renewals(sandbox: SandboxWorld): Promise<number> {
  const calls = await sandbox.requests('POST', '/token');
  return calls.filter(({ body }) => JSON.stringify(body).includes('refresh_token')).length;
}

async function signInAgain(page: Page): Promise<void> {
  await dialog(page).getByLabel('Password').fill(PASSWORD);
  await dialog(page).getByRole('button', { name: 'Sign in' }).click();
}

test('a missing role, said by a 401, neither ends the session nor loops', async ({
  page,
  sandbox,
  allow,
}) => {
  allow.status(401);
  await signIn(page, sandbox, editPath, 'no-read');
  await expect(page.getByText('CourseSection-Read').first()).toBeVisible();
  await expect(dialog(page)).toHaveCount(0);
  expect(await renewals(sandbox)).toBe(1);
  expect((await sandbox.requests('GET')).length).toBeLessThan(5);
});

test('a new tab takes over the session of an open one without asking', async ({ page, context, sandbox }) => {
  await signIn(page, sandbox);
  await sandbox.forgetRequests();
  const second = await context.newPage();
  await second.goto(sectionsPath);
  await expect(sections(second)).toHaveCount(6);
  await expect(second.getByText(sandbox.userName())).toBeVisible();
  expect(await sandbox.requests('POST', '/token')).toEqual([]);
  await page.close();
  await second.getByRole('link', { name: 'Courses' }).first().click();
  await expect(course(second)).toBeVisible();
});

test('row 26: signing out in one tab signs out all, and shows nothing that was read', async ({
  page,
  context,
  sandbox,
}) => {
  await signIn(page, sandbox);
  await course(page).click();
  await expect(sections(page)).toHaveCount(6);
  const second = await context.newPage();
  await second.goto(editPath);
  await sectionForm(second).title.fill('Half a thought');
  await page.getByRole('button', { name: 'Sign out' }).click();
  for (const tab of [page, second]) {
    await expect(heading(tab, 'Sign in')).toBeVisible();
    await expect(tab.getByText(/Harbour House|Half a thought|Member onboarding/)).toHaveCount(0);
    await expect(tab.getByText(sandbox.userName())).toHaveCount(0);
  }
  // Who signed out begins anew; who was signed out comes back to where the work was.
  await expect(page).toHaveURL('/sign-in');
  await expect(second).toHaveURL(`/sign-in?next=${encodeURIComponent(editPath)}`);
  await expect(second.getByText('You were signed out in another tab.')).toBeVisible();
  await sandbox.forgetRequests();
  await page.goBack();
  await expect(heading(page, 'Sign in')).toBeVisible();
  await second.reload();
  await expect(heading(second, 'Sign in')).toBeVisible();
  await expect(second.getByLabel('Email')).toBeFocused();
  await expect(second.getByText('You were signed out in another tab.')).toHaveCount(0);
  expect(await sandbox.requests()).toEqual([]);
});

test('signing out forgets “Stay signed in on this tab”', async ({ page, sandbox }) => {
  await openAs(page, sandbox, '/courses');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(heading(page, 'Sign in')).toBeVisible();
  await page.goto('/courses');
  await expect(heading(page, 'Sign in')).toBeVisible();
  await expect(course(page)).toHaveCount(0);
});

test.describe('a session that ends during work', () => {
  test.beforeEach(({ allow }) => allow.status(400, 401));

  test('row 38: asks once for many refused calls, and reads them after the sign-in', async ({
    page,
    sandbox,
  }) => {
    await signIn(page, sandbox);
    await expect(course(page)).toBeVisible();
    await sandbox.revokeTokens();
    await course(page).click();
    await expect(dialog(page)).toBeVisible();
    await expect(page.getByRole('dialog')).toHaveCount(1);
    await expect(dialog(page).getByLabel('Password')).toBeFocused();
    await expect(dialog(page).getByLabel('Email')).toHaveValue(sandbox.userName());
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toBeVisible();
    await signInAgain(page);
    await expect(dialog(page)).toHaveCount(0);
    await expect(sections(page)).toHaveCount(6);
    await expect(page).toHaveURL(sectionsPath);
  });

  test('row 7: asks before another account goes on with the work', async ({ page, sandbox }) => {
    const form = sectionForm(page);
    await openAs(page, sandbox, editPath);
    await form.title.fill('Whose is this?');
    await expectAllRead(form);
    await sandbox.revokeTokens();
    await page.getByRole('button', { name: 'Save changes' }).click();
    const other = dialog(page).getByRole('button', { name: 'Use another account' });
    await expect(dialog(page).getByLabel('Email')).toHaveAttribute('readonly', '');
    await other.click();
    await expect(dialog(page).getByText(/saved under another name/)).toContainText(sandbox.userName());
    await expect(dialog(page).getByLabel('Email')).toHaveCount(0);
    const stay = dialog(page).getByRole('button', { name: 'Stay with this account' });
    await expect(stay).toBeFocused();
    await stay.click();
    await expect(dialog(page).getByLabel('Email')).toHaveValue(sandbox.userName());

    await other.click();
    await other.click();
    await dialog(page).getByLabel('Email').fill(sandbox.userName('colleague'));
    await signInAgain(page);
    await expect(dialog(page)).toHaveCount(0);
    await page.getByRole('button', { name: 'Save changes' }).click();
    await expect(page.getByRole('status').filter({ hasText: /^Saved at/ })).toBeVisible();
    expect((await sandbox.writes()).at(-1)).toMatchObject({ userName: sandbox.userName('colleague') });
  });

  test('is not continued by somebody else’s sign-in in another tab, but by one’s own', async ({
    page,
    context,
    sandbox,
  }) => {
    const form = sectionForm(page);
    await signIn(page, sandbox, editPath);
    await form.title.fill('Mine');
    await expectAllRead(form);
    await sandbox.revokeTokens();
    await page.getByRole('button', { name: 'Save changes' }).click();
    await expect(dialog(page)).toBeVisible();
    const second = await context.newPage();
    await signIn(second, sandbox, '/courses', 'colleague');
    await expect(course(second)).toBeVisible();
    await expect(dialog(page)).toBeVisible();
    const third = await context.newPage();
    await third.goto('/courses');
    await expect(third.getByText(sandbox.userName('colleague'))).toBeVisible();
    await expect(dialog(page)).toBeVisible();
    await signInAgain(page);
    await expect(dialog(page)).toHaveCount(0);
    await expect(form.title).toHaveValue('Mine');
    await expect(page.getByText(sandbox.userName(), { exact: true })).toBeVisible();
  });
});

/** All that a page leaves where another page, or a person at the machine, could find it. */
async function leftBehind(page: Page): Promise<Record<'tab' | 'rest', string>> {
  const { tab, rest } = await page.evaluate(async () => ({
    tab: JSON.stringify(Object.entries(sessionStorage)),
    rest: JSON.stringify([
      Object.entries(localStorage),
      location.href,
      history.state,
      document.cookie,
      window.name,
      await indexedDB.databases(),
      performance.getEntriesByType('resource').map(({ name }) => name),
    ]),
  }));
  return { tab, rest };
}

interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
}

for (const isKept of [false, true]) {
  test(`no secret is left in the browser ${isKept ? 'but the access token in the tab that asked for it' : 'at all'}`, async ({
    page,
    sandbox,
    allow,
  }) => {
    allow.status(401);
    const secrets: Tokens[] = [];
    // Read on the way: the browser does not always give the body of an answer that the page has taken.
    await page.route('**/api/token', async (route) => {
      const response = await route.fetch({ maxRetries: 2 });
      secrets.push((await response.json()) as Tokens);
      await route.fulfill({ response });
    });
    await page.goto('/sign-in');
    await page.getByLabel('Email').fill(sandbox.userName());
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('checkbox', { name: 'Stay signed in' }).setChecked(isKept);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(course(page)).toBeVisible();
    await sandbox.revokeTokens('access');
    await course(page).click();
    await expect(sections(page)).toHaveCount(6);
    expect(secrets).toHaveLength(2);

    const { tab, rest } = await leftBehind(page);
    for (const { access_token, refresh_token } of secrets) {
      expect(tab + rest).not.toContain(refresh_token);
      expect(rest).not.toContain(access_token);
    }
    expect(tab + rest).not.toContain(PASSWORD);
    expect(tab.includes(secrets[1]?.access_token ?? '?')).toBe(isKept);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(heading(page, 'Sign in')).toBeVisible();
    expect((await leftBehind(page)).tab).not.toContain(secrets[1]?.access_token);
  });
}
