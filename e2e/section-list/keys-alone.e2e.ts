import type { Page } from '@playwright/test';
import { COURSES, ONBOARDING_SECTIONS } from '../../sandbox/seed/ids';
import { rowOf, rowsOf, storedTitles } from '../support/pages/sectionList';
import { openAs } from '../support/session';
import { walkTo } from '../support/tabTo';
import { expect, test } from '../support/test';

const { memberOnboarding, hostTraining } = COURSES;
const doors = 'Getting in and out';
const renamed = 'Getting around';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const said = (page: Page, words: string) =>
  page.getByRole('group', { name: 'Changes' }).getByRole('status').filter({ hasText: words });

/** The code of the list's keys comes after the list. */
const until = (page: Page, key: string, isDone: () => Promise<void>) =>
  expect(async () => {
    await page.keyboard.press(key);
    await isDone();
  }).toPass();

/** Types into the text box of a dialog, and takes the first of its list. */
async function choose(page: Page, name: string, text: string, option: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await walkTo(page, dialog.getByRole('combobox', { name }));
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
  await expect(dialog.getByRole('option').first()).toContainText(option);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

test('with the keyboard alone: find, rename, set a rule, copy to a place of another course, undo', async ({
  page,
  sandbox,
}) => {
  await openAs(page, sandbox, `/courses/${memberOnboarding}/sections`);
  await expect(rowsOf(page)).toHaveCount(6);
  const stored = () => sandbox.read('sections', ONBOARDING_SECTIONS.gettingIn);
  const link = (title: string) => page.getByRole('link', { name: title, exact: true });
  const search = page.getByRole('searchbox', { name: 'Search sections' });

  await until(page, '/', () => expect(search).toBeFocused({ timeout: 500 }));
  await page.keyboard.type('getting');
  await expect(rowsOf(page)).toHaveCount(1);
  await walkTo(page, link(doors));
  const box = page.getByRole('textbox', { name: `Title of ${doors}` });
  await until(page, 'F2', () => expect(box).toBeFocused({ timeout: 500 }));
  await page.keyboard.type(renamed);
  await page.keyboard.press('Enter');
  await expect(link(renamed)).toBeFocused();
  await expect(said(page, `“${doors}” renamed to “${renamed}”`)).toBeVisible();

  const rule = button(page, /Change the rule of/);
  await walkTo(page, rule);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('radio', { name: 'Sequential' })).toBeChecked();
  await walkTo(page, page.getByRole('radio', { name: 'Sequential' }));
  await page.keyboard.press('ArrowDown');
  await walkTo(page, page.getByRole('textbox', { name: 'Unlock after (days)' }));
  await page.keyboard.type('14');
  await page.keyboard.press('Enter');
  await expect(rowOf(page, renamed)).toContainText('14 days after enrolment');
  await expect(rule).toBeFocused();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(said(page, 'Undone: Unlock rule')).toBeVisible();
  expect(await stored()).toMatchObject({ Title: renamed, UnlockType: 2 });

  const before = await storedTitles(sandbox, hostTraining);
  await walkTo(page, button(page, `More actions for ${renamed}`));
  for (const key of ['Enter', 'd', 'Enter']) await page.keyboard.press(key);
  await choose(page, 'Course', 'host', 'Community host training');
  await choose(page, 'Place', 'start', 'At the start');
  await page.keyboard.press('Enter');
  await expect(said(page, `“${renamed}” copied to`)).toBeVisible();
  expect(await storedTitles(sandbox, hostTraining)).toEqual([renamed, ...before]);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(said(page, `“${renamed}” was deleted again`)).toBeVisible();
  expect(await storedTitles(sandbox, hostTraining)).toEqual(before);
});
