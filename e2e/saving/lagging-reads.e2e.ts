import type { Page } from '@playwright/test';
import { ONBOARDING_SECTIONS } from '../../sandbox/seed/ids';
import { openForm, sectionsPath } from '../support/pages/leaving';
import { savedAt, sectionForm } from '../support/pages/sectionForm';
import { rowOf, rowsOf, titlesOn } from '../support/pages/sectionList';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

const { welcome: id } = ONBOARDING_SECTIONS;
const welcome = 'Welcome to Harbour House';
const doors = 'Getting in and out';
const text = '<p>An hour of work</p>';

const active = (page: Page) => page.getByRole('switch', { name: `Active: ${welcome}` });

async function saveIntroduction(page: Page): Promise<void> {
  const form = sectionForm(page);
  await form.introduction.fill(text);
  await form.save.click();
  await expect(form.saveStatus).toHaveText(savedAt);
}

test('a text that was just saved stays, in the form and under a switch, where reads are behind', async ({
  page,
  sandbox,
}) => {
  const form = sectionForm(page);
  await openForm(page, sandbox);
  await sandbox.setOptions({ readLag: { answers: 1 }, listLag: { answers: 1 } });
  await saveIntroduction(page);
  await expect(form.introduction).toHaveValue(text);
  await expect(form.status(/changed/)).toHaveCount(0);
  await form.cancel.click();
  await active(page).click();
  await expect(page.getByRole('status').filter({ hasText: `“${welcome}” is inactive` })).toHaveCount(1);
  await expect(rowOf(page, welcome).getByRole('alert')).toHaveCount(0);
  await expect(active(page)).not.toBeChecked();
  expect(await sandbox.read('sections', id)).toMatchObject({ SectionContents: text, Active: false });
});

test('where reads stay behind a save, nothing is written over it, and why is said at the row', async ({
  page,
  sandbox,
}) => {
  await page.clock.install();
  await openForm(page, sandbox);
  await sandbox.setOptions({ readLag: 'held' });
  await sectionForm(page).introduction.fill(text);
  await sectionForm(page).save.click();
  const isSoon = async (done: () => Promise<void>) =>
    expect(async () => {
      await page.clock.fastForward(4000);
      await done();
    }).toPass();
  await isSoon(() => expect(sectionForm(page).saveStatus).toHaveText(savedAt, { timeout: 300 }));
  await sectionForm(page).cancel.click();
  // What is stored is not known: there is no switch to press.
  const why = rowOf(page, welcome).getByText('Nexudus still shows an older version.');
  await isSoon(() => expect(why).toBeVisible({ timeout: 300 }));
  await expect(active(page)).toHaveCount(0);
  expect(await sandbox.writes()).toHaveLength(1);

  await sandbox.setOptions({ readLag: 'none' });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await active(page).click();
  await expect(rowOf(page, welcome)).toContainText('Inactive');
  await expect(why).toHaveCount(0);
  expect(await sandbox.read('sections', id)).toMatchObject({ SectionContents: text, Active: false });
});

test('the list shows what was created, copied, moved and deleted here, where lists are behind', async ({
  page,
  sandbox,
}) => {
  await openAs(page, sandbox, sectionsPath);
  await expect(rowsOf(page)).toHaveCount(6);
  await sandbox.setOptions({ listLag: 'held' });
  const choose = async (title: string, item: string) => {
    await page.getByRole('button', { name: `More actions for ${title}`, exact: true }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  await choose(doors, 'Duplicate…');
  await page.getByRole('dialog').getByRole('button', { name: 'Duplicate' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'The copy has no thumbnail' })).toHaveCount(1);
  await expect
    .poll(async () => (await titlesOn(page)).slice(0, 3))
    .toEqual([welcome, doors, `${doors} (copy)`]);
  await choose(doors, 'Delete…');
  await page.getByRole('button', { name: 'Delete section' }).click();
  await expect(page.getByRole('status').filter({ hasText: `“${doors}” was deleted` })).toHaveCount(1);
  await page.getByRole('button', { name: `Move up: ${doors} (copy)` }).click();
  await expect.poll(async () => (await sandbox.requests('PUT')).length).toBeGreaterThan(0);
  await page.getByRole('link', { name: 'New section' }).click();
  await sectionForm(page).title.fill('Fire drill');
  await sectionForm(page).order.fill('900');
  await sectionForm(page).create.click();
  await expect(page.getByRole('status').filter({ hasText: 'Section created' })).toBeVisible();
  await expect.poll(async () => (await titlesOn(page)).slice(0, 2)).toEqual([`${doors} (copy)`, welcome]);
  expect((await titlesOn(page)).at(-1)).toBe('Fire drill');
  await expect(rowsOf(page)).toHaveCount(7);
  await expect(page.getByRole('alert')).toHaveCount(0);
});
