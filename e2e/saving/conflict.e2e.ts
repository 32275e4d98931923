import type { Page } from '@playwright/test';
import { expectAxeClean } from '../support/axe';
import { holdCalls } from '../support/holdCalls';
import { expectSummary, savedAt, sectionForm, watchSaveStatus } from '../support/pages/sectionForm';
import { COURSE, NEW_SECTION, SECTION, STORED_SECTION } from '../support/pages/sectionPages';
import type { SandboxWorld } from '../support/sandbox';
import { expect, test } from '../support/test';

const colleague = (sandbox: SandboxWorld) => sandbox.userName('colleague');
const notes = (page: Page) => page.getByRole('status').filter({ hasText: /^Saved(?! at)/ });

test('row 4: a colleague’s edit of another field is kept, and said', async ({ page, sandbox }) => {
  const form = sectionForm(page);
  await STORED_SECTION.open(page, sandbox);
  await sandbox.edit('sections', SECTION, { DisplayOrder: 9, SectionContents: '<p>Theirs</p>' });
  await form.save.click();
  await expect(form.saveStatus).toHaveText(savedAt);
  const by = `by ${colleague(sandbox)}.`;
  await expect(notes(page).getByRole('listitem')).toHaveText([
    `Kept the change of Display order ${by}`,
    `Kept the change of Introduction ${by}`,
  ]);
  await expect(form.order).toHaveValue('9');
  await expect(form.introduction).toHaveValue('<p>Theirs</p>');
  const merged = { Title: 'Fire drill', DisplayOrder: 9, SectionContents: '<p>Theirs</p>' };
  expect((await sandbox.writes()).map(({ body }) => body)).toMatchObject([merged]);
  expect(await sandbox.read('sections', SECTION)).toMatchObject(merged);
});

test('row 4: the same field on both sides is compared: before, theirs, mine, and only what is chosen is saved', async ({
  page,
  sandbox,
}) => {
  // axe looks at every element, twice.
  test.slow();
  const form = sectionForm(page);
  await sandbox.edit('sections', SECTION, {
    SectionContents: '<p>One</p><p>Two words here</p><p>Three</p>',
  });
  await STORED_SECTION.open(page, sandbox);
  const phrases = await watchSaveStatus(page);
  await form.introduction.fill('<p>One</p><p>Two words of mine</p><p>Three</p>');
  await form.order.fill('8');
  await sandbox.edit('sections', SECTION, {
    Title: 'Evacuation',
    SectionContents: '<p>One</p><p>Two words there</p><p>Three</p>',
    Active: false,
    UpdatedBy: 'ann@example.com',
  });
  await form.save.click();

  const titles = form.comparison('Title');
  const html = form.comparison('Introduction');
  await test.step('nothing is saved, and nothing is chosen yet', async () => {
    await expectSummary(
      page,
      'ann@example.com has changed Title and Introduction in the meantime, and so have you. Choose which to keep.',
    );
    await expect(form.summary).toContainText('Nothing was saved.');
    await expect(form.saveStatus).toHaveText('Not saved');
    await expect(titles).toContainText('Before: Getting in and out');
    await expect(titles.getByRole('radio', { name: 'Keep theirs' })).toHaveAccessibleDescription(
      'Evacuation',
    );
    await expect(titles.getByRole('radio', { name: 'Keep mine' })).toHaveAccessibleDescription('Fire drill');
    await expect(html.getByRole('group', { name: 'What they changed' }).locator('ins')).toContainText(
      'there',
    );
    await expect(html.getByRole('group', { name: 'What you changed' }).locator('ins')).toContainText('mine');
    await expect(html.getByRole('group', { name: 'What you changed' }).locator('del')).toContainText('here');
    await expect(page.getByRole('radio', { name: /^Keep (mine|theirs)$/, checked: true })).toHaveCount(0);
    await expectAxeClean(page);
    expect(await sandbox.writes()).toEqual([]);
  });

  await test.step('the choices go into the form once all are made', async () => {
    await expect(form.useChoices).toHaveAttribute('aria-disabled', 'true');
    await titles.getByRole('radio', { name: 'Keep theirs' }).check();
    await form.useChoices.click({ force: true });
    await expect(page.getByText('Choose for each field (1 to go).')).toBeVisible();
    await html.getByRole('radio', { name: 'Keep mine' }).check();
    await form.useChoices.click();
    await expect(form.title).toHaveValue('Evacuation');
    expect(await sandbox.writes()).toEqual([]);
    expect((await phrases()).join()).not.toContain('Saved at');
  });

  await test.step('the next save sends them, with what each side changed alone', async () => {
    await form.save.click();
    await expect(form.saveStatus).toHaveText(savedAt);
    expect(await sandbox.read('sections', SECTION)).toMatchObject({
      Title: 'Evacuation',
      SectionContents: '<p>One</p><p>Two words of mine</p><p>Three</p>',
      DisplayOrder: 8,
      Active: false,
    });
    expect(await sandbox.writes()).toHaveLength(1);
  });
});

test('row 4: a colleague’s edit of the title and of the unlock rule is decided field by field', async ({
  page,
  sandbox,
}) => {
  const form = sectionForm(page);
  await STORED_SECTION.open(page, sandbox);
  await form.rule('Timed').check();
  await form.days.fill('3');
  await sandbox.edit('sections', SECTION, { Title: 'Evacuation', UnlockType: 3, UnlockAfterDays: 5 });
  await form.save.click();
  await expectSummary(page, /has changed Title and Unlock type in the meantime/);
  await form.comparison('Title').getByRole('radio', { name: 'Keep mine' }).check();
  await expect(page.getByText('Choose for each field (1 to go).')).toBeVisible();
  await form.comparison('Unlock type').getByRole('radio', { name: 'Keep theirs' }).check();
  await form.useChoices.click();
  await expect(form.title).toHaveValue('Fire drill');
  await expect(form.days).toHaveValue('5');
  expect(await sandbox.writes()).toEqual([]);
  await form.save.click();
  await expect(form.saveStatus).toHaveText(savedAt);
  const saved = { Title: 'Fire drill', UnlockType: 3, UnlockAfterDays: 5 };
  expect(await sandbox.read('sections', SECTION)).toMatchObject(saved);
});

