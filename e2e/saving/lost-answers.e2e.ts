import type { Page } from '@playwright/test';
import { PASSWORD } from '../../sandbox/accounts';
import { COURSES, ONBOARDING_SECTIONS } from '../../sandbox/seed/ids';
import { openAs, signIn } from '../support/session';
import { expect, test } from '../support/test';

const { welcome, gettingIn } = ONBOARDING_SECTIONS;
const course = COURSES.memberOnboarding;
const editPath = (id: number = welcome) => `/sections/${id}/edit`;
const newPath = `/sections/new?courseId=${course}`;
const title = (page: Page) => page.getByRole('textbox', { name: 'Title' });
const save = (page: Page) => page.getByRole('button', { name: 'Save changes' });
const create = (page: Page) => page.getByRole('button', { name: 'Create section', exact: true });
const status = (page: Page) =>
  page.getByRole('status').filter({ hasText: /^(No changes|Unsaved|Saved at|Not saved)/ });
const created = (page: Page) => page.getByRole('status').filter({ hasText: 'Section created' });

test.describe('a save whose answer is no yes', () => {
  for (const [what, fault] of [
    ['row 6: lost after the commit', 'cut'],
    ['row 6: cut off in the middle', 'cut-mid-body'],
    ['row 14: a 500 after the commit', '500-after-commit'],
  ] as const) {
    test(`${what}: is read back, and “Saved” only because it is there`, async ({ page, sandbox, allow }) => {
      allow.networkErrors();
      allow.status(500);
      await openAs(page, sandbox, editPath());
      await title(page).fill(`Arrived [fault:${fault}]`);
      await save(page).click();
      await expect(status(page)).toHaveText(/^Saved at/);
      await expect(page.getByText(/reading the section confirmed the save/)).toBeVisible();
      if (fault.startsWith('500')) await expect(page.getByText('“An error has occurred.”')).toBeVisible();
      expect((await sandbox.writes()).filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
    });
  }

  test('row 14: a 500 before the commit is not saved, says so with the server’s words, and can be saved again', async ({
    page,
    sandbox,
    allow,
  }) => {
    allow.status(500);
    await openAs(page, sandbox, editPath());
    await title(page).fill('Arrives at last [fault:500-ooops-once]');
    await save(page).click();
    await expect(page.getByRole('alert')).toContainText(
      'Ooops! There was a problem while running this action',
    );
    await expect(page.getByRole('alert')).toContainText('Title did not arrive. Save again.');
    await expect(status(page)).toHaveText('Not saved');
    expect(await sandbox.writes()).toHaveLength(1);
    await save(page).click();
    await expect(status(page)).toHaveText(/^Saved at/);
    expect(await sandbox.writes()).toHaveLength(2);
  });
});

test.describe('a create whose answer is no yes', () => {
  test('row 1, 2: a connection cut after the commit makes no section twice unseen', async ({
    page,
    sandbox,
    allow,
  }) => {
    allow.networkErrors();
    const before = (await sandbox.sectionsOf(course)).length;
    await openAs(page, sandbox, newPath);
    await title(page).fill('Cut once');
    await sandbox.fail({ method: 'POST', path: '/content/', fault: { cut: 'afterCommit' } });
    await create(page).click();
    // Chromium itself may have sent it again on a connection that it used before: then both are shown.
    await expect(created(page).or(page.getByText('Created twice'))).toBeVisible({ timeout: 20_000 });
    const made = (await sandbox.sectionsOf(course)).length - before;
    await expect(page.getByText('Created twice')).toBeVisible({ visible: made > 1 });
    expect(made).toBe((await sandbox.writes()).length);
  });
});

test('row 7: a session that ends in mid-edit asks over the form, and one click saves after it', async ({
  page,
  sandbox,
  allow,
}) => {
  allow.status(400, 401);
  await signIn(page, sandbox, editPath());
  await title(page).fill('Typed before the session ended');
  await sandbox.revokeTokens();
  await save(page).click();
  const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
  await expect(dialog).toBeVisible();
  await dialog.getByLabel('Password').fill(PASSWORD);
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  await expect(dialog).toBeHidden();
  await expect(title(page)).toHaveValue('Typed before the session ended');
  // What the summary says is still true now.
  await expect(page.getByRole('alert').filter({ hasText: 'Your session had ended' })).toBeVisible();
  await save(page).click();
  await expect(status(page)).toHaveText(/^Saved at/);
  expect((await sandbox.read('sections', welcome)).Title).toBe('Typed before the session ended');
});

test('row 36, 59: an answer that comes late never shows in the form of another section', async ({
  page,
  sandbox,
}) => {
  await sandbox.edit('sections', welcome, { Title: 'The slow one' });
  await sandbox.edit('sections', gettingIn, { Title: 'The quick one' });
  await openAs(page, sandbox, `/courses/${course}/sections`);
  await sandbox.fail({
    method: 'GET',
    path: `/content/coursesections/${welcome}`,
    fault: { delayMs: 2500 },
  });
  await page.getByRole('link', { name: 'The slow one' }).click();
  await expect(page).toHaveURL(editPath());
  await page.goBack();
  await page.getByRole('link', { name: 'The quick one' }).click();
  await expect(title(page)).toHaveValue('The quick one');
  await expect
    .poll(async () => {
      const all = await sandbox.requests('GET', `/content/coursesections/${welcome}`);
      return all.every(({ ms }) => ms !== null);
    })
    .toBe(true);
  await expect(title(page)).toHaveValue('The quick one');
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test.describe('a true status', () => {
  for (const [file, words] of [
    ['not-stored-1.png', 'the stored image is the same as before'],
    ['new.png', ''],
  ] as const) {
    test(`says whether the image really changed: ${file}`, async ({ page, sandbox }) => {
      await openAs(page, sandbox, editPath(gettingIn));
      await page.getByRole('radio', { name: 'Replace with an image from a URL' }).check();
      await page.getByRole('textbox', { name: 'Image URL' }).fill(`https://images.example/${file}`);
      await save(page).click();
      await expect(status(page)).toHaveText(/^Saved at/);
      const note = page.getByText(/stored image is the same as before/);
      await expect(note).toHaveCount(words === '' ? 0 : 1);
    });
  }
});
