import type { Page } from '@playwright/test';
import { COURSES, ONBOARDING_SECTIONS } from '../../sandbox/seed/ids';
import { holdCalls } from '../support/holdCalls';
import { rowsOf } from '../support/pages/sectionList';
import type { SandboxWorld } from '../support/sandbox';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

const course = COURSES.memberOnboarding;
const path = `/courses/${course}/sections`;
const doors = 'Getting in and out';

const changes = (page: Page) => page.getByRole('group', { name: 'Changes' });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const said = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words });

/** Six sections are being deactivated, the first write is held. */
async function beginJob(page: Page, sandbox: SandboxWorld) {
  await openAs(page, sandbox, path);
  await expect(rowsOf(page)).toHaveCount(6);
  const held = await holdCalls(page, 'PUT');
  await page.getByRole('checkbox', { name: 'Select all' }).click();
  await button(page, 'Deactivate').click();
  await held.arrived;
  await expect(changes(page).getByRole('progressbar')).toBeVisible();
  return held;
}

test('what is asked for during another change is named there until its turn comes', async ({
  page,
  sandbox,
}) => {
  const held = await beginJob(page, sandbox);
  await button(page, `More actions for ${doors}`).click();
  await page.getByRole('menuitem', { name: 'Set unlock rule…' }).click();
  await page.getByRole('radio', { name: 'Immediate' }).check();
  await page.getByRole('dialog').getByRole('button', { name: 'Set unlock rule' }).click();
  await expect(changes(page)).toContainText(`1 change is waiting: Set the unlock rule of “${doors}”.`);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(changes(page)).toContainText(
    `2 changes are waiting: Set the unlock rule of “${doors}”; Undo.`,
  );
  held.release();
  await expect(said(page, `Undone: Unlock rule of “${doors}” changed`)).toBeVisible();
  expect((await sandbox.read('sections', ONBOARDING_SECTIONS.gettingIn))['UnlockType']).toBe(2);
});

test('a change that was not finished says why nothing is undone or moved, and that its own buttons are at work', async ({
  page,
  sandbox,
}) => {
  const held = await beginJob(page, sandbox);
  await button(page, 'Stop').click();
  held.release();
  const finish = button(page, 'Finish');
  await expect(finish).toBeVisible();
  const isOn = page.getByRole('switch', { name: `Active: ${doors}` });
  await isOn.click();
  await expect(said(page, `“${doors}” is inactive`)).toHaveCount(1);
  await expect(isOn).not.toHaveAttribute('aria-busy');
  const why = said(page, 'First finish, put back or dismiss the change that was not finished.');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(changes(page).filter({ has: why })).toBeVisible();
  await expect(why).toBeVisible();
  await expect(isOn).not.toBeChecked();
  const link = page.getByRole('link', { name: doors });
  await link.focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(why).toHaveCount(2);

  const reading = await holdCalls(page, 'GET');
  await finish.click();
  await reading.arrived;
  const wait = 'Wait until the change before it is done, or stop it.';
  await expect(finish).toBeDisabled();
  await expect(finish).toHaveAttribute('title', wait);
  await button(page, 'Put it back').click({ force: true });
  await expect(said(page, wait)).toBeVisible();
  reading.release();
  await expect(said(page, 'Deactivate 6 sections: finished')).toBeVisible();
});
