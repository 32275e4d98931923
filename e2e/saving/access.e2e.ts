import type { Page } from '@playwright/test';
import { expectInvalid, expectSummary, sectionForm, watchSaveStatus } from '../support/pages/sectionForm';
import { COURSE, NEW_SECTION, SECTION, STORED_SECTION, submit } from '../support/pages/sectionPages';
import { signIn } from '../support/session';
import { expect, test } from '../support/test';

const ended = (page: Page) => page.getByRole('dialog', { name: 'Your session has ended' });

/** The role is named in one message, which no control of the form can cure; what the server itself says is under “Details”. */
async function expectRoleNamed(page: Page, role: string): Promise<void> {
  await expectSummary(page);
  const { summary } = sectionForm(page);
  await expect(summary.getByRole('listitem')).toHaveText(
    new RegExp(`Your account lacks the role ${role}\\.`),
  );
  const theirs = page.getByText(/"(Authorization has been denied for this request\.|Access Denied)"/);
  await expect(theirs).toBeHidden();
  await page.getByText('Details', { exact: true }).first().click();
  await expect(theirs).toBeVisible();
}

test.describe('an account without the role', () => {
  for (const status of [401, 403] as const) {
    test(`row 39: is told which one when it saves a section (${status}), and keeps what it typed`, async ({
      page,
      sandbox,
      allow,
    }) => {
      const form = sectionForm(page);
      allow.status(401, 403);
      await sandbox.setOptions({ missingRoleStatus: status });
      await STORED_SECTION.open(page, sandbox, 'no-edit');
      const phrases = await watchSaveStatus(page);
      await form.save.click();
      await expectRoleNamed(page, 'CourseSection-Edit');
      await expect(form.summary).toContainText('Nothing was saved.');
      await expect(ended(page)).toHaveCount(0);
      await expect(form.saveStatus).toHaveText('Not saved');
      await expect(form.title).toHaveValue('Fire drill');
      expect((await phrases()).join()).not.toContain('Saved at');
    });

    test(`row 39: is told which one when it creates a section (${status}), and keeps what it typed`, async ({
      page,
      sandbox,
      allow,
    }) => {
      const form = sectionForm(page);
      allow.status(401, 403);
      await sandbox.setOptions({ missingRoleStatus: status });
      await NEW_SECTION.open(page, sandbox, 'no-create');
      await submit(page, NEW_SECTION);
      await expectRoleNamed(page, 'CourseSection-Create');
      await expect(ended(page)).toHaveCount(0);
      await expect(form.title).toHaveValue('Fire drill');
    });
  }

  test('and goes on is told before it fills in another, until a create is carried out', async ({
    page,
    sandbox,
    allow,
  }) => {
    const form = sectionForm(page);
    allow.status(401);
    const known = page.getByText('Your account lacks the role CourseSection-Create', { exact: true });
    const another = page.getByRole('link', { name: 'New section' });
    await NEW_SECTION.open(page, sandbox, 'no-create');
    await expect(known).toHaveCount(0);
    await submit(page, NEW_SECTION);
    await expectRoleNamed(page, 'CourseSection-Create');
    await expect(known).toHaveCount(0);
    await form.cancel.click();
    await form.question.getByRole('button', { name: /^Leave/ }).click();

    await expect(page.getByText('CourseSection-Create: sections can’t be created')).toBeVisible();
    await expect(another).toHaveAttribute('aria-disabled', 'true');
    await expect(another).toHaveAttribute('title', /CourseSection-Create/);
    await another.click({ force: true });
    await page.reload();
    await expect(another).toHaveAttribute('aria-disabled', 'true');
    // Who has no pointer that rests on it presses it.
    const told = page.getByRole('status').filter({ hasText: 'Your account lacks the role' });
    await another.press('Enter');
    await expect(told).toBeInViewport({ ratio: 1 });
    await page.getByRole('button', { name: 'More actions for Getting in and out' }).click();
    await expect(told).toHaveCount(0);
    const duplicate = page.getByRole('menuitem', { name: 'Duplicate…' });
    await expect(duplicate).toHaveAttribute('title', /CourseSection-Create/);
    await duplicate.press('Enter');
    await expect(told).toBeInViewport({ ratio: 1 });
    const insert = page.getByRole('menuitem', { name: 'Insert section here' });
    for (const way of [insert, page.getByRole('link', { name: 'Insert section here' })]) {
      await expect(way).toHaveAttribute('title', /CourseSection-Create/);
    }
    await page.keyboard.press('Escape');
    await expect(told).toHaveCount(0);
    await page.goBack();
    await expect(known).toBeVisible();
    await expect(page.getByRole('button', { name: 'Copy a message to your administrator' })).toBeVisible();

    await sandbox.takeRoles('no-create', []);
    await form.title.fill('Smoke');
    await form.createAnother.click();
    await expect(form.status('Section created')).toBeVisible();
    await expect(known).toHaveCount(0);
    await form.title.fill('Fire drill');
    await submit(page, NEW_SECTION);
    await expect(page.getByText('Section created')).toBeVisible();
    await expect(another).toHaveAttribute('href', /./);
  });

  test('that it lost during the work is told so, by a session that can be renewed', async ({
    page,
    sandbox,
    allow,
  }) => {
    const form = sectionForm(page);
    allow.status(401);
    await signIn(page, sandbox, `/sections/${SECTION}/edit`);
    await form.title.fill('Fire drill');
    await sandbox.takeRoles('admin', ['CourseSection-Edit']);
    await form.save.click();
    await expectRoleNamed(page, 'CourseSection-Edit');
    await expect(ended(page)).toHaveCount(0);
  });
});

