import type { Dialog, Page } from '@playwright/test';
import { COURSES, FIRST_HOST_SECTION } from '../../sandbox/seed/ids';
import { passTimeUntil, pauseClock } from '../support/clock';
import { holdCalls } from '../support/holdCalls';
import type { SandboxWorld } from '../support/sandbox';
import {
  expectInStep,
  orderWrites,
  rowOf,
  rowsOf,
  storedTitles,
  titlesOn,
} from '../support/pages/sectionList';
import { heading } from '../support/pages/heading';
import { openAs, signIn } from '../support/session';
import { expect, test } from '../support/test';

const course = COURSES.hostTraining;
const path = `/courses/${course}/sections`;

async function open(page: Page, sandbox: SandboxWorld): Promise<readonly string[]> {
  await openAs(page, sandbox, path);
  await expect(rowsOf(page)).toHaveCount(8);
  return titlesOn(page);
}

/** Goes away whatever the browser asks. @returns the questions that it has asked */
async function reload(page: Page): Promise<string[]> {
  const asked: string[] = [];
  const leave = (dialog: Dialog) => {
    asked.push(dialog.type());
    return dialog.accept();
  };
  page.on('dialog', leave);
  await page.reload();
  page.off('dialog', leave);
  return asked;
}

const moveDown = (page: Page, title = '') =>
  page.getByRole('button', { name: `Move down: ${title}`, exact: true }).click();
const question = (page: Page) => page.getByRole('dialog', { name: 'Unsaved changes' });
const answer = (page: Page, name: string) =>
  question(page).getByRole('button', { name, exact: true }).click();
const signOut = (page: Page) => page.getByRole('button', { name: 'Sign out' }).click();
const leftOver = (page: Page) => page.getByRole('alert').filter({ hasText: 'Not finished' });
const finish = (page: Page) => page.getByRole('button', { name: 'Finish' }).click();

/** The first row moved twice is the third one. */
const movedTwice = ([first = '', second = '', third = '', ...rest]: readonly string[]) => [
  second,
  third,
  first,
  ...rest,
];

test('a move that was not sent yet is asked about, and offered after a reload', async ({ page, sandbox }) => {
  await page.clock.install();
  const before = await open(page, sandbox);
  await pauseClock(page);
  await moveDown(page, before[0]);
  await moveDown(page, before[0]);
  expect(await reload(page)).toEqual(['beforeunload']);
  await page.clock.resume();
  await expect(leftOver(page)).toContainText('2 changes were waiting');
  expect(await titlesOn(page)).toEqual(before);
  await finish(page);
  await expect(leftOver(page)).toBeHidden();
  await expect.poll(() => titlesOn(page)).toEqual(movedTwice(before));
  await expectInStep(page, sandbox, course);
  expect(await reload(page)).toEqual([]);
  await expect(rowsOf(page)).toHaveCount(8);
  await expect(leftOver(page)).toBeHidden();
});

test('what waits behind another change is offered with it after a reload', async ({ page, sandbox }) => {
  await page.clock.install();
  const before = await open(page, sandbox);
  const [first = '', second = '', , , fifth = '', sixth = ''] = before;
  const held = await holdCalls(page, 'PUT');
  await moveDown(page, first);
  await held.arrived;
  await moveDown(page, fifth);
  await page.getByRole('switch', { name: `Active: ${second}` }).click();
  await expect(rowOf(page, second).getByText('Saving…')).toBeVisible();
  expect(await reload(page)).toEqual(['beforeunload']);
  await page.unrouteAll();
  await expect(leftOver(page)).toContainText('2 more changes were waiting');
  await expect(leftOver(page)).toContainText(`Deactivate “${second}”`);
  await finish(page);
  // The write that was cut off is looked for first.
  await passTimeUntil(page, () => expect(leftOver(page)).toBeHidden({ timeout: 250 }));
  await expect(page.getByRole('switch', { name: `Active: ${second}` })).not.toBeChecked();
  await expectInStep(page, sandbox, course);
  const stored = await storedTitles(sandbox, course);
  expect(stored.indexOf(first)).toBe(1);
  expect(stored.indexOf(fifth)).toBe(stored.indexOf(sixth) + 1);
});

test('what is left of a page that went away can be dismissed', async ({ page, sandbox }) => {
  await page.clock.install();
  const before = await open(page, sandbox);
  await pauseClock(page);
  await moveDown(page, before[0]);
  await reload(page);
  await page.clock.resume();
  await leftOver(page).getByRole('button', { name: 'Dismiss' }).click();
  await expect(leftOver(page)).toBeHidden();
  await reload(page);
  await expect(rowsOf(page)).toHaveCount(8);
  await expect(leftOver(page)).toBeHidden();
  expect(await orderWrites(sandbox)).toEqual([]);
});

