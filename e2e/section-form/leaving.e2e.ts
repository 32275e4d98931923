import type { Dialog, Page } from '@playwright/test';
import { COURSES } from '../../sandbox/seed/ids';
import { holdCalls } from '../support/holdCalls';
import { editPath, openDirtyForm, openForm, sectionsPath, waysOut } from '../support/pages/leaving';
import { sectionForm } from '../support/pages/sectionForm';
import { heading } from '../support/pages/heading';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

const stay = (page: Page) => sectionForm(page).question.getByRole('button', { name: 'Stay', exact: true });
const saveFirst = (page: Page) =>
  sectionForm(page).question.getByRole('button', { name: 'Save and leave', exact: true });
const leave = (page: Page) =>
  sectionForm(page).question.getByRole('button', { name: 'Leave without saving', exact: true });

for (const { name, go, place } of waysOut) {
  test(`row 68: ${name} asks while there are unsaved changes, each time, and leaves when told to`, async ({
    page,
    sandbox,
  }) => {
    const form = sectionForm(page);
    await openDirtyForm(page, sandbox);
    for (const answer of ['Stay', 'Escape']) {
      await go(page);
      await expect(form.question).toBeVisible();
      await expect(saveFirst(page)).toBeFocused();
      await (answer === 'Stay' ? stay(page).click() : page.keyboard.press('Escape'));
      await expect(form.question).toHaveCount(0);
      await expect(page).toHaveURL(editPath);
      await expect(form.title).toHaveValue('Not finished yet');
    }
    await go(page);
    await leave(page).click();
    await expect(heading(page, place)).toBeVisible();
    await expect(form.question).toHaveCount(0);
    expect(await sandbox.writes()).toEqual([]);
  });
}

test('a page without changes is left at once', async ({ page, sandbox }) => {
  const form = sectionForm(page);
  for (const { name, go, place } of waysOut) {
    await test.step(name, async () => {
      await openForm(page, sandbox);
      // What was changed and changed back is no change.
      await form.title.fill('x');
      await form.title.fill('Welcome to Harbour House');
      await go(page);
      await expect(heading(page, place)).toBeVisible();
    });
  }
});

test('row 68: Back pressed twice at once asks once, and leaves for where the first one leads', async ({
  page,
  sandbox,
}) => {
  const form = sectionForm(page);
  await openAs(page, sandbox, '/courses');
  await page.getByRole('link', { name: 'Member onboarding' }).click();
  await page.getByRole('link', { name: 'Welcome to Harbour House' }).click();
  await form.title.fill('Not finished yet');
  // With the first question its code is there.
  await page.goBack();
  await stay(page).click();
  await expect(form.question).toHaveCount(0);
  const backTwice = () =>
    page.evaluate(() => {
      history.back();
      history.back();
    });

  await backTwice();
  await expect(saveFirst(page)).toBeFocused();
  await expect(page).toHaveURL(editPath);
  await stay(page).click();
  await expect(form.question).toHaveCount(0);
  await expect(form.title).toHaveValue('Not finished yet');

  await backTwice();
  await leave(page).click();
  await expect(heading(page, 'Member onboarding')).toBeVisible();
  await expect(page).toHaveURL(sectionsPath);
  await page.goBack();
  await expect(heading(page, 'Courses')).toBeVisible();
  await expect(page).toHaveURL('/courses');
  expect(await sandbox.writes()).toEqual([]);
});

