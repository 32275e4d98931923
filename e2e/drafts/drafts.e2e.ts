import type { Page } from '@playwright/test';
import { PASSWORD } from '../../sandbox/accounts';
import { ONBOARDING_SECTIONS } from '../../sandbox/seed/ids';
import { expectAxeClean } from '../support/axe';
import { draftsIn, expectDraft, overwriteDrafts } from '../support/drafts';
import { sectionForm } from '../support/pages/sectionForm';
import { openAs, signIn } from '../support/session';
import { expect, test } from '../support/test';

const { welcome, gettingIn } = ONBOARDING_SECTIONS;
const editPath = (id: number = welcome) => `/sections/${id}/edit`;
const offer = (page: Page) => page.getByText('There is a draft of this section that was not saved');
const restore = (page: Page) => page.getByRole('button', { name: 'Restore', exact: true });

/** Types into the form and waits until the draft is in the browser's database. */
async function typeTitle(page: Page, text: string): Promise<void> {
  const form = sectionForm(page);
  await form.title.fill(text);
  await expectDraft(page, ({ values }) => values['title'] === text);
}

test.describe('a draft of a section', () => {
  test('row 9: is offered after a reload with its age and its differences, and never applied by itself', async ({
    page,
    sandbox,
  }) => {
    const form = sectionForm(page);
    // axe looks at every element, twice.
    test.slow();
    await openAs(page, sandbox, editPath());
    const stored = await form.title.inputValue();
    await typeTitle(page, 'Typed before the crash');
    await page.reload();

    await expect(offer(page)).toBeVisible();
    await expect(page.getByText(/just now|minute ago/)).toBeVisible();
    await expect(page.getByText('Draft: Typed before the crash')).toBeVisible();
    await expect(page.getByText(`Stored: ${stored}`)).toBeVisible();
    await expect(form.title).toHaveValue(stored);
    await expect(form.saveStatus).toHaveText('No changes');
    await expectAxeClean(page);

    await restore(page).click();
    await expect(form.title).toHaveValue('Typed before the crash');
    await expect(form.saveStatus).toHaveText('Unsaved changes');
    await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
    await page.getByRole('button', { name: 'Save changes' }).click();
    await expect(form.saveStatus).toHaveText(/^Saved at/);
    await expect.poll(async () => (await draftsIn(page)).length).toBe(0);
    expect((await sandbox.read('sections', welcome)).Title).toBe('Typed before the crash');
  });

  test('row 101: a restored draft and a discarded one come back by Undo', async ({ page, sandbox }) => {
    const form = sectionForm(page);
    await openAs(page, sandbox, editPath());
    const stored = await form.title.inputValue();
    await typeTitle(page, 'Second thoughts');
    await page.reload();

    await restore(page).click();
    // Neither what was typed since nor what a colleague saved since is undone.
    await page.getByRole('textbox', { name: 'Introduction' }).fill('<p>Typed since</p>');
    await sandbox.edit('sections', welcome, { DisplayOrder: 77 });
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await page.getByRole('button', { name: 'Take its changes into the form' }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(form.title).toHaveValue(stored);
    await expect(page.getByRole('textbox', { name: 'Introduction' })).toHaveValue('<p>Typed since</p>');
    await expect(page.getByRole('textbox', { name: 'Display order' })).toHaveValue('77');
    await expect(offer(page)).toBeVisible();

    await page.getByRole('button', { name: 'Discard' }).click();
    await expect(offer(page)).toBeHidden();
    // The other one is of what was typed since.
    await expect.poll(async () => (await draftsIn(page)).length).toBe(1);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(offer(page)).toBeVisible();
    await expect.poll(async () => (await draftsIn(page)).length).toBe(2);
  });

  test('holds the form and none of the session’s secrets', async ({ page, sandbox }) => {
    const sessions: { access_token: string; refresh_token: string }[] = [];
    // Read on the way: the browser does not always give the body of an answer that the page has taken.
    await page.route('**/api/token', async (route) => {
      const response = await route.fetch({ maxRetries: 2 });
      sessions.push((await response.json()) as (typeof sessions)[0]);
      await route.fulfill({ response });
    });
    await signIn(page, sandbox, editPath());
    await typeTitle(page, 'No secrets');
    const text = JSON.stringify(await draftsIn(page));
    expect(text).toContain('No secrets');
    expect(sessions).toHaveLength(1);
    for (const secret of [sessions[0]?.access_token, sessions[0]?.refresh_token, PASSWORD]) {
      expect(secret).toBeTruthy();
      expect(text).not.toContain(secret);
    }
    expect(text).not.toMatch(/token|bearer|password|clientId/i);
  });

  test('that is older than the stored section is merged, and asks where both changed a field', async ({
    page,
    sandbox,
  }) => {
    const form = sectionForm(page);
    await openAs(page, sandbox, editPath());
    await form.title.fill('My title');
    await page.getByRole('switch', { name: 'Active' }).uncheck();
    await expectDraft(page, ({ values }) => values['title'] === 'My title' && values['active'] === false);
    await sandbox.edit('sections', welcome, { Title: 'Their title', DisplayOrder: 77 });
    await page.reload();

    await expect(page.getByText(/has been changed since/)).toBeVisible();
    await restore(page).click();
    const choices = page.getByRole('group', { name: 'Title' });
    await expect(choices.getByRole('radio', { checked: true })).toHaveCount(0);
    await choices.getByRole('radio', { name: 'Keep mine' }).check();
    await page.getByRole('button', { name: 'Use these choices' }).click();
    await expect(form.title).toHaveValue('My title');
    await expect(page.getByRole('textbox', { name: 'Display order' })).toHaveValue('77');

    // Once a save was tried, its outcome is all that is said.
    await form.title.fill('');
    await page.getByRole('button', { name: 'Save changes' }).click();
    await expect(form.summary).toBeVisible();
    await expect(page.getByText('Draft restored.')).toBeHidden();
    await form.title.fill('My title');
    await page.getByRole('button', { name: 'Save changes' }).click();
    await expect(form.saveStatus).toHaveText(/^Saved at/);
    const merged = { Title: 'My title', DisplayOrder: 77, Active: false };
    expect(await sandbox.read('sections', welcome)).toMatchObject(merged);
  });

  test('survives signing out in another tab and is offered after the next sign-in', async ({
    page,
    context,
    sandbox,
  }) => {
    await signIn(page, sandbox, editPath());
    await typeTitle(page, 'Not lost by signing out');
    const other = await context.newPage();
    await other.goto('/courses');
    await other.getByRole('button', { name: 'Sign out' }).click();
    await expect(page).toHaveURL(/sign-in/);
    await expect(page.getByText('Not lost by signing out')).toBeHidden();
    await signIn(page, sandbox, editPath());
    await expect(page.getByText('Draft: Not lost by signing out')).toBeVisible();
  });

  test('of another account is not offered', async ({ page, sandbox }) => {
    const form = sectionForm(page);
    await signIn(page, sandbox, editPath());
    await typeTitle(page, 'For my eyes only');
    page.on('dialog', (dialog) => void dialog.accept());
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Leave without saving' }).click();
    await signIn(page, sandbox, editPath(), 'colleague');
    await expect(form.saveStatus).toHaveText('No changes');
    await form.title.fill('Something of the colleague');
    await expectDraft(page, ({ values }) => values['title'] === 'Something of the colleague');
    // What is one’s own is offered: with it the other one would be.
    await page.reload();
    await expect(page.getByText('Draft: Something of the colleague')).toBeVisible();
    await expect(page.getByText('For my eyes only')).toHaveCount(0);
  });

  test('stays when the form is left without saving; the next page says so, with “Discard”', async ({
    page,
    sandbox,
  }) => {
    const form = sectionForm(page);
    const kept = page.getByRole('status').filter({ hasText: 'Draft kept' });
    const leave = async () => {
      await page.getByRole('button', { name: 'Cancel' }).click();
      await page.getByRole('button', { name: 'Leave without saving' }).click();
      await expect(kept).toBeVisible();
      await expect(page).toHaveURL(/courses/);
    };
    await openAs(page, sandbox, editPath());
    // At once: what leaving keeps is not what the writing behind the typing has kept before.
    await form.title.fill('Leave me');
    await leave();
    expect((await draftsIn(page)).map(({ values }) => values['title'])).toEqual(['Leave me']);
    await page.getByRole('searchbox').fill('Welcome');
    await expect(page).toHaveURL(/\?/);
    await expect(kept).toBeVisible();

    await kept.getByRole('link', { name: 'Leave me' }).click();
    await expect(offer(page)).toBeVisible();
    await expect(kept).toHaveCount(0);
    await restore(page).click();
    await leave();
    await kept.getByRole('button', { name: 'Discard' }).click();
    await expect.poll(async () => (await draftsIn(page)).length).toBe(0);
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => (await draftsIn(page)).length).toBe(1);
    await kept.getByRole('button', { name: 'Discard' }).click();
    await expect(page.getByText('Draft discarded')).toBeVisible();
    await expect.poll(async () => (await draftsIn(page)).length).toBe(0);
  });

  test('of one section does not show on another', async ({ page, sandbox }) => {
    await openAs(page, sandbox, editPath());
    await typeTitle(page, 'Only here');
    page.on('dialog', (dialog) => void dialog.accept());
    await page.goto(editPath(gettingIn));
    await typeTitle(page, 'Another one');
    // What belongs to it is offered: with it the other one would be.
    await page.reload();
    await expect(page.getByText('Draft: Another one')).toBeVisible();
    await expect(page.getByText('Draft: Only here')).toHaveCount(0);
  });

  test('row 74: what another version of the app left can be copied, and discarded with Undo', async ({
    page,
    sandbox,
  }) => {
    await openAs(page, sandbox, editPath());
    await typeTitle(page, 'To be replaced');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Leave without saving' }).click();
    await expect(page).toHaveURL(/courses/);
    await overwriteDrafts(page, { version: 99, savedAt: Date.now(), words: 'from the future' });
    await page.goto(editPath());
    await expect(page.getByText('A draft that this version of the app cannot read')).toBeVisible();
    await page.getByText('Its text').click();
    await expect(page.getByText('from the future')).toBeVisible();
    const stored = await draftsIn(page);
    await page.getByRole('button', { name: 'Discard' }).click();
    await expect.poll(async () => (await draftsIn(page)).length).toBe(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByText('A draft that this version of the app cannot read')).toBeVisible();
    await expect.poll(() => draftsIn(page)).toEqual(stored);
  });
});

test.describe('the drafts in the header', () => {
  test('lists what was typed elsewhere, leads there, and discards with Undo', async ({ page, sandbox }) => {
    // axe looks at every element, twice.
    test.slow();
    await openAs(page, sandbox, editPath());
    const menu = page.getByRole('banner').getByRole('button', { name: 'Drafts' });
    await typeTitle(page, 'To be found again');
    await expect(menu).toBeHidden();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Leave without saving' }).click();
    await menu.click();
    const dialog = page.getByRole('dialog', { name: 'Drafts' });
    await expect(dialog.getByRole('link', { name: 'To be found again' })).toBeVisible();
    await expectAxeClean(page);
    await dialog.getByRole('button', { name: 'Discard the draft: To be found again' }).click();
    await expect(dialog.getByText('There are no drafts left.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Undo' }).click();
    await dialog.getByRole('link', { name: 'To be found again' }).click();
    await expect(offer(page)).toBeVisible();
    await expect(dialog).toBeHidden();
  });
});