test('row 4: typing over a kept change while the comparison is open is asked about, too', async ({
  page,
  sandbox,
}) => {
  const form = sectionForm(page);
  await STORED_SECTION.open(page, sandbox);
  await sandbox.edit('sections', SECTION, { Title: 'Theirs', SectionContents: '<p>Theirs</p>' });
  await form.save.click();
  await form.comparison('Title').getByRole('radio', { name: 'Keep mine' }).check();
  await form.introduction.fill('<p>Mine, typed later</p>');
  await form.useChoices.click();
  const html = form.comparison('Introduction');
  await expect(html.getByRole('radio')).toHaveCount(2);
  await expect(html.getByRole('radio', { checked: true })).toHaveCount(0);
  await html.getByRole('radio', { name: 'Keep theirs' }).check();
  await form.useChoices.click();
  await expect(form.introduction).toHaveValue('<p>Theirs</p>');
  await expect(form.title).toHaveValue('Fire drill');
});

test('a colleague’s change of a field that was typed in during the save is asked about', async ({
  page,
  sandbox,
}) => {
  const form = sectionForm(page);
  await STORED_SECTION.open(page, sandbox);
  await sandbox.edit('sections', SECTION, { DisplayOrder: 9, SectionContents: '<p>Theirs</p>' });
  const call = await holdCalls(page, 'PUT');
  await form.save.click();
  await call.arrived;
  await form.order.fill('12');
  call.release();
  const versions = form.comparison('Display order');
  await expect(versions).toContainText('Keep theirs');
  await expect(versions).toContainText('9');
  await expect(notes(page).getByRole('listitem')).toContainText([
    /^Kept the change of Display order/,
    /^Kept the change of Introduction/,
    `${colleague(sandbox)} has changed Display order, where you have typed since. Choose which to keep.`,
  ]);
  await expect(form.order).toHaveValue('12');
  await expect(form.introduction).toHaveValue('<p>Theirs</p>');
  await expect(form.saveStatus).toHaveText('Unsaved changes');

  // Unless it is decided, the next save asks again.
  await form.save.click();
  await expectSummary(page, /has changed Display order in the meantime/);
  expect(await sandbox.read('sections', SECTION)).toMatchObject({ Title: 'Fire drill', DisplayOrder: 9 });
  await versions.getByRole('radio', { name: 'Keep mine' }).check();
  await form.useChoices.click();
  await form.save.click();
  await expect(form.saveStatus).toHaveText(savedAt);
  expect((await sandbox.read('sections', SECTION)).DisplayOrder).toBe(12);
});

test('the same change made by both is no conflict, and nothing is sent', async ({ page, sandbox }) => {
  const form = sectionForm(page);
  await STORED_SECTION.open(page, sandbox);
  await sandbox.edit('sections', SECTION, { Title: 'Fire drill' });
  await form.save.click();
  await expect(form.saveStatus).toHaveText('No changes');
  expect(await sandbox.writes()).toEqual([]);
});

test.describe('what the server made of a save', () => {
  test('row 54: is said, and shown in the form of a stored section', async ({ page, sandbox }) => {
    const form = sectionForm(page);
    await sandbox.setOptions({
      normalisesFields: { Title: 'trimmed', SectionContents: 'withoutScripts' },
    });
    await STORED_SECTION.open(page, sandbox);
    await test.step('of its title and its introduction', async () => {
      await form.title.fill('Fire   drill');
      await form.introduction.fill('<p onclick="alert(1)">Leave by the stairs.</p>');
      await form.save.click();
      await expect(form.saveStatus).toHaveText(savedAt);
      await expect(notes(page).getByRole('listitem')).toHaveText([
        'The server changed: Title.',
        'The server changed: Introduction.',
      ]);
      await expect(form.title).toHaveValue('Fire drill');
      await expect(form.introduction).toHaveValue('<p>Leave by the stairs.</p>');
    });
    const replace = async (file: string) => {
      await form.image('Replace with an image from a URL').check();
      await form.imageUrl.fill(`https://images.example/${file}`);
      await form.save.click();
      await expect(form.saveStatus).toHaveText(savedAt);
    };
    await test.step('of an image that it accepted and did not keep', async () => {
      await replace('not-stored.png');
      await expect(notes(page)).toContainText(
        'The server accepted the change of the image, but the stored image is the same as before',
      );
    });
    await test.step('of an image that it kept, nothing', async () => {
      await replace('new.png');
      expect((await sandbox.read('sections', SECTION))['ImageFileName']).toBe('new.png');
      await expect(notes(page)).toHaveCount(0);
    });
  });

  test('is said in the list after a create', async ({ page, sandbox }) => {
    const form = sectionForm(page);
    await sandbox.setOptions({ normalisesFields: { Title: 'trimmed' } });
    await NEW_SECTION.open(page, sandbox);
    await form.title.fill('Fire   drill');
    await form.image('Image from a URL').check();
    await form.imageUrl.fill('https://images.example/not-stored.png');
    await form.create.click();
    await expect(page).toHaveURL(`/courses/${COURSE}/sections`);
    const created = form.status('Section created');
    await expect(created).toContainText('The server changed: Title.');
    await expect(created).toContainText('The server accepted the image, but did not store it.');
  });
});
