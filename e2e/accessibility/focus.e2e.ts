import type { Locator, Page } from '@playwright/test';
import { ONBOARDING_SECTIONS } from '../../sandbox/seed/ids';
import { pauseClock } from '../support/clock';
import { expectDraft } from '../support/drafts';
import { holdCalls } from '../support/holdCalls';
import { expectAllRead, expectSummary, sectionForm } from '../support/pages/sectionForm';
import { NEW_SECTION, SECTION, SECTIONS_PATH, STORED_SECTION } from '../support/pages/sectionPages';
import type { SandboxWorld } from '../support/sandbox';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

// Buttons that take themselves away are pressed by keyboard: what has the focus then is where the person goes on.

const editPath = `/sections/${SECTION}/edit`;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Presses it, and waits until it is gone. */
async function pressAway(control: Locator): Promise<void> {
  await control.focus();
  await control.press('Enter');
  await expect(control).toHaveCount(0);
}

/** What has the focus is a control or a heading that is seen, within the page or the open dialog. */
async function expectFocusKept(page: Page): Promise<void> {
  const where = () =>
    page.evaluate(() => {
      const focused = document.activeElement;
      const isSeen = focused?.matches('main *, dialog *') && focused.checkVisibility();
      return isSeen ? 'kept' : `lost to ${focused?.tagName}`;
    });
  await expect.poll(where).toBe('kept');
}

