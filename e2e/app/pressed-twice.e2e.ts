import type { Locator, Page } from '@playwright/test';
import { COURSES, ONBOARDING_SECTIONS } from '../../sandbox/seed/ids';
import { newSectionPath } from '../support/created';
import { expectDraft } from '../support/drafts';
import { holdCalls } from '../support/holdCalls';
import { openDirtyForm } from '../support/pages/leaving';
import { sectionForm } from '../support/pages/sectionForm';
import { rowsOf } from '../support/pages/sectionList';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

const course = COURSES.memberOnboarding;
const path = `/courses/${course}/sections`;
const welcome = 'Welcome to Harbour House';
const doors = 'Getting in and out';

/** Two presses, each a click of its own, before the first has done what it does. */
async function pressTwice(button: Locator): Promise<void> {
  await button.evaluate((element: HTMLElement) => {
    element.click();
    element.click();
  });
}

const restore = (page: Page) => page.getByRole('button', { name: 'Restore', exact: true });

test.describe('a button that is pressed twice', () => {
  for (const answer of ['Leave without saving', 'Save and leave']) {
    test(`“${answer}” leaves once`, async ({ page, sandbox }) => {
      const form = sectionForm(page);
      await openDirtyForm(page, sandbox);
      await expectDraft(page, ({ values }) => values['title'] === 'Not finished yet');
      await form.cancel.click();
      await pressTwice(form.question.getByRole('button', { name: answer, exact: true }));
      await expect(page).toHaveURL(path);
      await expect(rowsOf(page)).toHaveCount(6);
      expect(await sandbox.writes()).toHaveLength(answer === 'Save and leave' ? 1 : 0);
    });
  }

  test('“Duplicate” makes one copy, also while it reads the list', async ({ page, sandbox }) => {
    await openAs(page, sandbox, path);
    await page.getByRole('checkbox', { name: `Select ${welcome}` }).click();
    const opener = page.getByRole('button', { name: 'Duplicate…' });
    await opener.click();
    const duplicate = page.getByRole('button', { name: 'Duplicate', exact: true });
    await expect(duplicate).toBeVisible();
    const reading = await holdCalls(page, 'GET');
    await pressTwice(duplicate);
    await reading.arrived;
    await expect(page.getByRole('dialog')).toBeHidden();
    reading.release();
    await expect(rowsOf(page)).toHaveCount(7);
    // One change of a course waits for the other: this one comes after whatever was asked for.
    await page.getByRole('switch', { name: `Active: ${doors}` }).click();
    const isOff = async () =>
      (await sandbox.read('sections', ONBOARDING_SECTIONS.gettingIn))['Active'] === false;
    await expect.poll(isOff).toBe(true);
    expect(await sandbox.requests('POST', '/content/coursesections')).toHaveLength(1);
  });

  test('“Restore” can be undone to what was typed before it', async ({ page, sandbox }) => {
    const form = sectionForm(page);
    await openAs(page, sandbox, newSectionPath(course));
    await form.title.fill('From the draft');
    await expectDraft(page, ({ values }) => values['title'] === 'From the draft');
    page.on('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await form.title.fill('Typed since');
    await pressTwice(restore(page));
    await expect(form.title).toHaveValue('From the draft');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(form.title).toHaveValue('Typed since');
  });
});

test.describe('an Enter key that is held down', () => {
  test('closes a dialog, and presses nothing that comes to light', async ({ page, sandbox }) => {
    await openAs(page, sandbox, path);
    const actions = page.getByRole('button', { name: `More actions for ${doors}` });
    await actions.click();
    await page.getByRole('menuitem', { name: 'Delete…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).focus();
    await page.keyboard.down('Enter');
    await expect(actions).toBeFocused();
    await page.keyboard.down('Enter');
    await page.keyboard.down('Enter');
    await expect(actions).toBeFocused();
    await expect(actions).toHaveAttribute('aria-expanded', 'false');
    await page.keyboard.up('Enter');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menuitem', { name: 'Edit' })).toBeFocused();
    await expect(page).toHaveURL(path);
  });
});
