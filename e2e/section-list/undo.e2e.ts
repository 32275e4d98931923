import type { Page } from '@playwright/test';
import { COURSES, ONBOARDING_SECTIONS } from '../../sandbox/seed/ids';
import { pauseClock } from '../support/clock';
import { holdCalls } from '../support/holdCalls';
import { expectInStep, rowOf, rowsOf, spaceOut, titlesOn } from '../support/pages/sectionList';
import { sectionForm } from '../support/pages/sectionForm';
import { newSectionPath } from '../support/created';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

const course = COURSES.memberOnboarding;
const path = `/courses/${course}/sections`;
const welcome = 'Welcome to Harbour House';
const doors = 'Getting in and out';
const week = 'Your first week: tips from other members';
const invoices = 'Invoices and changing your plan';

const changes = (page: Page) => page.getByRole('group', { name: 'Changes' });
const undo = (page: Page) => changes(page).getByRole('button', { name: 'Undo' });
const said = (page: Page, words: string) => changes(page).getByRole('status').filter({ hasText: words });

/** The code of the keys comes after the list, and may be a moment late on a busy machine. */
const undoByKeys = (page: Page, words: string) =>
  expect(async () => {
    await page.keyboard.press('ControlOrMeta+z');
    await expect(said(page, words)).toBeVisible({ timeout: 2_000 });
  }).toPass();

test('a move, a switch and a change of several are taken back, by the button and by the keys', async ({
  page,
  sandbox,
}) => {
  await spaceOut(sandbox, course);
  const before = await sandbox.sectionsOf(course);
  const isAsBefore = async () => {
    const now = await sandbox.sectionsOf(course);
    const facts = (list: typeof now) =>
      list.map(({ Id, Active, DisplayOrder }) => [Id, Active, DisplayOrder]);
    expect(facts(now)).toEqual(facts(before));
  };
  await openAs(page, sandbox, path);
  await expect(rowsOf(page)).toHaveCount(6);
  const titles = await titlesOn(page);

  await page.getByRole('button', { name: `Move up: ${doors}` }).click();
  await expect(said(page, `${doors} moved from position 2 to 1`)).toBeVisible();
  await expect.poll(() => sandbox.writes()).toHaveLength(1);
  await undo(page).click();
  await expect(said(page, `Undone: ${doors} moved from position 2 to 1`)).toBeVisible();
  expect(await titlesOn(page)).toEqual(titles);
  await expectInStep(page, sandbox, course);
  await isAsBefore();

  await page.getByRole('switch', { name: `Active: ${welcome}` }).click();
  await expect(said(page, `“${welcome}” is inactive`)).toBeVisible();
  // A text box has an undoing of its own.
  await page.getByRole('searchbox', { name: 'Search sections' }).press('Control+z');
  await page.getByRole('switch', { name: `Active: ${doors}` }).focus();
  await undoByKeys(page, `Undone: “${welcome}” is inactive`);
  await expect(page.getByRole('switch', { name: `Active: ${welcome}` })).toBeChecked();
  await isAsBefore();

  await page.getByRole('checkbox', { name: 'Select all' }).click();
  await page.getByRole('button', { name: 'Deactivate', exact: true }).click();
  await expect(said(page, '5 sections deactivated, 1 already inactive')).toBeVisible();
  // The way to another page and back takes nothing away.
  await page.getByRole('link', { name: welcome }).click();
  await expect(page.getByLabel('Title')).toBeVisible();
  await page.goBack();
  await expect(rowsOf(page).filter({ hasText: 'Inactive' })).toHaveCount(6);
  await undoByKeys(page, 'Undone: 5 sections deactivated');
  await isAsBefore();
  await changes(page).getByRole('button', { name: 'Redo' }).click();
  await expect
    .poll(async () => (await sandbox.sectionsOf(course)).map(({ Active }) => Active))
    .toEqual(Array(6).fill(false));
});

