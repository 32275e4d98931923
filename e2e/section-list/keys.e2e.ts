import { COURSES } from '../../sandbox/seed/ids';
import { deferred } from '../support/deferred';
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

test('keys that can’t do what they stand for say why, and open what hides the search', async ({
  page,
  sandbox,
  allow,
}) => {
  allow.status(401);
  await page.setViewportSize({ width: 390, height: 844 });
  await openAs(page, sandbox, path, 'no-create');
  await expect(rowsOf(page)).toHaveCount(6);
  const said = (words: string) => page.getByRole('status').filter({ hasText: words });
  await page.getByRole('link', { name: welcome }).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(said('It is the first.')).toBeVisible();

  await page.getByRole('button', { name: `More actions for ${welcome}` }).click();
  await page.getByRole('menuitem', { name: 'Duplicate…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Duplicate' }).click();
  await expect(page.getByText('sections can’t be created or duplicated.')).toBeVisible();
  await page.keyboard.press('n');
  await expect(said('Your account lacks the role CourseSection-Create.')).toBeVisible();
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Search sections' })).toBeFocused();
});

test('a key that comes before its code does what it stands for once that is there', async ({
  page,
  sandbox,
}) => {
  const code = deferred();
  await page.route('**/assets/ListExtras*.js', async (route) => {
    await code.promise;
    return route.fallback();
  });
  await openAs(page, sandbox, path);
  const link = page.getByRole('link', { name: doors, exact: true });
  await link.focus();
  await page.keyboard.press('F2');
  code.resolve();
  const box = page.getByRole('textbox', { name: `Title of ${doors}` });
  await expect(box).toBeFocused();
  await expect(box).toHaveValue(doors);
});
