import type { Page } from '@playwright/test';
import { COURSES } from '../../sandbox/seed/ids';
import { expectInStep, rowOf, rowsOf } from '../support/pages/sectionList';
import { openAs } from '../support/session';
import type { SandboxWorld } from '../support/sandbox';
import { expect, test } from '../support/test';

const { hostTraining, memberOnboarding } = COURSES;
const hosts = `/courses/${hostTraining}/sections`;
const tours = 'Tours that people remember';

const changes = (page: Page) => page.getByRole('group', { name: 'Changes' });
const said = (page: Page, words: string) => changes(page).getByRole('status').filter({ hasText: words });
const titlesThere = async (sandbox: SandboxWorld) =>
  (await sandbox.sectionsOf(memberOnboarding))
    .toSorted((one, other) => Number(one['DisplayOrder']) - Number(other['DisplayOrder']))
    .map(({ Title }) => Title);

async function chooseOnboarding(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: 'Course' }).fill('onboard');
  await page.getByRole('option', { name: 'Member onboarding' }).click();
}

test('a section is copied to a place of another course, found there, and taken back', async ({
  page,
  sandbox,
}) => {
  const before = await titlesThere(sandbox);
  await openAs(page, sandbox, hosts);
  await page.getByRole('button', { name: `More actions for ${tours}` }).click();
  await page.getByRole('menuitem', { name: 'Duplicate…' }).click();
  const dialog = page.getByRole('dialog', { name: `Duplicate “${tours}”` });
  const place = dialog.getByRole('combobox', { name: 'Place' });
  await expect(place).toHaveValue(`After “${tours}”`);
  await chooseOnboarding(page);
  await expect(place).toHaveValue('At the end');
  await place.fill('Getting in');
  await dialog.getByRole('option', { name: 'After “Getting in and out”' }).click();
  await expect(
    dialog.getByRole('status').filter({ hasText: 'Between “Getting in and out” and' }),
  ).toContainText(/Changes \d other sections?\./);
  await dialog.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(said(page, `“${tours}” copied to “Member onboarding”`)).toBeVisible();
  expect(await titlesThere(sandbox)).toEqual(before.toSpliced(2, 0, tours));
  await changes(page).getByRole('link', { name: 'Open' }).click();
  await expect(page).toHaveURL(`/courses/${memberOnboarding}/sections`);
  await expect(rowOf(page, tours)).toContainText('New');
  await expect(rowOf(page, tours)).toContainText('Inactive');
  await expectInStep(page, sandbox, memberOnboarding);
  await changes(page).getByRole('button', { name: 'Undo' }).click();
  await expect(said(page, `“${tours}” was deleted again`)).toBeVisible();
  await expect(rowsOf(page)).toHaveCount(6);
  expect(await titlesThere(sandbox)).toEqual(before);
});

test('several are copied in their order; a lost answer is looked for there, and the keys take them back', async ({
  page,
  sandbox,
  allow,
}) => {
  allow.status(502);
  const before = await titlesThere(sandbox);
  await openAs(page, sandbox, hosts);
  const titles = ['The role of a host', tours];
  for (const title of titles) await page.getByRole('checkbox', { name: `Select ${title}` }).click();
  await page.getByRole('button', { name: 'Copy to course…' }).click();
  const copy = page.getByRole('dialog').getByRole('button', { name: 'Copy 2 sections' });
  await expect(copy).toBeDisabled();
  await chooseOnboarding(page);
  await sandbox.fail({
    method: 'POST',
    path: '/content/coursesections',
    fault: { status: 502, commit: true },
  });
  await copy.click();
  await expect(said(page, '2 sections copied to “Member onboarding”')).toBeVisible();
  expect(await titlesThere(sandbox)).toEqual([...before, ...titles]);
  expect(await sandbox.requests('POST', '/content/coursesections')).toHaveLength(2);
  // The code of the keys comes after the list.
  await expect(async () => {
    await page.keyboard.press('ControlOrMeta+z');
    await expect(said(page, '2 sections deleted again')).toBeVisible({ timeout: 2_000 });
  }).toPass();
  expect(await titlesThere(sandbox)).toEqual(before);
});