test('however long the names are that wait, on a small screen the buttons stay in sight', async ({
  page,
  sandbox,
}) => {
  await sandbox.edit('sections', FIRST_HOST_SECTION, { Title: 'Wide'.repeat(60) });
  await page.setViewportSize({ width: 320, height: 640 });
  await page.clock.install();
  const before = await open(page, sandbox);
  await page.getByRole('button', { name: 'Reorder', exact: true }).click();
  await pauseClock(page);
  await moveDown(page, before[0]);
  await reload(page);
  await page.clock.resume();
  for (const name of ['Finish', 'Dismiss']) {
    await expect(leftOver(page).getByRole('button', { name })).toBeInViewport({ ratio: 1 });
  }
});

test('another page of the app changes nothing about a move: it is sent', async ({ page, sandbox }) => {
  await page.clock.install();
  const before = await open(page, sandbox);
  await pauseClock(page);
  await moveDown(page, before[0]);
  await page.getByRole('navigation').getByRole('link', { name: 'Courses' }).click();
  await expect(heading(page, 'Courses')).toBeVisible();
  // The clock stands still: nothing but leaving has sent it.
  await expect.poll(() => orderWrites(sandbox)).toHaveLength(1);
});

test('signing out asks while a change is being saved, also from another page', async ({ page, sandbox }) => {
  const before = await open(page, sandbox);
  const held = await holdCalls(page, 'PUT');
  await moveDown(page, before[0]);
  await held.arrived;
  await signOut(page);
  await expect(question(page)).toContainText(`${before[0]} moved from position 1 to 2`);
  await expect(question(page).getByRole('button', { name: 'Save and leave', exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(question(page)).toBeHidden();
  await page.getByRole('navigation').getByRole('link', { name: 'Courses' }).click();
  await expect(heading(page, 'Courses')).toBeVisible();
  await signOut(page);
  await answer(page, 'Save and leave');
  await expect(question(page).getByRole('button', { name: 'Save and leave' })).toBeDisabled();
  held.release();
  await expect(heading(page, 'Sign in')).toBeVisible();
  expect((await storedTitles(sandbox, course))[1]).toBe(before[0]);
});

test('what was not sent when somebody signed out is offered when they are back', async ({
  page,
  sandbox,
}) => {
  const before = await open(page, sandbox);
  const held = await holdCalls(page, 'PUT');
  await moveDown(page, before[0]);
  await held.arrived;
  await moveDown(page, before[4]);
  await signOut(page);
  await answer(page, 'Leave without saving');
  await expect(heading(page, 'Sign in')).toBeVisible();
  held.release();
  await expect.poll(() => orderWrites(sandbox)).toHaveLength(1);
  await signIn(page, sandbox, path);
  await expect(leftOver(page)).toContainText('change was waiting');
  await finish(page);
  await expect(leftOver(page)).toBeHidden();
  await expectInStep(page, sandbox, course);
  const stored = await storedTitles(sandbox, course);
  expect(stored.indexOf(before[4] ?? '')).toBe(5);
});

test('row 10: a section that was being written when the page went away is looked at again', async ({
  page,
  sandbox,
}) => {
  const before = await open(page, sandbox);
  const switchOf = (title = '') => page.getByRole('switch', { name: `Active: ${title}` });
  await page.getByRole('checkbox', { name: `Select ${before[0]}` }).click();
  await page.getByRole('checkbox', { name: `Select ${before[3]}` }).click({ modifiers: ['Shift'] });
  // Carried out after two seconds, whoever still waits for the answer.
  await sandbox.fail({ method: 'PUT', path: '/content/coursesections', after: 1, fault: { delayMs: 2000 } });
  await page.getByRole('button', { name: 'Deactivate' }).click();
  await expect.poll(() => orderWrites(sandbox)).toHaveLength(2);
  const written = (await sandbox.sectionsOf(course)).find(({ Title }) => Title === before[1]);
  const look = await holdCalls(page, 'GET', { url: `**/content/coursesections/${String(written?.['Id'])}` });
  await reload(page);
  await look.arrived;
  await expect(leftOver(page)).toContainText('1 of 4 sections changed, 1 is not confirmed. Checking…');
  look.release();
  await expect(leftOver(page)).toContainText('2 of 4 sections changed.');
  await expect(switchOf(before[1])).not.toBeChecked();
  await expect(switchOf(before[2])).toBeChecked();
  await finish(page);
  await expect(leftOver(page)).toBeHidden();
  await expect(switchOf(before[3])).not.toBeChecked();
  expect(await orderWrites(sandbox)).toHaveLength(4);
});
