import type { Page } from '@playwright/test';
import { COURSES, ONBOARDING_SECTIONS } from '../../sandbox/seed/ids';
import { draftsIn, expectDraft } from '../support/drafts';
import { openAs, signIn } from '../support/session';
import { expect, test } from '../support/test';

const { welcome } = ONBOARDING_SECTIONS;
const editPath = `/sections/${welcome}/edit`;
const title = (page: Page) => page.getByRole('textbox', { name: 'Title' });
const order = (page: Page) => page.getByRole('textbox', { name: 'Display order' });
const status = (page: Page) =>
  page.getByRole('status').filter({ hasText: /^(No changes|Unsaved|Saved at|Not saved)/ });
const save = (page: Page) => page.getByRole('button', { name: 'Save changes' });
const isOpenTwice = (page: Page) => page.getByText('This section is open in another tab, too');
const isNewer = (page: Page) => page.getByText('Newer version on the server');

/** What a browser tells a page whose window comes to the front. */
const comeBack = (page: Page) => page.evaluate(() => dispatchEvent(new Event('focus')));

test.describe('the same section in two tabs', () => {
  test('row 33: is noticed in both, each keeps a draft of its own, and the second save merges', async ({
    page,
    context,
    sandbox,
  }) => {
    await signIn(page, sandbox, editPath);
    const other = await context.newPage();
    await other.goto(editPath);
    await expect(isOpenTwice(page)).toBeVisible();
    await expect(isOpenTwice(other)).toBeVisible();

    await title(page).fill('From the first tab');
    await order(other).fill('55');
    await expectDraft(page, ({ values }) => values['title'] === 'From the first tab');
    await expectDraft(page, ({ values }) => values['displayOrder'] === '55');
    expect(await draftsIn(page)).toHaveLength(2);

    await save(page).click();
    await expect(status(page)).toHaveText(/^Saved at/);
    await expect(isNewer(other)).toBeVisible();
    await expect(order(other)).toHaveValue('55');
    await save(other).click();
    await expect(other.getByText(/Kept the change of Title/)).toBeVisible();
    await expect(title(other)).toHaveValue('From the first tab');
    expect(await sandbox.read('sections', welcome)).toMatchObject({
      Title: 'From the first tab',
      DisplayOrder: 55,
    });
    await expect(title(page)).toHaveValue('From the first tab');
    await expect(order(page)).toHaveValue('55');
    await expect(status(page)).not.toHaveText('Unsaved changes');

    await other.close();
    await comeBack(page);
    await expect(isOpenTwice(page)).toBeHidden();
  });

  test('says nothing of what is typed or stored to the other tabs', async ({ page, context, sandbox }) => {
    await signIn(page, sandbox, editPath);
    const other = await context.newPage();
    await other.goto('/courses');
    const words = other.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const heard: unknown[] = [];
          new BroadcastChannel('nexudus-sections.open').addEventListener('message', ({ data }) => {
            heard.push(data);
            if ((data as { type: string }).type === 'saved') resolve(JSON.stringify(heard));
          });
        }),
    );
    await title(page).fill('A secret title');
    await save(page).click();
    const said = await words;
    expect(said).toContain(`section:${welcome}`);
    expect(said).not.toContain('secret');
    expect(said).not.toMatch(/@|token/i);
  });
});

test.describe('a newer version on the server', () => {
  test('row 34: is told on coming back, and leaves a form with changes alone', async ({ page, sandbox }) => {
    await openAs(page, sandbox, editPath);
    await title(page).fill('Mine');
    await sandbox.edit('sections', welcome, { DisplayOrder: 66, UpdatedBy: 'colleague@example.com' });
    // The code that looks may still be on its way.
    await expect(async () => {
      await comeBack(page);
      await expect(isNewer(page)).toBeVisible({ timeout: 1000 });
    }).toPass();
    await expect(page.getByText(/colleague@example\.com saved this section meanwhile/)).toBeVisible();
    await expect(title(page)).toHaveValue('Mine');
    await expect(order(page)).not.toHaveValue('66');
    expect(await sandbox.writes()).toEqual([]);

    await page.getByRole('button', { name: 'Take its changes into the form' }).click();
    await expect(order(page)).toHaveValue('66');
    await expect(title(page)).toHaveValue('Mine');
    await expect(isNewer(page)).toBeHidden();
    await expect(status(page)).toHaveText('Unsaved changes');
  });

  test('takes the place of the old one in a form without changes', async ({ page, sandbox }) => {
    await openAs(page, sandbox, editPath);
    await expect(title(page)).not.toHaveValue('');
    await sandbox.edit('sections', welcome, { Title: 'Renamed elsewhere' });
    await expect
      .poll(async () => {
        await comeBack(page);
        return title(page).inputValue();
      })
      .toBe('Renamed elsewhere');
    await expect(status(page)).toHaveText('No changes');
    await expect(isNewer(page)).toBeHidden();
  });
});

