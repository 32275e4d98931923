import type { Page } from '@playwright/test';
import { COURSES } from '../../sandbox/seed/ids';
import { newSectionPath } from '../support/created';
import { heading } from '../support/pages/heading';
import { sectionForm } from '../support/pages/sectionForm';
import { rowOf, rowsOf } from '../support/pages/sectionList';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

const list = `/courses/${COURSES.handbook}/sections`;
const filtered = `${list}?search=e&unlock=timed`;
const link = (page: Page, title: string) => rowOf(page, title).getByRole('link');
const courses = (page: Page) => page.getByRole('navigation').getByRole('link', { name: 'Courses' });

/** Opens the last row of the filtered list. @returns its title */
async function openLast(page: Page): Promise<string> {
  await expect(rowsOf(page)).toHaveCount(6);
  const last = rowsOf(page).last().getByRole('link');
  const title = (await last.textContent()) ?? '';
  await last.click();
  await expect(sectionForm(page).title).toHaveValue(title);
  return title;
}

const waysBack = [
  { name: '“Cancel”', go: (page: Page) => sectionForm(page).cancel.click() },
  {
    name: 'the link above the form',
    go: (page: Page) => page.getByRole('main').getByRole('link').first().click(),
  },
  {
    name: 'the course in the form',
    go: (page: Page) => page.getByRole('group', { name: 'Course', exact: true }).getByRole('link').click(),
  },
  {
    name: '“Cancel” after a reload',
    go: async (page: Page) => {
      await page.reload();
      await sectionForm(page).cancel.click();
    },
  },
  {
    name: '“Save and leave”',
    go: async (page: Page) => {
      await sectionForm(page).introduction.fill('<p>Changed</p>');
      await sectionForm(page).cancel.click();
      await page.getByRole('button', { name: 'Save and leave' }).click();
    },
  },
];
for (const { name, go } of waysBack) {
  test(`${name} goes back to the filtered list, to the row that was opened`, async ({ page, sandbox }) => {
    await page.setViewportSize({ width: 1000, height: 500 });
    await openAs(page, sandbox, filtered);
    const title = await openLast(page);
    await go(page);
    await expect(page).toHaveURL(filtered);
    await expect(rowsOf(page)).toHaveCount(6);
    await expect(link(page, title)).toBeFocused();
    await expect(link(page, title)).toBeInViewport();
  });
}

test('a row that the filter does not match any more is still shown on coming back, and says so', async ({
  page,
  sandbox,
}) => {
  await openAs(page, sandbox, filtered);
  const form = sectionForm(page);
  await openLast(page);
  await form.title.fill('Xyz');
  await form.save.click();
  await expect(form.status(/^Saved at/)).toBeVisible();
  await form.cancel.click();
  await expect(rowsOf(page)).toHaveCount(6);
  await expect(link(page, 'Xyz')).toBeFocused();
  await expect(rowOf(page, 'Xyz')).toContainText('The filter does not match it.');
  await page.getByLabel('Unlock type').selectOption('Any');
  await expect(rowsOf(page)).not.toHaveCount(6);
  await expect(rowOf(page, 'Xyz')).toHaveCount(0);
});

test('a new section is shown in the filtered list, with its name and the row marked, and is told once', async ({
  page,
  sandbox,
}) => {
  await page.setViewportSize({ width: 1000, height: 500 });
  await openAs(page, sandbox, filtered);
  await expect(rowsOf(page)).toHaveCount(6);
  await page.getByRole('link', { name: 'New section' }).click();
  const form = sectionForm(page);
  await form.title.fill('Lost and found');
  await form.create.click();

  const row = rowOf(page, 'Lost and found');
  const said = page.getByRole('status').filter({ hasText: 'Section created' });
  await expect(page).toHaveURL(filtered);
  await expect(rowsOf(page)).toHaveCount(7);
  await expect(row.getByRole('link')).toBeFocused();
  await expect(row).toBeInViewport({ ratio: 1 });
  await expect(row.getByText('Section created', { exact: true })).toBeVisible();
  await expect(row).toContainText('The filter does not match it.');
  await expect(said).toHaveCount(1);
  await expect(said).toContainText('Lost and found');

  await page.reload();
  await expect(rowsOf(page)).toHaveCount(6);
  await expect(said).toHaveCount(0);
});

test('the word of a new section comes neither again on the way back nor after it was deleted', async ({
  page,
  sandbox,
}) => {
  await openAs(page, sandbox, newSectionPath(COURSES.memberOnboarding));
  const form = sectionForm(page);
  await form.title.fill('Lost and found');
  await form.create.click();
  const said = page.getByText('Section created');
  await expect(said).toBeVisible();
  await page.getByRole('link', { name: 'Welcome to Harbour House' }).click();
  await expect(heading(page, 'Edit section')).toBeVisible();
  await page.goBack();
  await expect(rowsOf(page)).toHaveCount(7);
  await expect(said).toHaveCount(0);
  await expect(heading(page, 'Member onboarding')).toBeFocused();

  await page.getByRole('link', { name: 'New section' }).click();
  await form.title.fill('To be deleted');
  await form.create.click();
  await expect(said).toBeVisible();
  await page.getByRole('button', { name: 'More actions for To be deleted' }).click();
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Delete/ })
    .click();
  await expect(rowsOf(page)).toHaveCount(7);
  await expect(said).toHaveCount(0);
});

test('“Courses” leads back to the courses that were searched for, to the one that was opened', async ({
  page,
  sandbox,
}) => {
  await openAs(page, sandbox, '/courses?search=o');
  const handbook = page.getByRole('list', { name: 'Courses' }).getByRole('link', { name: /handbook/i });
  for (const back of [courses, () => page.getByRole('main').getByRole('link', { name: 'Courses' })]) {
    await handbook.click();
    await expect(rowsOf(page)).toHaveCount(40);
    await back(page).click();
    await expect(page).toHaveURL('/courses?search=o');
    await expect(handbook).toBeFocused();
  }
  // Who is there already begins anew.
  await courses(page).click();
  await expect(page).toHaveURL('/courses');
});

test('nothing of a search outlives signing out', async ({ page, sandbox }) => {
  await openAs(page, sandbox, filtered);
  await expect(rowsOf(page)).toHaveCount(6);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(heading(page, 'Sign in')).toBeVisible();
  expect(await page.evaluate(() => JSON.stringify(Object.values(sessionStorage)))).not.toContain('timed');
});