test('row 68: after “Stay” and after Esc the focus is where it was', async ({ page, sandbox }) => {
  const form = sectionForm(page);
  await openDirtyForm(page, sandbox);
  await form.cancel.click();
  await stay(page).click();
  await expect(form.cancel).toBeFocused();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(saveFirst(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeFocused();
  await form.title.focus();
  await page.goBack();
  await stay(page).press('Enter');
  await expect(form.title).toBeFocused();
});

test('the question keeps the keyboard, and leaving gives the focus to the row that one comes from', async ({
  page,
  sandbox,
}) => {
  const form = sectionForm(page);
  await openDirtyForm(page, sandbox);
  await form.cancel.press('Enter');
  await expect(saveFirst(page)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(stay(page)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(leave(page)).toBeFocused();
  await page.keyboard.press('Control+s');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Welcome to Harbour House' })).toBeFocused();
  expect(await sandbox.writes()).toEqual([]);
});

test('row 68: closing the tab asks by the browser’s own question, only while something is unsaved', async ({
  page,
  sandbox,
}) => {
  const form = sectionForm(page);
  await openDirtyForm(page, sandbox);
  const asked: string[] = [];
  page.on('dialog', (dialog: Dialog) => {
    asked.push(dialog.type());
    void dialog.dismiss();
  });
  const isAsked = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  await isAsked;
  await expect(form.title).toHaveValue('Not finished yet');
  await form.save.click();
  await expect(form.status(/^Saved at/)).toBeVisible();
  const isClosed = page.waitForEvent('close');
  await page.close({ runBeforeUnload: true });
  await isClosed;
  expect(asked).toEqual(['beforeunload']);
});

test('after a save nothing asks; after the next change Back asks again', async ({ page, sandbox }) => {
  const form = sectionForm(page);
  await openDirtyForm(page, sandbox);
  await form.save.click();
  await expect(form.status(/^Saved at/)).toBeVisible();
  await page.goBack();
  await expect(heading(page, 'Member onboarding')).toBeVisible();
  await page.getByRole('link', { name: 'Not finished yet' }).click();
  await expect(form.title).toHaveValue('Not finished yet');
  await form.title.fill('Changed again');
  await page.goBack();
  await expect(form.question).toBeVisible();
  await leave(page).click();
  await expect(page.getByRole('link', { name: 'Not finished yet' })).toBeVisible();
  expect(await sandbox.writes()).toHaveLength(1);
});

test('after a refused save leaving still asks', async ({ page, sandbox, allow }) => {
  const form = sectionForm(page);
  allow.status(400);
  await openForm(page, sandbox);
  await form.title.fill('Refused [refuse:Title]');
  await form.save.click();
  await expect(page.getByRole('heading', { name: 'There is a problem' })).toBeVisible();
  await form.cancel.click();
  await expect(form.question).toBeVisible();
  await stay(page).click();
  await expect(form.title).toHaveValue('Refused [refuse:Title]');
});

test('a link opened in another tab leaves the form alone, without a question', async ({
  page,
  browser,
  sandbox,
}) => {
  const form = sectionForm(page);
  await openDirtyForm(page, sandbox);
  // By the browser's own list: of a hundred tabs that open like this, one or two are never reported as a page.
  const client = await browser.newBrowserCDPSession();
  const tabAt = async (path: RegExp) => {
    const { targetInfos } = await client.send('Target.getTargets');
    return targetInfos.find(({ type, url }) => type === 'page' && path.test(url))?.targetId;
  };
  await page.getByRole('link', { name: 'Courses', exact: true }).click({ modifiers: ['ControlOrMeta'] });
  const elsewhere = /\/(?:courses|sign-in\?next=%2Fcourses)$/;
  await expect.poll(() => tabAt(elsewhere)).toBeDefined();
  await expect(form.question).toHaveCount(0);
  await expect(form.title).toHaveValue('Not finished yet');
  await client.send('Target.closeTarget', { targetId: (await tabAt(elsewhere)) ?? '' });
});

test.describe('while a save is under way', () => {
  test('leaving asks, and says that the save is not over', async ({ page, sandbox }) => {
    const form = sectionForm(page);
    await openDirtyForm(page, sandbox);
    const call = await holdCalls(page, 'PUT');
    await form.save.click();
    await call.arrived;
    await form.cancel.click();
    await expect(form.question).toContainText('A save is still under way');
    await expect(stay(page)).toBeFocused();
    call.release();
    // The answer stays the person’s when the save ends meanwhile.
    const saved = page.getByRole('dialog', { name: 'Saved' });
    await expect(saved).toBeVisible();
    await expect(saved.getByRole('button', { name: 'Stay' })).toBeFocused();
    await saved.getByRole('button', { name: 'Leave', exact: true }).click();
    await expect(heading(page, 'Member onboarding')).toBeVisible();
    expect(await sandbox.writes()).toHaveLength(1);
  });

  test('Back asks too, and who stays sees how it ended', async ({ page, sandbox, allow }) => {
    const form = sectionForm(page);
    allow.status(400);
    await openForm(page, sandbox);
    await form.title.fill('Refused late');
    const body = { Message: 'Not today', WasSuccessful: false, Errors: [] };
    await sandbox.fail({ method: 'PUT', fault: { status: 400, body } });
    const call = await holdCalls(page, 'PUT');
    await form.save.click();
    await call.arrived;
    await page.goBack();
    await expect(form.question).toBeVisible();
    call.release();
    await stay(page).click();
    await expect(page.getByRole('alert').filter({ hasText: 'Not today' })).toBeVisible();
    await expect(page).toHaveURL(editPath);
    await expect(form.title).toHaveValue('Refused late');
  });
});

test.describe('the form of a new section', () => {
  test('asks before it is left', async ({ page, sandbox }) => {
    const form = sectionForm(page);
    await openAs(page, sandbox, sectionsPath);
    await page.getByRole('link', { name: 'New section' }).click();
    await form.title.fill('Never made');
    await form.cancel.click();
    await stay(page).click();
    await page.goBack();
    await leave(page).click();
    await expect(heading(page, 'Member onboarding')).toBeVisible();
    expect(await sandbox.writes()).toEqual([]);
  });

  test('does not ask once the section is created', async ({ page, sandbox }) => {
    const form = sectionForm(page);
    await openAs(page, sandbox, sectionsPath);
    await page.getByRole('link', { name: 'New section' }).click();
    await form.title.fill('Made at once');
    await page.getByRole('button', { name: 'Create section' }).click();
    await expect(form.status('Section created')).toBeVisible();
    await expect(page).toHaveURL(sectionsPath);
    await expect(form.question).toHaveCount(0);
    await page.goBack();
    await expect(heading(page, 'New section')).toBeVisible();
    await page.goBack();
    await expect(heading(page, 'Member onboarding')).toBeVisible();
    expect(await sandbox.writes()).toHaveLength(1);
  });

  test('after “Create and add another” asks only when something new is typed', async ({ page, sandbox }) => {
    const form = sectionForm(page);
    await openAs(page, sandbox, `/sections/new?courseId=${COURSES.memberOnboarding}`);
    await form.title.fill('The first of two');
    await page.getByRole('button', { name: 'Create and add another' }).click();
    await expect(form.title).toHaveValue('');
    await form.cancel.click();
    await expect(page.getByRole('link', { name: 'The first of two' })).toBeVisible();
    await page.goBack();
    await form.title.fill('The second');
    await form.cancel.click();
    await expect(form.question).toBeVisible();
  });
});