test('what a colleague has changed since is left and named, and a copy is deleted only as it was made', async ({
  page,
  sandbox,
}) => {
  await openAs(page, sandbox, path);
  await page.getByRole('checkbox', { name: `Select ${welcome}` }).click();
  await page.getByRole('checkbox', { name: `Select ${week}` }).click();
  await page.getByRole('button', { name: 'Set unlock rule…' }).click();
  await page.getByRole('radio', { name: 'Sequential' }).check();
  await page.getByRole('button', { name: 'Change 2 sections' }).click();
  await expect(said(page, 'Unlock rule of 2 sections changed')).toBeVisible();
  await sandbox.edit('sections', ONBOARDING_SECTIONS.firstWeek, { UnlockType: 1 });
  await undo(page).click();
  await expect(changes(page).getByRole('alert')).toContainText('not everything was put back');
  await expect(rowOf(page, week)).toContainText('has changed it since');
  await expect(rowOf(page, welcome)).toContainText('Available at once');
  expect((await sandbox.read('sections', ONBOARDING_SECTIONS.firstWeek))['UnlockType']).toBe(1);
  await changes(page).getByRole('button', { name: 'Dismiss' }).click();

  const duplicate = async () => {
    await page.getByRole('button', { name: `More actions for ${invoices}` }).click();
    await page.getByRole('menuitem', { name: 'Duplicate…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Duplicate' }).click();
    await expect(rowsOf(page)).toHaveCount(7);
    await expect(undo(page)).toBeVisible();
  };
  await duplicate();
  await undo(page).click();
  await expect(rowsOf(page)).toHaveCount(6);
  await duplicate();
  const copy = (await sandbox.sectionsOf(course)).find(({ Title }) => Title === `${invoices} (copy)`);
  await sandbox.insert('lessons', { CourseId: course, SectionId: copy?.Id, Title: 'Theirs' });
  await undo(page).click();
  await expect(changes(page).getByRole('alert')).toContainText('was left: It has 1 lesson by now.');
  await expect(rowsOf(page)).toHaveCount(7);
});

test('a move that waits is never sent, and the words go by themselves unless somebody is at them', async ({
  page,
  sandbox,
}) => {
  await page.clock.install();
  await openAs(page, sandbox, path);
  await expect(rowsOf(page)).toHaveCount(6);
  const titles = await titlesOn(page);
  const link = page.getByRole('link', { name: doors });
  await pauseClock(page);
  await link.focus();
  await page.keyboard.press('Alt+ArrowUp');
  const undone = `Undone: ${doors} moved from position 2 to 1`;
  const words = said(page, undone);
  await undoByKeys(page, undone);
  expect(await titlesOn(page)).toEqual(titles);
  await page.clock.fastForward(9_000);
  // It can still be heard, and is not seen any more.
  await expect.poll(() => words.evaluate(({ parentElement }) => parentElement?.offsetWidth)).toBe(1);
  expect(await sandbox.writes()).toEqual([]);

  await page.clock.resume();
  await page.getByRole('switch', { name: `Active: ${doors}` }).click();
  await expect(undo(page)).toBeVisible();
  await undo(page).focus();
  await pauseClock(page);
  await page.clock.fastForward(60_000);
  const inactive = said(page, `“${doors}” is inactive`);
  expect(await inactive.evaluate((element) => element.clientWidth)).toBeGreaterThan(1);
  await link.focus();
  await page.clock.fastForward(9_000);
  await expect.poll(() => inactive.evaluate((element) => element.clientWidth)).toBe(1);
  // It stays for as long as nothing else has changed, and so do the keys.
  await expect(undo(page)).toBeVisible();
  await page.clock.resume();
  await undoByKeys(page, `Undone: “${doors}” is inactive`);
});

