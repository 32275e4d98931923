import type { Page } from '@playwright/test';
import { ONBOARDING_SECTIONS } from '../../sandbox/seed/ids';
import { draftsIn, expectDraft } from '../support/drafts';
import { sectionForm } from '../support/pages/sectionForm';
import { openAs, signIn } from '../support/session';
import { expect, test } from '../support/test';

const { welcome } = ONBOARDING_SECTIONS;
const editPath = `/sections/${welcome}/edit`;
const isOpenTwice = (page: Page) => page.getByText('This section is open in another tab, too');
const isNewer = (page: Page) => page.getByText('Newer version on the server');

/** What a browser tells a page whose window comes to the front. */
const comeBack = (page: Page) => page.evaluate(() => dispatchEvent(new Event('focus')));

test.describe('the same section in two tabs', () => {
  test('row 33: is noticed in both, each keeps a draft of its own, and the second save merges', async ({
    page,
    context,
    sandbox,
  }) => {
    const form = sectionForm(page);
    await signIn(page, sandbox, editPath);
    const other = await context.newPage();
    await other.goto(editPath);
    await expect(isOpenTwice(page)).toBeVisible();
    await expect(isOpenTwice(other)).toBeVisible();

    await form.title.fill('From the first tab');
    await sectionForm(other).order.fill('55');
    await expectDraft(page, ({ values }) => values['title'] === 'From the first tab');
    await expectDraft(page, ({ values }) => values['displayOrder'] === '55');
    expect(await draftsIn(page)).toHaveLength(2);

    await form.save.click();
    await expect(form.saveStatus).toHaveText(/^Saved at/);
    await expect(isNewer(other)).toBeVisible();
    await expect(sectionForm(other).order).toHaveValue('55');
    await sectionForm(other).save.click();
    await expect(other.getByText(/Kept the change of Title/)).toBeVisible();
    await expect(sectionForm(other).title).toHaveValue('From the first tab');
    expect(await sandbox.read('sections', welcome)).toMatchObject({
      Title: 'From the first tab',
      DisplayOrder: 55,
    });
    await expect(form.title).toHaveValue('From the first tab');
    await expect(form.order).toHaveValue('55');
    await expect(form.saveStatus).not.toHaveText('Unsaved changes');

    await other.close();
    await expect(isOpenTwice(page)).toBeHidden();
  });

  test('is no longer said on coming back when the other tab has crashed', async ({
    page,
    context,
    sandbox,
  }) => {
    await signIn(page, sandbox, editPath);
    const other = await context.newPage();
    await other.goto('/courses');
    const sayHere = () =>
      other.evaluate((record) => {
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
        new BroadcastChannel('nexudus-sections.open').postMessage({ type: 'here', record, tab: 'crashed' });
      }, `section:${welcome}`);
    // The code that listens may still be on its way.
    await expect(async () => {
      await sayHere();
      await expect(isOpenTwice(page)).toBeVisible({ timeout: 1000 });
    }).toPass();
    await comeBack(page);
    await expect(isOpenTwice(page)).toBeHidden();
  });

  test('says nothing of what is typed or stored to the other tabs', async ({ page, context, sandbox }) => {
    const form = sectionForm(page);
    await signIn(page, sandbox, editPath);
    const other = await context.newPage();
    await other.goto('/courses');
    await other.evaluate(() => {
      const heard: { type: string }[] = [];
      const channel = new BroadcastChannel('nexudus-sections.open');
      channel.addEventListener('message', ({ data }: MessageEvent<{ type: string }>) => heard.push(data));
      Object.assign(window, { heard });
    });
    const words = () => other.evaluate(() => JSON.stringify('heard' in window && window.heard));
    await form.title.fill('A secret title');
    await form.save.click();
    await expect.poll(words).toContain('"saved"');
    const said = await words();
    expect(said).toContain(`section:${welcome}`);
    expect(said).not.toContain('secret');
    expect(said).not.toMatch(/@|token/i);
  });
});

test.describe('a newer version on the server', () => {
  test('row 34: is told on coming back, and leaves a form with changes alone', async ({ page, sandbox }) => {
    const form = sectionForm(page);
    await openAs(page, sandbox, editPath);
    await form.title.fill('Mine');
    await sandbox.edit('sections', welcome, { DisplayOrder: 66, UpdatedBy: 'colleague@example.com' });
    // The code that looks may still be on its way.
    await expect(async () => {
      await comeBack(page);
      await expect(isNewer(page)).toBeVisible({ timeout: 1000 });
    }).toPass();
    await expect(page.getByText(/colleague@example\.com saved this section meanwhile/)).toBeVisible();
    await expect(form.title).toHaveValue('Mine');
    await expect(form.order).not.toHaveValue('66');
    expect(await sandbox.writes()).toEqual([]);

    await page.getByRole('button', { name: 'Take its changes into the form' }).click();
    await expect(form.order).toHaveValue('66');
    await expect(form.title).toHaveValue('Mine');
    await expect(isNewer(page)).toBeHidden();
    await expect(form.saveStatus).toHaveText('Unsaved changes');
  });

  test('takes the place of the old one in a form without changes', async ({ page, sandbox }) => {
    const form = sectionForm(page);
    await openAs(page, sandbox, editPath);
    await expect(form.title).not.toHaveValue('');
    await sandbox.edit('sections', welcome, { Title: 'Renamed elsewhere' });
    await expect
      .poll(async () => {
        await comeBack(page);
        return form.title.inputValue();
      })
      .toBe('Renamed elsewhere');
    await expect(form.saveStatus).toHaveText('No changes');
    await expect(isNewer(page)).toBeHidden();
  });
});

test('row 26: a page that comes back from the cache shows nothing before the session was looked at', async ({
  page,
  context,
  sandbox,
}) => {
  const form = sectionForm(page);
  await signIn(page, sandbox, editPath);
  await form.title.fill('Private');
  await expectDraft(page, ({ values }) => values['title'] === 'Private');
  // What the browser does when the page goes into the cache and another tab signs out meanwhile.
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
  await expect(form.title).toBeHidden();
  const other = await context.newPage();
  await other.goto('/courses');
  await other.getByRole('button', { name: 'Sign out' }).click();
  await expect(other).toHaveURL(/sign-in/);
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  await expect(page).toHaveURL(/sign-in/);
  await expect(page.getByLabel('Email')).toBeVisible();
});

test('the draft of a tab that is closed now is offered by its link in the header, also on its own page', async ({
  page,
  context,
  sandbox,
}) => {
  await signIn(page, sandbox, editPath);
  await expect(sectionForm(page).title).toBeVisible();
  const other = await context.newPage();
  await other.goto(editPath);
  await sectionForm(other).title.fill('From the other tab');
  await expectDraft(other, ({ values }) => values['title'] === 'From the other tab');
  await other.close();
  await comeBack(page);
  await page.getByRole('button', { name: 'Drafts' }).click();
  await page.getByRole('dialog').getByRole('link').click();
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(sectionForm(page).title).toHaveValue('From the other tab');
});
