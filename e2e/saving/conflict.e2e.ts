import type { Page } from '@playwright/test';
import type { SandboxWorld } from '../support/sandbox';
import {
  COURSE,
  expectSummary,
  field,
  hold,
  NEW_SECTION,
  SECTION,
  SECTIONS_PATH,
  STORED_SECTION,
  save,
  saveStatus,
  submit,
  summary,
  watchSaveStatus,
} from '../support/pages/sectionForms';
import { expect, test } from '../support/test';

const colleague = (sandbox: SandboxWorld) => sandbox.userName('colleague');
const notes = (page: Page) => page.getByRole('status').filter({ hasText: /^Saved(?! at)/ });
const comparison = (page: Page, name: string) => page.getByRole('group', { name, exact: true });

test('row 4: a colleague’s edit of another field is kept, and said', async ({ page, sandbox }) => {
  await STORED_SECTION.open(page, sandbox);
  await sandbox.edit('sections', SECTION, { DisplayOrder: 9, SectionContents: '<p>Theirs</p>' });
  await save(page);
  await expect(saveStatus(page)).toHaveText(/^Saved at/);
  const by = `by ${colleague(sandbox)}.`;
  await expect(notes(page).getByRole('listitem')).toHaveText([
    `Kept the change of Display order ${by}`,
    `Kept the change of Introduction ${by}`,
  ]);
  await expect(field.displayOrder(page)).toHaveValue('9');
  await expect(field.introduction(page)).toHaveValue('<p>Theirs</p>');
  const merged = { Title: 'Fire drill', DisplayOrder: 9, SectionContents: '<p>Theirs</p>' };
  expect((await sandbox.writes()).map(({ body }) => body)).toMatchObject([merged]);
  expect(await sandbox.read('sections', SECTION)).toMatchObject(merged);
});

for (const [choice, title] of [
  ['Keep theirs', 'Evacuation'],
  ['Keep mine', 'Fire drill'],
] as const) {
  test(`row 4: a colleague’s edit of the same field opens the comparison: “${choice}” is what is saved`, async ({
    page,
    sandbox,
  }) => {
    await STORED_SECTION.open(page, sandbox);
    const phrases = await watchSaveStatus(page);
    await field.displayOrder(page).fill('8');
    await sandbox.edit('sections', SECTION, { Title: 'Evacuation', Active: false });
    await save(page);
    await expectSummary(
      page,
      `${colleague(sandbox)} has changed Title in the meantime, and so have you. Choose which to keep.`,
    );
    await expect(summary(page)).toContainText('Nothing was saved.');
    await expect(saveStatus(page)).toHaveText('Not saved');
    expect(await sandbox.writes()).toEqual([]);

    const versions = comparison(page, 'Title');
    await expect(versions).toContainText('Before: Getting in and out');
    await expect(versions.getByRole('radio', { checked: true })).toHaveCount(0);
    const use = page.getByRole('button', { name: 'Use these choices' });
    await expect(use).toHaveAttribute('aria-disabled', 'true');
    await versions.getByRole('radio', { name: choice }).check();
    await use.click();
    await expect(field.title(page)).toHaveValue(title);
    expect(await sandbox.writes()).toEqual([]);
    expect((await phrases()).join()).not.toContain('Saved at');

    await save(page);
    await expect(saveStatus(page)).toHaveText(/^Saved at/);
    const saved = { Title: title, DisplayOrder: 8, Active: false };
    expect(await sandbox.read('sections', SECTION)).toMatchObject(saved);
    expect(await sandbox.writes()).toHaveLength(1);
  });
}

test('a colleague’s edit of several of the same fields is decided field by field', async ({
  page,
  sandbox,
}) => {
  await STORED_SECTION.open(page, sandbox);
  await page.getByRole('radio', { name: 'Timed' }).check();
  await field.unlockAfterDays(page).fill('3');
  await sandbox.edit('sections', SECTION, { Title: 'Evacuation', UnlockType: 3, UnlockAfterDays: 5 });
  await save(page);
  await expectSummary(page, /has changed Title and Unlock type in the meantime/);
  await comparison(page, 'Title').getByRole('radio', { name: 'Keep mine' }).check();
  await expect(page.getByText('Choose for each field (1 to go).')).toBeVisible();
  await comparison(page, 'Unlock type').getByRole('radio', { name: 'Keep theirs' }).check();
  await page.getByRole('button', { name: 'Use these choices' }).click();
  await expect(field.unlockAfterDays(page)).toHaveValue('5');
  await save(page);
  await expect(saveStatus(page)).toHaveText(/^Saved at/);
  const saved = { Title: 'Fire drill', UnlockType: 3, UnlockAfterDays: 5 };
  expect(await sandbox.read('sections', SECTION)).toMatchObject(saved);
});