test('row 8: offline, a save says “Not sent” at once, and nothing goes out later by itself', async ({
  page,
  context,
  sandbox,
  allow,
}) => {
  allow.networkErrors();
  await openAs(page, sandbox, editPath);
  await title(page).fill('Typed under way');
  await expectDraft(page, ({ values }) => values['title'] === 'Typed under way');
  await context.setOffline(true);
  await save(page).click();
  await expect(page.getByRole('alert')).toContainText('Not sent');
  await expect(status(page)).toHaveText('Not saved');
  await context.setOffline(false);
  await comeBack(page);
  await expect.poll(async () => (await sandbox.requests('GET', '/content/')).length).toBeGreaterThan(1);
  expect(await sandbox.writes()).toEqual([]);
  await expect(title(page)).toHaveValue('Typed under way');
  await save(page).click();
  await expect(status(page)).toHaveText(/^Saved at/);
  expect(await sandbox.writes()).toHaveLength(1);
});

test.describe('a deployment while a page is open', () => {
  test('row 35: keeps the form, says that a new version is out, and still saves', async ({
    page,
    sandbox,
    allow,
  }) => {
    allow.status(404);
    await openAs(page, sandbox, editPath);
    await title(page).fill('Older than the deployment');
    await expectDraft(page, ({ values }) => values['title'] === 'Older than the deployment');
    await page.route('**/assets/**', (route) => route.fulfill({ status: 404, body: 'gone' }));
    await page.route(/\/$/, (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: '<script type="module" crossorigin src="/assets/index-new.js"></script>',
      }),
    );
    await page.getByRole('tab', { name: 'Preview' }).click();
    await expect(page.getByText('A new version is out.', { exact: false })).toBeVisible();
    await expect(title(page)).toHaveValue('Older than the deployment');
    await save(page).click();
    await expect(status(page)).toHaveText(/^Saved at/);
    expect((await sandbox.read('sections', welcome)).Title).toBe('Older than the deployment');
  });

  test('reloads a page without changes by itself, once', async ({ page, sandbox, allow }) => {
    allow.status(404);
    await openAs(page, sandbox, '/courses');
    await expect(page.getByRole('heading', { level: 1, name: 'Courses' })).toBeVisible();
    await page.route('**/assets/CreateSectionPage*', (route) => route.fulfill({ status: 404, body: 'gone' }));
    let loads = 0;
    page.on('load', () => (loads += 1));
    await page.goto(`/sections/new?courseId=${COURSES.memberOnboarding}`);
    await expect(page.getByRole('heading', { level: 1, name: 'A new version is out' })).toBeVisible();
    await expect.poll(() => loads).toBe(2);
    await expect(page.getByRole('button', { name: 'Reload' })).toBeVisible();
    expect(loads).toBe(2);
  });
});

test('row 26: a page that comes back from the cache shows nothing before the session was looked at', async ({
  page,
  context,
  sandbox,
}) => {
  await signIn(page, sandbox, editPath);
  await title(page).fill('Private');
  await expectDraft(page, ({ values }) => values['title'] === 'Private');
  // What the browser does when the page goes into the cache and another tab signs out meanwhile.
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
  await expect(title(page)).toBeHidden();
  const other = await context.newPage();
  await other.goto('/courses');
  await other.getByRole('button', { name: 'Sign out' }).click();
  await expect(other).toHaveURL(/sign-in/);
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  await expect(page).toHaveURL(/sign-in/);
  await expect(page.getByLabel('Email')).toBeVisible();
});
