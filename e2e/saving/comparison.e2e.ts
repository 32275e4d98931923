import type { Page } from '@playwright/test';
import { ONBOARDING_SECTIONS } from '../../sandbox/seed/ids';
import { expectAxeClean } from '../support/axe';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

const { welcome } = ONBOARDING_SECTIONS;
const editPath = `/sections/${welcome}/edit`;
const title = (page: Page) => page.getByRole('textbox', { name: 'Title' });
const introduction = (page: Page) => page.getByRole('textbox', { name: 'Introduction' });
const save = (page: Page) => page.getByRole('button', { name: 'Save changes' });
const status = (page: Page) =>
  page.getByRole('status').filter({ hasText: /^(No changes|Unsaved|Saved at|Not saved)/ });

test.describe('row 4: a colleague saved the same section meanwhile', () => {
  test('a change of another field is kept and told', async ({ page, sandbox }) => {
    await openAs(page, sandbox, editPath);
    await title(page).fill('My title');
    await sandbox.edit('sections', welcome, { DisplayOrder: 41, UpdatedBy: 'ann@example.com' });
    await save(page).click();
    await expect(page.getByText('Kept the change of Display order by ann@example.com.')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Display order' })).toHaveValue('41');
    await expect(status(page)).toHaveText(/^Saved at/);
    expect(await sandbox.read('sections', welcome)).toMatchObject({ Title: 'My title', DisplayOrder: 41 });
  });

  test('the same field on both sides is compared: before, theirs, mine, and nothing chosen', async ({
    page,
    sandbox,
  }) => {
    // axe looks at every element, twice.
    test.slow();
    await sandbox.edit('sections', welcome, {
      Title: 'Before',
      SectionContents: '<p>One</p><p>Two words here</p><p>Three</p>',
    });
    await openAs(page, sandbox, editPath);
    await title(page).fill('Mine');
    await introduction(page).fill('<p>One</p><p>Two words of mine</p><p>Three</p>');
    await sandbox.edit('sections', welcome, {
      Title: 'Theirs',
      SectionContents: '<p>One</p><p>Two words there</p><p>Three</p>',
      UpdatedBy: 'ann@example.com',
    });
    await save(page).click();

    await expect(page.getByRole('alert')).toContainText('ann@example.com has changed Title and Introduction');
    const titles = page.getByRole('group', { name: 'Title' });
    const html = page.getByRole('group', { name: 'Introduction', exact: true });
    await expect(titles).toContainText('Before');
    await expect(titles.getByRole('radio', { name: 'Keep theirs' })).toHaveAccessibleDescription('Theirs');
    await expect(titles.getByRole('radio', { name: 'Keep mine' })).toHaveAccessibleDescription('Mine');
    await expect(html.getByRole('group', { name: 'What they changed' }).locator('ins')).toContainText(
      'there',
    );
    await expect(html.getByRole('group', { name: 'What you changed' }).locator('ins')).toContainText('mine');
    await expect(html.getByRole('group', { name: 'What you changed' }).locator('del')).toContainText('here');
    await expect(page.getByRole('radio', { name: /^Keep (mine|theirs)$/, checked: true })).toHaveCount(0);
    await expectAxeClean(page);
    expect(await sandbox.writes()).toEqual([]);

    await titles.getByRole('radio', { name: 'Keep theirs' }).check();
    const use = page.getByRole('button', { name: 'Use these choices' });
    await use.click({ force: true });
    await expect(page.getByText('Choose for each field (1 to go).')).toBeVisible();
    await html.getByRole('radio', { name: 'Keep mine' }).check();
    await use.click();
    await expect(title(page)).toHaveValue('Theirs');
    await save(page).click();
    await expect(status(page)).toHaveText(/^Saved at/);
    expect(await sandbox.read('sections', welcome)).toMatchObject({
      Title: 'Theirs',
      SectionContents: '<p>One</p><p>Two words of mine</p><p>Three</p>',
    });
  });
});

test('row 4: typing over a kept change while the comparison is open is asked about, too', async ({
  page,
  sandbox,
}) => {
  await openAs(page, sandbox, editPath);
  await title(page).fill('Mine');
  await sandbox.edit('sections', welcome, { Title: 'Theirs', SectionContents: '<p>Theirs</p>' });
  await save(page).click();
  await page.getByRole('group', { name: 'Title' }).getByRole('radio', { name: 'Keep mine' }).check();
  await introduction(page).fill('<p>Mine, typed later</p>');
  await page.getByRole('button', { name: 'Use these choices' }).click();
  const html = page.getByRole('group', { name: 'Introduction', exact: true });
  await expect(html.getByRole('radio', { checked: true })).toHaveCount(0);
  await html.getByRole('radio', { name: 'Keep theirs' }).check();
  await page.getByRole('button', { name: 'Use these choices' }).click();
  await expect(introduction(page)).toHaveValue('<p>Theirs</p>');
  await expect(title(page)).toHaveValue('Mine');
});

test('row 5: a section that was deleted meanwhile can be created again from what was typed', async ({
  page,
  sandbox,
  allow,
}) => {
  allow.status(404);
  await openAs(page, sandbox, editPath);
  await title(page).fill('Still here');
  await sandbox.remove('sections', welcome);
  await save(page).click();
  await expect(page.getByText('This section has been deleted in the meantime.')).toBeVisible();
  await expect(title(page)).toHaveValue('Still here');
  await page.getByRole('button', { name: 'Create it again from my version' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'New section' })).toBeVisible();
  await expect(title(page)).toHaveValue('Still here');
  await page.getByRole('button', { name: 'Create section', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Section created' })).toBeVisible();
});
