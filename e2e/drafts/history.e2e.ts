import type { Page } from '@playwright/test';
import { ONBOARDING_SECTIONS } from '../../sandbox/seed/ids';
import { expectAxeClean } from '../support/axe';
import { sectionForm } from '../support/pages/sectionForm';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

const { welcome } = ONBOARDING_SECTIONS;
/** The panel. */
const versions = (page: Page) =>
  page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name: 'Earlier versions' }) });
const editPath = `/sections/${welcome}/edit`;

test('an earlier version that this browser saw can be looked at and put back into the form', async ({
  page,
  sandbox,
}) => {
  const form = sectionForm(page);
  await sandbox.edit('sections', welcome, {
    Title: 'The first title',
    DisplayOrder: 11,
    UpdatedBy: 'ann@example.com',
  });
  await openAs(page, sandbox, editPath);
  await expect(page.getByRole('heading', { level: 2, name: 'Earlier versions' })).toBeVisible();
  await expect(page.getByText('This browser has seen no other version yet.')).toBeVisible();

  await form.title.fill('The second title');
  await page.getByRole('textbox', { name: 'Display order' }).fill('12');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(form.saveStatus).toHaveText(/^Saved at/);
  // Under its day, with what is known of how it came about; the whole moment is there for the pointer.
  const earlier = versions(page).getByText(/^First seen here · ann@example\.com · \d/);
  await expect(earlier).toBeVisible();
  await expect(earlier.getByRole('time')).toHaveAttribute('title', /\d{4}, \d{1,2}:\d{2}/);
  await earlier.click();
  await expect(page.getByText('Stored now: The second title')).toBeVisible();
  await expect(page.getByText('Then: The first title')).toBeVisible();

  await page.getByRole('button', { name: /^Restore Title of/ }).click();
  await expect(form.title).toHaveValue('The first title');
  await expect(form.title).toBeFocused();
  await expect(page.getByRole('textbox', { name: 'Display order' })).toHaveValue('12');
  await expect(form.saveStatus).toHaveText('Unsaved changes');
  await page.getByRole('button', { name: /^Restore all of/ }).click();
  await expect(page.getByRole('textbox', { name: 'Display order' })).toHaveValue('11');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(form.saveStatus).toHaveText(/^Saved at/);
  expect(await sandbox.read('sections', welcome)).toMatchObject({
    Title: 'The first title',
    DisplayOrder: 11,
  });
});

test('the history survives a reload and notes what a colleague saved', async ({ page, sandbox }) => {
  const form = sectionForm(page);
  // axe looks at every element, twice.
  test.slow();
  await openAs(page, sandbox, editPath);
  await expect(page.getByText('This browser has seen no other version yet.')).toBeVisible();
  await sandbox.edit('sections', welcome, { SectionContents: '<p>Changed by a colleague</p>' });
  await page.reload();
  const earlier = versions(page);
  await earlier.locator('summary').click();
  await expect(earlier.getByRole('group', { name: 'Introduction: Stored now and Then' })).toBeVisible();
  await expectAxeClean(page);
  await earlier.getByRole('button', { name: /^Restore Introduction of/ }).click();
  await expect(form.saveStatus).toHaveText('Unsaved changes');
});

test('the preview and the size follow what is put back, and the focus stays at the field', async ({
  page,
  sandbox,
}) => {
  const form = sectionForm(page);
  const preview = page.getByTitle('Preview of the introduction').contentFrame();
  const restore = (of: string) =>
    page.getByRole('button', { name: new RegExp(`^Restore Introduction of .*${of}`) });
  await openAs(page, sandbox, editPath);
  await expect(page.getByText('This browser has seen no other version yet.')).toBeVisible();
  for (const [index, name] of ['ann', 'bob', 'cyd'].entries()) {
    const SectionContents = `<p>Written by ${name}${'!'.repeat(index)}</p>`;
    await sandbox.edit('sections', welcome, { SectionContents, UpdatedBy: `${name}@example.com` });
    await page.reload();
    await expect(form.introduction).toHaveValue(SectionContents);
    await expect(versions(page).locator('summary')).toHaveCount(index + 1);
  }
  for (const name of ['ann', 'bob'])
    await versions(page)
      .getByText(new RegExp(`^Introduction · ${name}@`))
      .click();
  await form.preview.click();
  await expect(preview.getByText('Written by cyd!!')).toBeVisible();

  await restore('ann').click();
  await expect(preview.getByText('Written by ann')).toBeVisible();
  await expect(form.preview).toBeFocused();
  await restore('bob').click();
  await expect(preview.getByText('Written by bob!')).toBeVisible();
  await page.getByRole('tab', { name: 'HTML' }).click();
  await expect(page.getByText('22 characters', { exact: true })).toBeVisible();
});

test('putting an earlier version back takes the mark of an error away with its cause', async ({
  page,
  sandbox,
}) => {
  const form = sectionForm(page);
  await openAs(page, sandbox, editPath);
  await expect(page.getByText('This browser has seen no other version yet.')).toBeVisible();
  await sandbox.edit('sections', welcome, { Title: 'Another title' });
  await page.reload();
  await versions(page).locator('summary').click();
  await form.title.fill('');
  await form.save.click();
  await expect(form.title).toHaveAttribute('aria-invalid', 'true');
  await page.getByRole('button', { name: /^Restore Title of/ }).click();
  await expect(form.title).not.toHaveAttribute('aria-invalid', 'true');
});
