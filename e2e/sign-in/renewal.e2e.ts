import type { Page } from '@playwright/test';
import { ONBOARDING_SECTIONS } from '../../sandbox/seed/ids';
import type { SandboxWorld } from '../support/sandbox';
import { sectionForm } from '../support/pages/sectionForm';
import { signIn } from '../support/session';
import { expect, test } from '../support/test';

const editPath = `/sections/${ONBOARDING_SECTIONS.welcome}/edit`;

const course = (page: Page) => page.getByRole('link', { name: 'Member onboarding', exact: true });
const sections = (page: Page) => page.getByRole('list', { name: 'Sections' }).getByRole('listitem');
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Your session has ended' });

async function renewals(sandbox: SandboxWorld): Promise<number> {
  const calls = await sandbox.requests('POST', '/token');
  return calls.filter(({ body }) => JSON.stringify(body).includes('refresh_token')).length;
}

test.describe('a session is renewed', () => {
  test('shortly before the token ends, not sooner, and with no call refused', async ({ page, sandbox }) => {
    const form = sectionForm(page);
    await sandbox.setOptions({ tokenSeconds: 3600 });
    await page.clock.install();
    await signIn(page, sandbox);
    await expect(course(page)).toBeVisible();
    await page.clock.fastForward(3_500_000);
    await course(page).click();
    await expect(sections(page)).toHaveCount(6);
    expect(await renewals(sandbox)).toBe(0);

    await page.clock.fastForward(60_000);
    await page.getByRole('link', { name: 'Welcome to Harbour House' }).click();
    await expect(form.title).toHaveValue('Welcome to Harbour House');
    expect(await renewals(sandbox)).toBe(1);
    const reads = await sandbox.requests('GET');
    expect(new Set(reads.map(({ status }) => status))).toEqual(new Set([200]));
  });

  test('row 38: once for several calls that are refused together, and each is repeated once', async ({
    page,
    sandbox,
    allow,
  }) => {
    allow.status(401);
    await signIn(page, sandbox);
    await expect(course(page)).toBeVisible();
    await sandbox.revokeTokens('access');
    await sandbox.forgetRequests();
    await course(page).click();
    await expect(sections(page)).toHaveCount(6);
    await expect(sections(page).first()).toContainText('Available at once');
    expect(await renewals(sandbox)).toBe(1);
    const reads = await sandbox.requests('GET');
    const refused = reads.filter(({ status }) => status === 401);
    expect(refused.length).toBeGreaterThan(1);
    const tries = refused.map(({ path, search }) =>
      reads.filter((read) => read.path === path && read.search === search).map(({ status }) => status),
    );
    expect(new Set(tries.map((statuses) => statuses.join(' ')))).toEqual(new Set(['401 200']));
    await expect(dialog(page)).toHaveCount(0);
  });

  test('by one tab for both', async ({ page, context, sandbox, allow }) => {
    allow.status(401);
    await signIn(page, sandbox);
    const second = await context.newPage();
    await second.goto('/courses');
    for (const tab of [page, second]) await expect(course(tab)).toBeVisible();
    await sandbox.revokeTokens('access');
    await sandbox.forgetRequests();
    await Promise.all([course(page).click(), course(second).click()]);
    for (const tab of [page, second]) await expect(sections(tab)).toHaveCount(6);
    expect(await renewals(sandbox)).toBe(1);
  });

  test('also during a save, which is then sent once more and stored once', async ({
    page,
    sandbox,
    allow,
  }) => {
    const form = sectionForm(page);
    allow.status(401);
    await signIn(page, sandbox, editPath);
    await form.title.fill('Renewed on the way');
    await sandbox.revokeTokens('access');
    await page.getByRole('button', { name: 'Save changes' }).click();
    await expect(page.getByRole('status').filter({ hasText: /^Saved at/ })).toBeVisible();
    const stored = (await sandbox.writes()).filter(({ status }) => status === 200);
    expect(stored).toHaveLength(1);
    expect(await renewals(sandbox)).toBe(1);
  });

  test('later, when the server could not be asked: the session stays', async ({ page, sandbox, allow }) => {
    allow.status(401, 503);
    await signIn(page, sandbox);
    await expect(course(page)).toBeVisible();
    await sandbox.revokeTokens('access');
    await sandbox.fail({ method: 'POST', path: '/token', times: 99, fault: { status: 503 } });
    await course(page).click();
    await expect(page.getByText('Nexudus has a problem')).toBeVisible();
    await expect(dialog(page)).toHaveCount(0);
    await sandbox.stopFailing();
    await page.getByRole('button', { name: 'Retry' }).click();
    await expect(sections(page)).toHaveCount(6);
  });
});