async function leaveDraft(page: Page, sandbox: SandboxWorld) {
  await openAs(page, sandbox, editPath);
  await sectionForm(page).title.fill('Typed before');
  await expectDraft(page, ({ values }) => values['title'] === 'Typed before');
  page.once('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await expect(button(page, 'Restore')).toBeVisible();
}

test('“Use these choices” leads to the first field that was chosen, and says what is next', async ({
  page,
  sandbox,
}) => {
  const form = sectionForm(page);
  await STORED_SECTION.open(page, sandbox);
  await sandbox.edit('sections', SECTION, { Title: 'Theirs' });
  await form.save.click();
  await expectSummary(page, /has changed Title in the meantime/);
  await form.comparison('Title').getByRole('radio', { name: 'Keep mine' }).check();
  await pressAway(form.useChoices);
  await expect(form.title).toBeFocused();
  await expect(form.status('Your choices are in the form. Save as usual.')).toBeVisible();
  await expect(form.saveStatus).toHaveText('Unsaved changes');
  await expect(form.summary).toHaveCount(0);
  await expect(page).not.toHaveTitle(/^Error/);
});

test('discarding a draft, taking that back and restoring it keep the focus', async ({ page, sandbox }) => {
  await leaveDraft(page, sandbox);
  await pressAway(button(page, 'Discard'));
  await expect(button(page, 'Undo')).toBeFocused();
  await pressAway(button(page, 'Undo'));
  await expect(button(page, 'Restore')).toBeFocused();
  await pressAway(button(page, 'Restore'));
  await expect(button(page, 'Undo')).toBeFocused();
});

test('what stood before radio buttons leaves the focus to the one that is chosen', async ({
  page,
  sandbox,
}) => {
  await openAs(page, sandbox, `/sections/${ONBOARDING_SECTIONS.community}/edit`);
  const timed = page.getByRole('radio', { name: 'Timed' });
  await expect(timed).toBeChecked();
  await expectAllRead(sectionForm(page));
  await page.getByRole('radiogroup', { name: 'Unlock type' }).evaluate((group) => {
    const control = document.createElement('button');
    group.before(control);
    control.focus();
    control.remove();
  });
  await expect(timed).toBeFocused();
});

test('taking a newer version into the form keeps the focus', async ({ page, sandbox }) => {
  await STORED_SECTION.open(page, sandbox);
  await expectAllRead(sectionForm(page));
  await sandbox.edit('sections', SECTION, { DisplayOrder: 9 });
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await pressAway(button(page, 'Take its changes into the form'));
  await expectFocusKept(page);
});

test('a save of unknown fate keeps the focus while it is looked for again, and after', async ({
  page,
  sandbox,
  allow,
}) => {
  const form = sectionForm(page);
  allow.status(400, 500);
  await STORED_SECTION.open(page, sandbox);
  await sandbox.fail({ method: 'PUT', path: SECTIONS_PATH, fault: { status: 500, commit: true } });
  const path = `${SECTIONS_PATH}/${SECTION}`;
  await sandbox.fail({ method: 'GET', path, after: 1, fault: { status: 400 } });
  await form.save.click();
  await expect(form.summary).toContainText('We could not confirm the save.');
  await expect(form.status('Not confirmed')).toBeVisible();
  await expect(page.getByText('Not saved', { exact: true })).toHaveCount(0);
  await pressAway(button(page, 'Check again'));
  await expect(form.saveStatus).toHaveText(/^Saved at/);
  await expectFocusKept(page);
});

test('Enter in a text box saves while the fate of a save is unknown, and does not only look', async ({
  page,
  sandbox,
  allow,
}) => {
  const form = sectionForm(page);
  allow.status(400, 500);
  await STORED_SECTION.open(page, sandbox);
  await sandbox.fail({ method: 'PUT', path: SECTIONS_PATH, fault: { status: 500 } });
  const path = `${SECTIONS_PATH}/${SECTION}`;
  await sandbox.fail({ method: 'GET', path, after: 1, fault: { status: 400 } });
  await form.save.click();
  await expect(form.summary).toContainText('We could not confirm the save.');
  await form.title.press('Enter');
  await expect(form.saveStatus).toHaveText(/^Saved at/);
  expect((await sandbox.read('sections', SECTION)).Title).toBe('Fire drill');
});

test('who knows that a section was not created keeps the focus in the form', async ({
  page,
  sandbox,
  allow,
}) => {
  const form = sectionForm(page);
  allow.status(400, 500);
  await page.clock.install();
  await NEW_SECTION.open(page, sandbox);
  await form.title.fill('Fire drill [fault:500]');
  await sandbox.fail({ method: 'GET', path: SECTIONS_PATH, times: 20, fault: { status: 400 } });
  await form.create.click();
  await expect(async () => {
    await page.clock.fastForward(5000);
    await expect(form.summary).toBeVisible({ timeout: 100 });
  }).toPass();
  await pressAway(button(page, 'I have looked: it is not there'));
  await expectFocusKept(page);
});

test('“Retry” keeps the focus, whether it fails again or not', async ({ page, sandbox }) => {
  const fault = { status: 200, body: '<h1>Log in to Wi-Fi</h1>', contentType: 'text/html' };
  const path = `${SECTIONS_PATH}/${SECTION}`;
  await sandbox.fail({ method: 'GET', path, times: 20, fault });
  await openAs(page, sandbox, editPath);
  const retry = button(page, 'Retry');
  await expect(retry).toBeVisible({ timeout: 20_000 });
  const call = await holdCalls(page, 'GET', { url: `**${path}` });
  await retry.press('Enter');
  await call.arrived;
  await expect(retry).toHaveCount(0);
  call.release();
  await expect(retry).toBeVisible({ timeout: 20_000 });
  await expectFocusKept(page);
  await sandbox.stopFailing();
  await pressAway(retry);
  await expect(sectionForm(page).title).toBeVisible();
  await expectFocusKept(page);
});

test('the question before leaving keeps the focus when it learns that no draft can be kept', async ({
  page,
  sandbox,
}) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
  });
  await page.clock.install();
  await openAs(page, sandbox, editPath);
  await expectAllRead(sectionForm(page));
  await pauseClock(page);
  await sectionForm(page).title.fill('Fire drill');
  await button(page, 'Cancel').click();
  const leave = button(page, 'Leave without saving');
  await leave.press('Enter');
  await page.clock.resume();
  await expect(page.getByRole('dialog')).toContainText('they are lost');
  await expect(leave).toBeFocused();
  await expectFocusKept(page);
});
