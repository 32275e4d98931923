import type { Page } from '@playwright/test';
import { COURSES } from '../../sandbox/seed/ids';
import { expectInStep, rowsOf, titlesOn } from '../support/pages/sectionList';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

const path = `/courses/${COURSES.memberOnboarding}/sections`;
const doors = 'Getting in and out';
const invoices = 'Invoices and changing your plan';

const said = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words });
const handle = (page: Page, title: string) => page.getByRole('button', { name: `Reorder ${title}` });

async function centreOf(page: Page, title: string): Promise<{ x: number; y: number }> {
  const box = await handle(page, title).boundingBox();
  if (!box) throw new Error('The row is not on the screen.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function drag(page: Page, title: string, to: string): Promise<void> {
  const { x, y } = await centreOf(page, title);
  const goal = await centreOf(page, to);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, goal.y - 20, { steps: 8 });
  await page.mouse.up();
}

test('a handle that can’t be dragged says why when it is dragged', async ({ page, sandbox }) => {
  await openAs(page, sandbox, `${path}?search=g`);
  await expect(handle(page, doors)).toBeVisible();
  const before = await titlesOn(page);
  await drag(page, invoices, doors);
  await expect(said(page, 'Clear the filter to drag.')).toBeVisible();
  expect(await titlesOn(page)).toEqual(before);
});

test('a row is dragged while another is held by keys, which stays; a handle that is only pressed says how', async ({
  page,
  sandbox,
}) => {
  await openAs(page, sandbox, path);
  await expect(rowsOf(page)).toHaveCount(6);
  await handle(page, doors).focus();
  await page.keyboard.press('Enter');
  await expect(said(page, `${doors} picked up`)).toBeVisible();
  await drag(page, invoices, doors);
  await expect(said(page, `${invoices} moved from position 5 to 2`)).toBeVisible();
  await expectInStep(page, sandbox, COURSES.memberOnboarding);
  await handle(page, doors).click();
  await expect(said(page, `Hold the handle and drag it to move ${doors}`)).toBeVisible();
});

test('a move to the place where a section stands is off, and says so', async ({ page, sandbox }) => {
  await openAs(page, sandbox, path);
  await page.getByRole('button', { name: `More actions for ${doors}` }).click();
  await page.getByRole('menuitem', { name: 'Move to position…' }).click();
  const dialog = page.getByRole('dialog');
  const position = dialog.getByLabel('Position', { exact: true });
  await position.fill('2');
  await position.press('Enter');
  await expect(said(page, 'It is there already.')).toHaveCount(2);
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Move', exact: true })).toBeDisabled();
});
