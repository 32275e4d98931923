import type { Page, Route } from '@playwright/test';
import { PASSWORD } from '../../sandbox/accounts';
import { sectionForm, watchSaveStatus } from '../support/pages/sectionForm';
import { COURSE, NEW_SECTION, SECTION, SECTIONS_PATH, submit } from '../support/pages/sectionPages';
import type { SandboxWorld } from '../support/sandbox';
import { signIn } from '../support/session';
import { expect, test } from '../support/test';

/** The session ends with the next call of this address: what the page still reads for itself doesn't find it ended. */
async function endSessionAt(page: Page, sandbox: SandboxWorld, url: string): Promise<void> {
  const endFirst = async (route: Route) => {
    await sandbox.revokeTokens();
    await route.continue();
  };
  await page.route(url, endFirst, { times: 1 });
}

const ended = (page: Page) => page.getByRole('dialog', { name: 'Your session has ended' });

async function signInAgain(page: Page): Promise<void> {
  await expect(ended(page)).toBeVisible();
  await expect(ended(page).getByLabel('Password')).toBeFocused();
  await ended(page).getByLabel('Password').fill(PASSWORD);
  await ended(page).getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(ended(page)).toHaveCount(0);
}

test.describe('a session that ended', () => {
  test.beforeEach(({ allow }) => allow.status(400, 401));

  test('row 7: asks over the form of a stored section; then one click saves', async ({ page, sandbox }) => {
    const form = sectionForm(page);
    await signIn(page, sandbox, `/sections/${SECTION}/edit`);
    const phrases = await watchSaveStatus(page);
    await form.title.fill('Fire drill');
    await form.introduction.fill('<p>Leave by the stairs.</p>');
    await endSessionAt(page, sandbox, `**${SECTIONS_PATH}/${SECTION}`);
    await form.save.click();
    await signInAgain(page);
    await expect(form.title).toHaveValue('Fire drill');
    await expect(form.introduction).toHaveValue('<p>Leave by the stairs.</p>');
    await expect(form.saveStatus).toHaveText('Not saved');
    await expect(form.summary).toContainText('Not sent. Nothing was saved.');
    // What the summary says is still true now.
    await expect(form.summary.getByRole('link')).toHaveText([
      'Not saved: your session ended. Sign in, then save.',
    ]);
    expect((await phrases()).join()).not.toContain('Saved at');
    expect(await sandbox.writes()).toEqual([]);

    await form.save.click();
    await expect(form.saveStatus).toHaveText(/^Saved at/);
    expect(await sandbox.writes()).toHaveLength(1);
    const stored = { Title: 'Fire drill', SectionContents: '<p>Leave by the stairs.</p>' };
    expect(await sandbox.read('sections', SECTION)).toMatchObject(stored);
  });

  test('asks over the form of a new section; then one click creates', async ({ page, sandbox }) => {
    const form = sectionForm(page);
    await signIn(page, sandbox, `/sections/new?courseId=${COURSE}`);
    await form.title.fill('Fire drill');
    await endSessionAt(page, sandbox, `**${SECTIONS_PATH}?*`);
    await submit(page, NEW_SECTION);
    await signInAgain(page);
    await expect(form.title).toHaveValue('Fire drill');
    expect(await sandbox.writes()).toEqual([]);
    await submit(page, NEW_SECTION);
    await expect(page.getByText('Section created')).toBeVisible();
    expect(await sandbox.writes()).toHaveLength(1);
  });

  test('between the read and the write is no save either', async ({ page, sandbox }) => {
    const form = sectionForm(page);
    await signIn(page, sandbox, `/sections/${SECTION}/edit`);
    await form.title.fill('Fire drill');
    await endSessionAt(page, sandbox, `**${SECTIONS_PATH}`);
    await form.save.click();
    await signInAgain(page);
    await expect(form.saveStatus).toHaveText('Not saved');
    await form.save.click();
    await expect(form.saveStatus).toHaveText(/^Saved at/);
    expect((await sandbox.writes()).map(({ status }) => status)).toEqual([401, 200]);
  });

  test('is renewed unseen while it can be: the click saves', async ({ page, sandbox }) => {
    const form = sectionForm(page);
    await signIn(page, sandbox, `/sections/${SECTION}/edit`);
    await form.title.fill('Fire drill');
    await sandbox.revokeTokens('access');
    await form.save.click();
    await expect(form.saveStatus).toHaveText(/^Saved at/);
    await expect(ended(page)).toHaveCount(0);
    expect(await sandbox.writes()).toHaveLength(1);
  });
});