test('a colleague’s new order that comes with a move is told, and shown', async ({ page, sandbox }) => {
  await spaceOut(sandbox, course);
  await openAs(page, sandbox, path);
  await expect(rowsOf(page)).toHaveCount(6);
  const list = await holdCalls(page, 'GET', { url: '**/content/coursesections?CourseSection_Course*' });
  await page.getByRole('button', { name: `Move up: ${doors}` }).click();
  await list.arrived;
  await sandbox.edit('sections', ONBOARDING_SECTIONS.billing, { DisplayOrder: 25 });
  list.release();
  await expect(said(page, 'A colleague also changed the order')).toBeVisible();
  await changes(page).getByRole('button', { name: 'Show' }).click();
  await expect(rowOf(page, invoices)).toBeInViewport();
  await undo(page).click();
  await expectInStep(page, sandbox, course);
  expect((await titlesOn(page)).indexOf(invoices)).toBe(2);
});

test('a new section is told where it is marked, and is deleted again as long as nothing was done with it', async ({
  page,
  sandbox,
}) => {
  await openAs(page, sandbox, newSectionPath(course));
  const form = sectionForm(page);
  await form.title.fill('Quiet room');
  await form.create.click();
  await expect(changes(page).getByText('“Quiet room” created at position 7 of 7')).toBeVisible();
  await expect(changes(page).getByRole('link', { name: 'Open' })).toBeVisible();
  const row = rowOf(page, 'Quiet room');
  await expect(row.getByText('New', { exact: true })).toBeVisible();
  // By a click, too.
  await expect(row.getByRole('link')).toBeFocused();
  await expect(row.getByRole('link')).toHaveCSS('outline-style', 'solid');
  await undo(page).click();
  await expect(rowsOf(page)).toHaveCount(6);
  await expect(said(page, '“Quiet room” was deleted again')).toBeVisible();
});

test('rows that a change takes out of the filter stay, marked, until it is touched', async ({
  page,
  sandbox,
}) => {
  await openAs(page, sandbox, `${path}?active=yes`);
  await expect(rowsOf(page)).toHaveCount(5);
  await page.getByRole('checkbox', { name: 'Select all' }).click();
  await page.getByRole('button', { name: 'Deactivate', exact: true }).click();
  await expect(said(page, '5 sections deactivated')).toBeVisible();
  await expect(rowsOf(page).getByText('Changed', { exact: true })).toHaveCount(10);
  await expect(page.getByRole('region', { name: 'Selected sections' })).toBeVisible();
  await undoByKeys(page, 'Undone');
  await page.getByRole('switch', { name: `Active: ${doors}` }).click();
  await expect(said(page, `“${doors}” is inactive`)).toBeVisible();
  await expect(rowOf(page, doors).getByText('Changed', { exact: true })).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search sections' }).fill('e');
  await expect(rowOf(page, doors)).toHaveCount(0);
});

test('the keys are answered whatever they meet: a redo waits for the undo, and where there is none it is said', async ({
  page,
  sandbox,
}) => {
  await openAs(page, sandbox, path);
  const isOn = page.getByRole('switch', { name: `Active: ${welcome}` });
  await expect(isOn).toBeChecked();
  await page.getByRole('link', { name: welcome }).focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(said(page, 'There is nothing to undo')).toBeVisible();

  await isOn.click();
  await expect(undo(page)).toBeVisible();
  const held = await holdCalls(page, 'PUT');
  await page.keyboard.press('ControlOrMeta+z');
  await held.arrived;
  await page.keyboard.press('ControlOrMeta+Shift+Z');
  held.release();
  await expect(said(page, `“${welcome}” is inactive`)).toBeVisible();
  await expect(undo(page)).toBeVisible();
  expect((await sandbox.read('sections', ONBOARDING_SECTIONS.welcome))['Active']).toBe(false);
  await page.keyboard.press('ControlOrMeta+Shift+Z');
  await expect(said(page, `“${welcome}” is inactive. There is nothing to redo`)).toBeVisible();
  await expect(undo(page)).toBeVisible();

  const deletion = await holdCalls(page, 'DELETE');
  await page.getByRole('button', { name: `More actions for ${doors}` }).click();
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  await page.getByRole('button', { name: 'Delete section' }).click();
  await deletion.arrived;
  await page.keyboard.press('ControlOrMeta+z');
  deletion.release();
  await expect(said(page, `“${doors}” was deleted. There is nothing to undo`)).toBeVisible();
});
