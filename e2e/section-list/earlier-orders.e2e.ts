import type { Page } from '@playwright/test';
import { COURSES, ONBOARDING_SECTIONS } from '../../sandbox/seed/ids';
import { expectAxeClean } from '../support/axe';
import {
  expectInStep,
  orderWrites,
  rowsOf,
  spaceOut,
  storedTitles,
  titlesOn,
} from '../support/pages/sectionList';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

const { memberOnboarding } = COURSES;
const { welcome, billing } = ONBOARDING_SECTIONS;
const path = `/courses/${memberOnboarding}/sections`;
const invoices = 'Invoices and changing your plan';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Earlier orders' });
const open = (page: Page) => page.getByRole('button', { name: 'Earlier orders' }).click();
const none = (page: Page) => dialog(page).getByText('This browser has seen no other order yet.');
const putBack = (page: Page) => dialog(page).getByRole('button', { name: 'Put this order back' });

test('an order that was left by a move here can be looked at and put back', async ({ page, sandbox }) => {
  // axe looks at every element, twice.
  test.slow();
  await spaceOut(sandbox, memberOnboarding);
  await openAs(page, sandbox, path);
  await expect(rowsOf(page)).toHaveCount(6);
  const before = await titlesOn(page);
  await open(page);
  await expect(none(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: `Move up: ${invoices}` }).click();
  await expect.poll(() => orderWrites(sandbox)).toHaveLength(1);
  await expectInStep(page, sandbox, memberOnboarding);

  // By keyboard alone.
  await page.getByRole('button', { name: 'Earlier orders' }).press('Enter');
  const earlier = dialog(page).locator('summary');
  await expect(dialog(page).getByRole('region', { name: 'Today' })).toContainText(
    'the first order seen here',
  );
  await expect(earlier).toHaveText(/^\d+:\d\d · the first order seen here$/);
  await expect(dialog(page)).toContainText(
    new RegExp(`The order now: \\d+:\\d\\d · ${invoices} 5 → 4 +· you`),
  );
  await page.keyboard.press('Tab');
  await expect(earlier).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('listitem').filter({ hasText: invoices }).last()).toHaveText(
    `${invoices} 4 → 5`,
  );
  await expect(dialog(page).getByText('Changes 1 section.')).toBeVisible();
  await expectAxeClean(page);
  await putBack(page).press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Earlier orders' })).toBeFocused();
  await expect.poll(() => orderWrites(sandbox)).toHaveLength(2);
  await expectInStep(page, sandbox, memberOnboarding);
  expect(await storedTitles(sandbox, memberOnboarding)).toEqual(before);
});

test('an order that a colleague changed is put back without what is gone, and with what is new', async ({
  page,
  sandbox,
}) => {
  await openAs(page, sandbox, path);
  await expect(rowsOf(page)).toHaveCount(6);
  const before = await titlesOn(page);
  await open(page);
  // By now it is noted: the list comes after that.
  await expect(none(page)).toBeVisible();
  await sandbox.remove('sections', welcome);
  await sandbox.insert('sections', {
    CourseId: memberOnboarding,
    Title: 'Brand new',
    DisplayOrder: 999,
  });
  await sandbox.edit('sections', billing, { DisplayOrder: -1, UpdatedBy: 'ann@example.com' });
  await page.reload();
  await expect(rowsOf(page).first()).toContainText(invoices);
  await open(page);
  await expect(dialog(page)).toContainText(/The order now: .+ · ann@example.com/);
  await dialog(page).locator('summary').click();
  const part = (name: string) => dialog(page).getByRole('region', { name });
  await expect(part('Moves back').getByRole('listitem')).toHaveText(`${invoices} 1 → 5`);
  await expect(part('New since then').getByRole('listitem')).toHaveText('Brand new position 6 now');
  await expect(part('Gone since then').getByRole('listitem')).toHaveText(`${before[0]} position 1 then`);

  // What somebody changes after that was not in sight when the order was chosen.
  await sandbox.edit('sections', billing, { DisplayOrder: 1000, UpdatedBy: 'bob@example.com' });
  await putBack(page).click();
  await expect(page.getByRole('alert')).toContainText('The list has changed meanwhile. Nothing was sent.');
  expect(await orderWrites(sandbox)).toEqual([]);
  await expectInStep(page, sandbox, memberOnboarding);

  await open(page);
  await expect(dialog(page)).toContainText(/The order now: .+ · bob@example.com/);
  await dialog(page).locator('summary').last().click();
  await expect(dialog(page).getByText('Changes 1 section.')).toBeVisible();
  await putBack(page).click();
  await expect.poll(() => orderWrites(sandbox)).toHaveLength(1);
  await expectInStep(page, sandbox, memberOnboarding);
  expect(await storedTitles(sandbox, memberOnboarding)).toEqual([...before.slice(1), 'Brand new']);
});
