import type { Page } from '@playwright/test';
import { COURSES, ONBOARDING_SECTIONS } from '../../sandbox/seed/ids';
import { holdCalls } from '../support/holdCalls';
import { heading } from '../support/pages/heading';
import { rowOf, rowsOf } from '../support/pages/sectionList';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

const path = `/courses/${COURSES.memberOnboarding}/sections`;
const doorsId = ONBOARDING_SECTIONS.gettingIn;
const welcome = 'Welcome to Harbour House';
const doors = 'Getting in and out';

const boxOf = (page: Page, title: string) => page.getByRole('textbox', { name: `Title of ${title}` });
const link = (page: Page, title: string) => page.getByRole('link', { name: title, exact: true });
const changes = (page: Page) => page.getByRole('group', { name: 'Changes' });

/** The code of the keys comes after the list. */
const pressF2 = (page: Page, title: string) =>
  expect(async () => {
    await page.keyboard.press('F2');
    await expect(boxOf(page, title)).toBeFocused({ timeout: 500 });
  }).toPass();

test('F2 changes the title in its row; Escape gives it up, and “Undo” takes it back', async ({
  page,
  sandbox,
}) => {
  const before = await sandbox.read('sections', doorsId);
  await openAs(page, sandbox, path);
  await expect(rowsOf(page)).toHaveCount(6);
  await page.getByRole('switch', { name: `Active: ${doors}` }).focus();
  await pressF2(page, doors);
  // What was there is marked, so it gives way. No key of the list is one here.
  await page.keyboard.type('nejk/?');
  await page.keyboard.press('ArrowDown');
  await expect(boxOf(page, doors)).toHaveValue('nejk/?');
  await boxOf(page, doors).click();
  await expect(boxOf(page, doors)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(link(page, doors)).toBeFocused();
  expect(await sandbox.writes()).toEqual([]);

  await pressF2(page, doors);
  await boxOf(page, doors).fill(' \u200B ');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toHaveText('Enter a title');
  await expect(boxOf(page, doors)).toHaveAccessibleDescription('Enter a title');
  await boxOf(page, doors).fill('  Doors and alarms ');
  await page.keyboard.press('Enter');
  await expect(link(page, 'Doors and alarms')).toBeFocused();
  await expect(changes(page).getByRole('status')).toHaveText(`“${doors}” renamed to “Doors and alarms”`);
  await expect(rowsOf(page).nth(2)).toContainText('“Doors and alarms”');
  const { Title, UpdatedOn: _on, UpdatedBy: _by, ...rest } = await sandbox.read('sections', doorsId);
  expect(Title).toBe('Doors and alarms');
  expect(before).toMatchObject(rest);

  await page.keyboard.press('ControlOrMeta+z');
  await expect(link(page, doors)).toBeVisible();
  await expect.poll(async () => (await sandbox.read('sections', doorsId))['Title']).toBe(doors);
});

test('a double click changes the title, a click opens the section, and leaving the box saves', async ({
  page,
  sandbox,
}) => {
  await openAs(page, sandbox, path);
  await expect(rowsOf(page)).toHaveCount(6);
  // Before its code is there a click is one click.
  await link(page, welcome).focus();
  await pressF2(page, welcome);
  await page.keyboard.press('Escape');

  await link(page, doors).dblclick();
  await expect(boxOf(page, doors)).toBeFocused();
  await page.keyboard.type('Doors');
  await page.getByRole('switch', { name: `Active: ${welcome}` }).focus();
  await expect(link(page, 'Doors')).toBeVisible();
  await expect.poll(async () => (await sandbox.read('sections', doorsId))['Title']).toBe('Doors');
  await expect(page.getByRole('switch', { name: `Active: ${welcome}` })).toBeFocused();

  await link(page, 'Doors').dblclick();
  await boxOf(page, 'Doors').fill('Doors again');
  // Beside the controls of another row, where a click would open that one.
  const row = await rowOf(page, welcome).boundingBox();
  if (!row) throw new Error('no row');
  await page.mouse.click(row.x + row.width / 2, row.y + row.height - 4);
  await expect.poll(async () => (await sandbox.read('sections', doorsId))['Title']).toBe('Doors again');
  // Said after the last read of the save: none of it is counted below.
  await expect(changes(page).getByRole('status')).toHaveText('“Doors” renamed to “Doors again”');
  await expect(page).toHaveURL(path);

  const reads = async () => (await sandbox.requests('GET', `/content/coursesections/${doorsId}`)).length;
  const readsBefore = await reads();
  await link(page, 'Doors again').click();
  await expect(heading(page, 'Doors again Edit section')).toBeFocused();
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue('Doors again');
  expect(await reads()).toBe(readsBefore + 1);
});

test('a title can be changed again while it is saved', async ({ page, sandbox }) => {
  await openAs(page, sandbox, path);
  await expect(rowsOf(page)).toHaveCount(6);
  await link(page, doors).focus();
  await pressF2(page, doors);
  const write = await holdCalls(page, 'PUT');
  await page.keyboard.type('Doors');
  await page.keyboard.press('Enter');
  await write.arrived;
  await link(page, 'Doors').dblclick();
  await expect(boxOf(page, 'Doors')).toBeFocused();
  await expect(boxOf(page, 'Doors')).toHaveValue('Doors');
  await page.keyboard.press('Escape');
  await expect(link(page, 'Doors')).toBeFocused();
  await page.keyboard.press('F2');
  await page.keyboard.type('Doors and al');
  write.release();
  await expect.poll(async () => (await sandbox.read('sections', doorsId))['Title']).toBe('Doors');
  await expect(changes(page).getByRole('status')).toHaveText(`“${doors}” renamed to “Doors”`);
  // The end of the first neither closes the box nor marks what stands in it.
  await page.keyboard.type('arms');
  await page.keyboard.press('Enter');
  await expect(link(page, 'Doors and alarms')).toBeFocused();
  await expect.poll(async () => (await sandbox.read('sections', doorsId))['Title']).toBe('Doors and alarms');
  await expect(changes(page).getByRole('status')).toHaveText('“Doors” renamed to “Doors and alarms”');
});

test('who types the next title goes on when the last one is refused', async ({ page, sandbox, allow }) => {
  allow.status(400);
  await openAs(page, sandbox, path);
  await expect(rowsOf(page)).toHaveCount(6);
  await link(page, doors).focus();
  await pressF2(page, doors);
  const refused = { status: 400, body: { Message: 'Not today', Errors: null, WasSuccessful: false } };
  await sandbox.fail({ method: 'PUT', path: '/content/coursesections', times: 1, fault: refused });
  const write = await holdCalls(page, 'PUT');
  await page.keyboard.type('Doors');
  await page.keyboard.press('Enter');
  await write.arrived;
  await page.keyboard.press('F2');
  await page.keyboard.type('Doors and al');
  write.release();
  await expect(boxOf(page, doors)).toHaveAccessibleDescription('Not today');
  await page.keyboard.type('arms');
  await expect(boxOf(page, doors)).toHaveValue('Doors and alarms');
  await page.keyboard.press('Enter');
  await expect(link(page, 'Doors and alarms')).toBeFocused();
  await expect.poll(async () => (await sandbox.read('sections', doorsId))['Title']).toBe('Doors and alarms');
});

test('a title that was not stored stays in its box, and a colleague’s is written over only when it was seen', async ({
  page,
  sandbox,
  allow,
}) => {
  allow.status(400);
  await openAs(page, sandbox, path);
  await expect(rowsOf(page)).toHaveCount(6);
  await page.getByRole('button', { name: `More actions for ${doors}` }).click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await expect(boxOf(page, doors)).toBeFocused();
  await sandbox.edit('sections', doorsId, { Title: 'Theirs' });
  await boxOf(page, doors).fill('Mine');
  await page.keyboard.press('Enter');
  const box = boxOf(page, 'Theirs');
  await expect(box).toHaveValue('Mine');
  await expect(box).toBeFocused();
  await expect(box).toHaveAccessibleDescription(/its title is “Theirs” now\. Press Enter to use yours\./);
  expect(await sandbox.writes()).toEqual([]);

  const refused = { status: 400, body: { Message: 'Not today', Errors: null, WasSuccessful: false } };
  await sandbox.fail({ method: 'PUT', path: '/content/coursesections', times: 1, fault: refused });
  await page.keyboard.press('Enter');
  await expect(box).toHaveAccessibleDescription('Not today');
  // Neither another filter nor another page takes it away.
  await page.getByRole('searchbox', { name: 'Search sections' }).fill('Harbour');
  await expect(rowsOf(page)).toHaveCount(1);
  await link(page, welcome).click();
  await expect(heading(page, `${welcome} Edit section`)).toBeFocused();
  // But the end of the session would.
  await page.getByRole('button', { name: 'Sign out' }).click();
  const question = page.getByRole('dialog', { name: 'Unsaved changes' });
  await expect(question).toContainText(
    'Titles that are not saved, and lost if you leave: “Mine” for “Theirs”.',
  );
  await question.getByRole('button', { name: 'Stay' }).click();
  await expect(question).toBeHidden();
  await page.goBack();
  await page.getByRole('searchbox', { name: 'Search sections' }).fill('');
  await expect(box).toHaveValue('Mine');
  await box.press('Enter');
  await expect(rowOf(page, 'Mine')).toBeVisible();
  await expect.poll(async () => (await sandbox.read('sections', doorsId))['Title']).toBe('Mine');
});
