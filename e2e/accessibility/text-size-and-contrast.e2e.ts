// oxlint-disable unicorn/consistent-function-scoping -- what runs in the page brings along all that it needs
import type { Page } from '@playwright/test';
import { COURSES } from '../../sandbox/seed/ids';
import { rowOf, rowsOf } from '../support/pages/sectionList';
import { openAs } from '../support/session';
import { enlargeText, expectNothingClipped, spaceText } from '../support/reflow';
import { expect, test } from '../support/test';

const path = `/courses/${COURSES.hostTraining}/sections`;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Selected rows, their bar, and a run that failed: all that the page can show at once. */
async function openAll(page: Page, sandbox: Parameters<typeof openAs>[1]): Promise<void> {
  await sandbox.fail({ method: 'PUT', path: '/content/coursesections', after: 1, fault: { status: 400 } });
  await openAs(page, sandbox, `${path}?active=yes`);
  await page.getByRole('checkbox', { name: 'Select all' }).click();
  await page.getByRole('checkbox', { name: 'Select The role of a host' }).click();
  await button(page, 'Deactivate').click();
  await expect(page.getByText(/Not finished/)).toBeVisible();
  await expect(rowsOf(page).getByRole('alert')).not.toHaveCount(0);
}

async function expectDialogsWhole(page: Page): Promise<void> {
  await button(page, 'More actions for The role of a host').click();
  await expectNothingClipped(page);
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectNothingClipped(page);
  await button(page, 'Cancel').click();
}

const needs = [
  ['with text of twice the size', enlargeText, [1280, 640]],
  ['with the text spacing of WCAG', spaceText, [1280, 320]],
] as const;
for (const [name, set, widths] of needs) {
  test(`${name} nothing on the sections page is cut`, async ({ page, sandbox, allow }) => {
    allow.status(400);
    await openAll(page, sandbox);
    await set(page);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      await expectNothingClipped(page);
      await expectDialogsWhole(page);
    }
  });
}

test('in forced colours the state of a switch, badges, selection, progress and focus can be seen', async ({
  page,
  sandbox,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await sandbox.fail({ method: 'PUT', path: '/content/coursesections', fault: { hang: true } });
  await openAs(page, sandbox, path);
  const lookOf = (element: Element) => {
    const { backgroundColor, borderTopStyle, borderTopColor, outlineStyle } = getComputedStyle(element);
    return { backgroundColor, borderTopStyle, borderTopColor, outlineStyle };
  };
  const inactive = rowOf(page, 'Events from the host’s side');
  const on = page.getByRole('switch', { name: 'Active: The role of a host' });
  // What the rows show before their records are read looks alike.
  await expect(on).toBeChecked();
  await expect(inactive.getByText('Inactive', { exact: true })).toBeVisible();
  const [onLook, offLook] = await Promise.all(
    [on, inactive.getByRole('switch')].map((one) => one.evaluate(lookOf)),
  );
  expect(onLook?.backgroundColor).not.toBe(offLook?.backgroundColor);
  expect(offLook?.borderTopColor).not.toBe(offLook?.backgroundColor);
  const badge = await inactive.getByText('Inactive', { exact: true }).evaluate(lookOf);
  expect(badge.borderTopStyle).toBe('solid');
  expect(badge.borderTopColor).not.toBe(badge.backgroundColor);

  await page.keyboard.press('Tab');
  await button(page, 'Move down: The role of a host').focus();
  const focused = await button(page, 'Move down: The role of a host').evaluate(lookOf);
  expect(focused.outlineStyle).toBe('solid');

  const all = page.getByRole('checkbox', { name: 'Select all' });
  await all.click();
  // What is drawn by us would lose its mark there.
  await expect(all).toHaveCSS('appearance', 'auto');
  expect((await inactive.evaluate(lookOf)).outlineStyle).toBe('solid');
  await button(page, 'Deactivate').click();
  const progress = await page.getByRole('progressbar').evaluate(lookOf);
  expect(progress.borderTopStyle).toBe('solid');
});
