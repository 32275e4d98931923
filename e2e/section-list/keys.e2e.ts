import { COURSES } from '../../sandbox/seed/ids';
import { rowsOf } from '../support/pages/sectionList';
import { heading } from '../support/pages/heading';
import { expectAxeClean } from '../support/axe';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

const path = `/courses/${COURSES.memberOnboarding}/sections`;
const welcome = 'Welcome to Harbour House';
const doors = 'Getting in and out';

test('“?” opens a sheet of all keys, and those that stand alone can be turned off there', async ({
  page,
  sandbox,
}) => {
  await openAs(page, sandbox, path);
  await expect(rowsOf(page)).toHaveCount(6);
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  const opener = page.getByRole('button', { name: 'Keyboard shortcuts' });
  await opener.click();
  await expect(sheet.getByText('Move the section')).toBeVisible();
  await expectAxeClean(page);
  await sheet.getByRole('button', { name: 'Close' }).click();
  await expect(opener).toBeFocused();

  const link = (name: string) => page.getByRole('link', { name, exact: true });
  // Their code comes after the list.
  await expect(async () => {
    await page.keyboard.press('j');
    await expect(link(welcome)).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.press('j');
  await expect(link(doors)).toBeFocused();
  await page.keyboard.press('k');
  await expect(link(welcome)).toBeFocused();
  await page.keyboard.press('/');
  const search = page.getByRole('searchbox', { name: 'Search sections' });
  await expect(search).toBeFocused();
  // What is typed is typed.
  await page.keyboard.type('n?');
  await expect(search).toHaveValue('n?');
  await expect(sheet).toHaveCount(0);
  await search.fill('');

  await link(doors).focus();
  await page.keyboard.press('Shift+?');
  await sheet.getByRole('checkbox', { name: 'Single-key shortcuts' }).uncheck();
  await sheet.getByRole('button', { name: 'Close' }).click();
  await expect(link(doors)).toBeFocused();
  await page.keyboard.press('j');
  await expect(link(doors)).toBeFocused();
  await opener.click();
  await sheet.getByRole('checkbox', { name: 'Single-key shortcuts' }).check();
  await sheet.getByRole('button', { name: 'Close' }).click();

  await link(doors).focus();
  await page.keyboard.press('e');
  await expect(heading(page, `${doors} Edit section`)).toBeFocused();
  // The sheet is there on every page.
  await page.keyboard.press('Shift+?');
  await expect(sheet.getByText('Save, in a form')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(heading(page, `${doors} Edit section`)).toBeFocused();
  await page.goBack();
  await expect(rowsOf(page)).toHaveCount(6);
  await expect(async () => {
    await page.keyboard.press('n');
    await expect(heading(page, 'New section')).toBeFocused({ timeout: 500 });
  }).toPass();
});
