import type { Page } from '@playwright/test';
import { COURSES, ONBOARDING_SECTIONS } from '../../sandbox/seed/ids';
import { passTimeUntil } from '../support/clock';
import { draftsIn, expectDraft } from '../support/drafts';
import { holdCalls } from '../support/holdCalls';
import { editPath, openDirtyForm, openForm, sectionsPath, waysOut } from '../support/pages/leaving';
import { sectionForm } from '../support/pages/sectionForm';
import { heading } from '../support/pages/heading';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

// docs/hostile-situations.md 68: “Save and leave”.

const saveFirst = (page: Page) =>
  sectionForm(page).question.getByRole('button', { name: 'Save and leave', exact: true });
const answers = ['Save and leave', 'Stay', 'Leave without saving'];

for (const { name, go, place } of waysOut.filter((way) => way.name !== 'Cancel')) {
  test(`“Save and leave” saves once, and then ${name} goes on`, async ({ page, sandbox }) => {
    const form = sectionForm(page);
    await openDirtyForm(page, sandbox);
    await expectDraft(page, ({ values }) => values['title'] === 'Not finished yet');
    const call = await holdCalls(page, 'PUT');
    await go(page);
    await expect(form.question.getByRole('button')).toHaveText(answers);
    await expect(form.question).toContainText(
      'Your changes aren’t saved yet. They are kept as a draft in this browser for 14 days.',
    );
    await saveFirst(page).dblclick();
    await call.arrived;
    await expect(form.question).toHaveCount(0);
    await expect(page).toHaveURL(editPath);
    await page.keyboard.press('Control+s');
    call.release();
    await expect(heading(page, place)).toBeVisible();
    expect(await sandbox.writes()).toHaveLength(1);
    expect(await sandbox.read('sections', ONBOARDING_SECTIONS.welcome)).toMatchObject({
      Title: 'Not finished yet',
    });
    await expect.poll(async () => (await draftsIn(page)).length).toBe(0);
  });
}

test('“Save and leave” stays when nothing was saved, and forgets where it was going', async ({
  page,
  sandbox,
  allow,
}) => {
  const form = sectionForm(page);
  allow.status(400, 500);
  await page.clock.install();
  await openForm(page, sandbox);
  const summary = page.getByRole('alert').filter({ hasText: 'There is a problem' });
  const failures = [
    { typed: '', words: 'Enter a title' },
    { typed: 'Refused [refuse:Title=is too good]', words: 'Title is too good' },
    { typed: 'Lost [fault:500]', words: 'that Title did not arrive. Save again.' },
  ];
  for (const { typed, words } of failures) {
    await form.title.fill(typed);
    await form.cancel.click();
    await saveFirst(page).click();
    await passTimeUntil(page, () => expect(summary).toContainText(words, { timeout: 250 }));
    await expect(page.locator(':focus')).toContainText(words);
    await expect(page).toHaveURL(editPath);
    await expect(form.question).toHaveCount(0);
  }
  await form.title.fill('Fine now');
  await form.save.click();
  await expect(form.status(/^Saved at/)).toBeVisible();
  await expect(page).toHaveURL(editPath);
});

test('“Save and leave” stays with the comparison where a colleague has changed the same', async ({
  page,
  sandbox,
}) => {
  const form = sectionForm(page);
  await openDirtyForm(page, sandbox);
  await sandbox.edit('sections', ONBOARDING_SECTIONS.welcome, { Title: 'Theirs' });
  await page.getByRole('button', { name: 'Sign out' }).click();
  await saveFirst(page).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Choose which to keep' })).toBeVisible();
  await expect(form.title).toHaveValue('Not finished yet');
  expect(await sandbox.writes()).toEqual([]);
});

test('“Save and leave” stays for what was typed while the save was under way', async ({ page, sandbox }) => {
  const form = sectionForm(page);
  await openDirtyForm(page, sandbox);
  const call = await holdCalls(page, 'PUT');
  await form.cancel.click();
  await saveFirst(page).click();
  await call.arrived;
  await form.title.fill('Typed after that');
  call.release();
  await expect(form.save).toBeEnabled();
  await expect(form.status('Unsaved changes')).toBeVisible();
  await expect(page).toHaveURL(editPath);
  await expect(form.title).toHaveValue('Typed after that');
});

test('“Save and leave” shows first what the server changed on the way', async ({ page, sandbox }) => {
  const form = sectionForm(page);
  await sandbox.setOptions({ normalisesFields: { Title: 'trimmed' } });
  await openForm(page, sandbox);
  await form.title.fill('Too   much room');
  await form.cancel.click();
  await saveFirst(page).click();
  const saved = page.getByRole('dialog', { name: 'Saved' });
  await expect(saved).toContainText('The server changed: Title.');
  await expect(saved.getByRole('button')).toHaveText(['Stay', 'Leave']);
  await saved.getByRole('button', { name: 'Leave' }).click();
  await expect(page.getByRole('link', { name: 'Too much room' })).toBeVisible();
});

test('“Save and leave” creates a section once and goes where it was asked to', async ({
  page,
  sandbox,
  allow,
}) => {
  const form = sectionForm(page);
  allow.status(400);
  await openAs(page, sandbox, sectionsPath);
  await page.getByRole('link', { name: 'New section' }).click();
  const courses = page.getByRole('navigation').getByRole('link', { name: 'Courses' });
  await form.title.fill('Refused [refuse:Title]');
  await courses.click();
  await saveFirst(page).click();
  await expect(page.getByRole('heading', { name: 'There is a problem' })).toBeVisible();
  await form.title.fill('Made on the way out');
  await courses.click();
  await saveFirst(page).click();
  await expect(heading(page, 'Courses')).toBeVisible();
  const made = (await sandbox.sectionsOf(COURSES.memberOnboarding)).map(({ Title }) => Title);
  expect(made.filter((name) => name === 'Made on the way out')).toHaveLength(1);
  await expect.poll(async () => (await draftsIn(page)).length).toBe(0);
});
