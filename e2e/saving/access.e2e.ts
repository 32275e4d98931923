import type { Page, Route } from '@playwright/test';
import { PASSWORD } from '../../sandbox/accounts';
import {
  COURSE,
  expectInvalid,
  expectSummary,
  field,
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
import { signIn } from '../support/session';
import { expect, test } from '../support/test';

const ended = (page: Page) => page.getByRole('dialog', { name: 'Your session has ended' });

async function signInAgain(page: Page): Promise<void> {
  await expect(ended(page)).toBeVisible();
  await expect(ended(page).getByLabel('Password')).toBeFocused();
  await ended(page).getByLabel('Password').fill(PASSWORD);
  await ended(page).getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(ended(page)).toHaveCount(0);
}

test.describe('a session that ended', () => {
  test.beforeEach(({ allow }) => allow.status(400, 401));

  test('row 7: asks over the form of a stored section; then one click saves', async ({ page, sandbox }) => {
    await signIn(page, sandbox, `/sections/${SECTION}/edit`);
    const phrases = await watchSaveStatus(page);
    await field.title(page).fill('Fire drill');
    await field.introduction(page).fill('<p>Leave by the stairs.</p>');
    await sandbox.revokeTokens();
    await save(page);
    await signInAgain(page);
    await expect(field.title(page)).toHaveValue('Fire drill');
    await expect(field.introduction(page)).toHaveValue('<p>Leave by the stairs.</p>');
    await expect(saveStatus(page)).toHaveText('Not saved');
    await expect(summary(page)).toContainText('Not sent. Nothing was saved.');
    expect((await phrases()).join()).not.toContain('Saved at');
    expect(await sandbox.writes()).toEqual([]);

    await save(page);
    await expect(saveStatus(page)).toHaveText(/^Saved at/);
    expect(await sandbox.writes()).toHaveLength(1);
    const stored = { Title: 'Fire drill', SectionContents: '<p>Leave by the stairs.</p>' };
    expect(await sandbox.read('sections', SECTION)).toMatchObject(stored);
  });

  test('asks over the form of a new section; then one click creates', async ({ page, sandbox }) => {
    await signIn(page, sandbox, `/sections/new?courseId=${COURSE}`);
    await field.title(page).fill('Fire drill');
    await sandbox.revokeTokens();
    await submit(page, NEW_SECTION);
    await signInAgain(page);
    await expect(field.title(page)).toHaveValue('Fire drill');
    expect(await sandbox.writes()).toEqual([]);
    await submit(page, NEW_SECTION);
    await expect(page.getByText('Section created')).toBeVisible();
    expect(await sandbox.writes()).toHaveLength(1);
  });

  test('between the read and the write is no save either', async ({ page, sandbox }) => {
    await signIn(page, sandbox, `/sections/${SECTION}/edit`);
    await field.title(page).fill('Fire drill');
    const revokeFirst = async (route: Route) => {
      await sandbox.revokeTokens();
      await route.continue();
    };
    await page.route(`**/api${SECTIONS_PATH}`, revokeFirst, { times: 1 });
    await save(page);
    await signInAgain(page);
    await expect(saveStatus(page)).toHaveText('Not saved');
    await save(page);
    await expect(saveStatus(page)).toHaveText(/^Saved at/);
    expect((await sandbox.writes()).map(({ status }) => status)).toEqual([401, 200]);
  });

  test('is renewed unseen while it can be: the click saves', async ({ page, sandbox }) => {
    await signIn(page, sandbox, `/sections/${SECTION}/edit`);
    await field.title(page).fill('Fire drill');
    await sandbox.revokeTokens('access');
    await save(page);
    await expect(saveStatus(page)).toHaveText(/^Saved at/);
    await expect(ended(page)).toHaveCount(0);
    expect(await sandbox.writes()).toHaveLength(1);
  });
});

/** What the server itself says then; shown beside our words, as every message of the server is. */
const THEIR_WORDS = /^(Authorization has been denied for this request\.|Access Denied)$/;

test.describe('an account without the role', () => {
  for (const status of [401, 403] as const) {
    test(`row 39: is told which one when it saves a section (${status}), and keeps what it typed`, async ({
      page,
      sandbox,
      allow,
    }) => {
      allow.status(401, 403);
      await sandbox.setOptions({ missingRoleStatus: status });
      await STORED_SECTION.open(page, sandbox, 'no-edit');
      const phrases = await watchSaveStatus(page);
      await save(page);
      await expectSummary(page, /Your account lacks the role CourseSection-Edit\./, THEIR_WORDS);
      await expect(summary(page)).toContainText('Nothing was saved.');
      await expect(ended(page)).toHaveCount(0);
      await expect(saveStatus(page)).toHaveText('Not saved');
      await expect(field.title(page)).toHaveValue('Fire drill');
      expect((await phrases()).join()).not.toContain('Saved at');
    });

    test(`row 39: is told which one when it creates a section (${status}), and keeps what it typed`, async ({
      page,
      sandbox,
      allow,
    }) => {
      allow.status(401, 403);
      await sandbox.setOptions({ missingRoleStatus: status });
      await NEW_SECTION.open(page, sandbox, 'no-create');
      await submit(page, NEW_SECTION);
      await expectSummary(page, /Your account lacks the role CourseSection-Create\./, THEIR_WORDS);
      await expect(ended(page)).toHaveCount(0);
      await expect(field.title(page)).toHaveValue('Fire drill');
    });
  }

  test('that it lost during the work is told so, by a session that can be renewed', async ({
    page,
    sandbox,
    allow,
  }) => {
    allow.status(401);
    await signIn(page, sandbox, `/sections/${SECTION}/edit`);
    await field.title(page).fill('Fire drill');
    await sandbox.takeRoles('admin', ['CourseSection-Edit']);
    await save(page);
    await expectSummary(page, /Your account lacks the role CourseSection-Edit\./, THEIR_WORDS);
    await expect(ended(page)).toHaveCount(0);
  });
});

test.describe('a section that was deleted meanwhile', () => {
  test.beforeEach(({ allow }) => allow.status(404));

  test('row 5: is said to be, and is created again from what was typed', async ({ page, sandbox }) => {
    await STORED_SECTION.open(page, sandbox);
    await field.introduction(page).fill('<p>Leave by the stairs.</p>');
    const phrases = await watchSaveStatus(page);
    await sandbox.remove('sections', SECTION);
    await save(page);
    await expectSummary(page, 'This section has been deleted in the meantime.');
    await expect(summary(page)).toContainText('Nothing was saved.');
    await expect(field.title(page)).toHaveValue('Fire drill');
    expect((await phrases()).join()).not.toContain('Saved at');
    expect(await sandbox.writes()).toEqual([]);

    await page.getByRole('button', { name: 'Create it again from my version' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'New section' })).toBeVisible();
    await expect(field.title(page)).toHaveValue('Fire drill');
    await expect(saveStatus(page)).toHaveText('Unsaved changes');
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
  });

  test('between the read and the write is said to be, too', async ({ page, sandbox }) => {
    await STORED_SECTION.open(page, sandbox);
    await sandbox.fail({ method: 'PUT', fault: { status: 404, body: 'Not found' } });
    await save(page);
    await expectSummary(page, 'This section has been deleted in the meantime.');
    await expect(page.getByRole('button', { name: 'Create it again from my version' })).toBeVisible();
    await expect(saveStatus(page)).toHaveText('Not saved');
  });
});

test('row 41, 43, 44, 45: each way to refuse a request as a whole is put in words, and nothing typed is lost', async ({
  page,
  sandbox,
  allow,
}) => {
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
    await field.title(page).fill(`Fire drill ${status}`);
    await save(page);
    await expect(saveStatus(page), String(status)).toHaveText('Not saved');
    await expect(summary(page).getByRole('link').first()).toHaveText(line);
    await expect(summary(page)).toContainText('Nothing was saved.');
    await expect(field.title(page)).toHaveValue(`Fire drill ${status}`);
  }
  await expect(page.getByRole('button', { name: 'Copy details' })).toBeVisible();
  await field.title(page).fill('Fire drill [fault:422]');
  await save(page);
  await expectSummary(page, 'Title is too vague');
  await expectInvalid(field.title(page), 'Title is too vague');
  expect((await phrases()).join()).not.toContain('Saved at');
  expect(await sandbox.writes()).toHaveLength(words.length + 1);
});