test('a colleague’s change of a field that was typed in during the save is asked about', async ({
  page,
  sandbox,
}) => {
  await STORED_SECTION.open(page, sandbox);
  await sandbox.edit('sections', SECTION, { DisplayOrder: 9, SectionContents: '<p>Theirs</p>' });
  const gate = new AbortController();
  const put = page.waitForRequest((request) => request.method() === 'PUT');
  await hold(page, gate.signal, 'PUT', SECTIONS_PATH);
  await save(page);
  await put;
  await field.displayOrder(page).fill('12');
  gate.abort();
  const versions = comparison(page, 'Display order');
  await expect(versions).toContainText('Keep theirs');
  await expect(versions).toContainText('9');
  await expect(notes(page).getByRole('listitem')).toContainText([
    /^Kept the change of Display order/,
    /^Kept the change of Introduction/,
    `${colleague(sandbox)} has changed Display order, where you have typed since. Choose which to keep.`,
  ]);
  await expect(field.displayOrder(page)).toHaveValue('12');
  await expect(field.introduction(page)).toHaveValue('<p>Theirs</p>');
  await expect(saveStatus(page)).toHaveText('Unsaved changes');

  // Unless it is decided, the next save asks again.
  await save(page);
  await expectSummary(page, /has changed Display order in the meantime/);
  expect(await sandbox.read('sections', SECTION)).toMatchObject({ Title: 'Fire drill', DisplayOrder: 9 });
  await versions.getByRole('radio', { name: 'Keep mine' }).check();
  await page.getByRole('button', { name: 'Use these choices' }).click();
  await save(page);
  await expect(saveStatus(page)).toHaveText(/^Saved at/);
  expect((await sandbox.read('sections', SECTION)).DisplayOrder).toBe(12);
});

test('the same change made by both is no conflict, and nothing is sent', async ({ page, sandbox }) => {
  await STORED_SECTION.open(page, sandbox);
  await sandbox.edit('sections', SECTION, { Title: 'Fire drill' });
  await save(page);
  await expect(saveStatus(page)).toHaveText('No changes');
  expect(await sandbox.writes()).toEqual([]);
});

test('row 54: what the server made of a save is said, and shown in the form', async ({ page, sandbox }) => {
  await sandbox.setOptions({ cleansTitle: true, cleansHtml: true });
  await STORED_SECTION.open(page, sandbox);
  await field.title(page).fill('Fire   drill');
  await field.introduction(page).fill('<p onclick="alert(1)">Leave by the stairs.</p>');
  await save(page);
  await expect(saveStatus(page)).toHaveText(/^Saved at/);
  await expect(notes(page).getByRole('listitem')).toHaveText([
    'The server changed: Title.',
    'The server changed: Introduction.',
  ]);
  await expect(field.title(page)).toHaveValue('Fire drill');
  await expect(field.introduction(page)).toHaveValue('<p>Leave by the stairs.</p>');
});

test('what the server made of a new section is said', async ({ page, sandbox }) => {
  await sandbox.setOptions({ cleansTitle: true });
  await NEW_SECTION.open(page, sandbox);
  await field.title(page).fill('Fire   drill');
  await submit(page, NEW_SECTION);
  await expect(page).toHaveURL(`/courses/${COURSE}/sections`);
  await expect(page.getByRole('status').filter({ hasText: 'Section created' })).toContainText(
    'The server changed: Title.',
  );
});

test('an image that a stored section was given but did not keep is said', async ({ page, sandbox }) => {
  await STORED_SECTION.open(page, sandbox);
  await page.getByRole('radio', { name: 'Replace with an image from a URL' }).check();
  await field.imageUrl(page).fill('https://images.example/not-stored.png');
  await save(page);
  await expect(saveStatus(page)).toHaveText(/^Saved at/);
  await expect(notes(page)).toContainText(
    'The server accepted the change of the image, but the stored image',
  );
});

test('an image that a new section was given but did not keep is said', async ({ page, sandbox }) => {
  await NEW_SECTION.open(page, sandbox);
  await page.getByRole('radio', { name: 'Image from a URL' }).check();
  await field.imageUrl(page).fill('https://images.example/not-stored.png');
  await submit(page, NEW_SECTION);
  await expect(page.getByRole('status').filter({ hasText: 'Section created' })).toContainText(
    'The server accepted the image, but did not store it.',
  );
});

test('the state of the form is one true phrase after the other', async ({ page, sandbox }) => {
  await page.clock.install();
  await STORED_SECTION.open(page, sandbox);
  const phrases = await watchSaveStatus(page);
  await field.title(page).fill('Getting in and out');
  await expect(saveStatus(page)).toHaveText('No changes');
  await field.title(page).fill('Fire drill');
  const gate = new AbortController();
  await hold(page, gate.signal, 'PUT', SECTIONS_PATH);
  await save(page);
  await expect(saveStatus(page)).toHaveText('Saving…');
  await page.clock.fastForward(2_000);
  await expect(saveStatus(page)).toHaveText('Still saving…');
  gate.abort();
  await expect(saveStatus(page)).toHaveText(/^Saved at \d{1,2}:\d{2}$/);
  await field.title(page).fill('Fire alarm');
  await expect(saveStatus(page)).toHaveText('Unsaved changes');
  expect(await phrases()).toEqual([
    'Unsaved changes',
    'No changes',
    'Unsaved changes',
    'Saving…',
    'Still saving…',
    expect.stringMatching(/^Saved at/),
    'Unsaved changes',
  ]);
});