test.describe('a section that was deleted meanwhile', () => {
  test.beforeEach(({ allow }) => allow.status(404));

  test('row 5: is said to be, and is created again from what was typed', async ({ page, sandbox }) => {
    const form = sectionForm(page);
    await STORED_SECTION.open(page, sandbox);
    await form.introduction.fill('<p>Leave by the stairs.</p>');
    const phrases = await watchSaveStatus(page);
    await sandbox.remove('sections', SECTION);
    await form.save.click();
    await expectSummary(page, 'This section has been deleted in the meantime.');
    await expect(form.summary).toContainText('Nothing was saved.');
    await expect(form.title).toHaveValue('Fire drill');
    expect((await phrases()).join()).not.toContain('Saved at');
    expect(await sandbox.writes()).toEqual([]);

    await page.getByRole('button', { name: 'Create it again from my version' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'New section' })).toBeVisible();
    await expect(form.title).toHaveValue('Fire drill');
    await expect(form.saveStatus).toHaveText('Unsaved changes');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('dialog', { name: 'Unsaved changes' }).getByRole('button', { name: 'Stay' }).click();

    await submit(page, NEW_SECTION);
    await expect(page.getByText('Section created')).toBeVisible();
    const [write, ...others] = await sandbox.writes();
    expect(others).toEqual([]);
    const body = {
      CourseId: COURSE,
      Title: 'Fire drill',
      SectionContents: '<p>Leave by the stairs.</p>',
      DisplayOrder: 2,
      UnlockType: 2,
    };
    expect(write).toMatchObject({ method: 'POST', body });

    // What was brought along is used up.
    await page.goBack();
    await expect(form.saveStatus).toHaveText('No changes');
    await expect(form.title).toHaveValue('');
  });

  test('between the read and the write is said to be, too', async ({ page, sandbox }) => {
    const form = sectionForm(page);
    await STORED_SECTION.open(page, sandbox);
    await sandbox.fail({ method: 'PUT', fault: { status: 404, body: 'Not found' } });
    await form.save.click();
    await expectSummary(page, 'This section has been deleted in the meantime.');
    await expect(page.getByRole('button', { name: 'Create it again from my version' })).toBeVisible();
    await expect(form.saveStatus).toHaveText('Not saved');
  });
});

test('row 41, 43, 44, 45: each way to refuse a request as a whole is put in words, and nothing typed is lost', async ({
  page,
  sandbox,
  allow,
}) => {
  const form = sectionForm(page);
  const words: [status: number, line: RegExp][] = [
    [403, /^You don’t have access\. Your account lacks the role CourseSection-Edit\./],
    [405, /^This server does not accept the request\. The cause is how the app or the server is set up/],
    [406, /^This server does not accept the request\./],
    [
      413,
      /^This is too large for the server\. Shorten the introduction.* The introduction has [\d,]+ characters\.$/,
    ],
    [414, /^This is too large for the server\./],
    [415, /^This server does not accept the request\./],
    [412, /^The record has changed\.$/],
    [423, /^The record has changed\.$/],
  ];
  allow.status(422, ...words.map(([status]) => status));
  await STORED_SECTION.open(page, sandbox);
  const phrases = await watchSaveStatus(page);
  for (const [status, line] of words) {
    await sandbox.fail({ method: 'PUT', fault: { status, body: { Message: 'The record has changed.' } } });
    await form.title.fill(`Fire drill ${status}`);
    await form.save.click();
    await expect(form.saveStatus, String(status)).toHaveText('Not saved');
    await expect(form.summary.getByRole('listitem').first()).toHaveText(line);
    await expect(form.summary).toContainText('Nothing was saved.');
    await expect(form.title).toHaveValue(`Fire drill ${status}`);
  }
  await expect(page.getByRole('button', { name: 'Copy details' })).toBeVisible();
  await form.title.fill('Fire drill [fault:422]');
  await form.save.click();
  await expectSummary(page, 'Title is too vague');
  await expectInvalid(form.title, 'Title is too vague');
  expect((await phrases()).join()).not.toContain('Saved at');
  expect(await sandbox.writes()).toHaveLength(words.length + 1);
});
