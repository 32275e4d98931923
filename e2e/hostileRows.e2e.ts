import type { Page } from '@playwright/test';
import { AWKWARD_SECTIONS, ONBOARDING_SECTIONS } from '../sandbox/seed/ids';
import { openAs } from './support/session';
import { expect, test } from './support/test';

const { welcome, firstWeek } = ONBOARDING_SECTIONS;
const editPath = (id: number = welcome) => `/sections/${id}/edit`;
const title = (page: Page) => page.getByRole('textbox', { name: 'Title' });
const save = (page: Page) => page.getByRole('button', { name: 'Save changes' });
const problems = (page: Page) => page.getByRole('alert');
const status = (page: Page) =>
  page.getByRole('status').filter({ hasText: /^(No changes|Unsaved|Saved at|Not saved)/ });

test('row 3: a double click and Enter together send one request', async ({ page, sandbox }) => {
  await openAs(page, sandbox, editPath());
  await sandbox.fail({ method: 'PUT', fault: { delayMs: 500 } });
  await title(page).fill('Once');
  await save(page).dblclick();
  await title(page).press('Enter');
  await expect(status(page)).toHaveText(/^Saved at/);
  expect(await sandbox.writes()).toHaveLength(1);
});

/** Each refusal, and what of it has to stand in the summary. */
const refusals: readonly [row: string, fault: string, words: readonly string[]][] = [
  ['11', '200-errors', ['Title is already used by another section']],
  ['11', '200-unsuccessful', ['This course is closed for changes.']],
  ['15', 'unknown-property', ['PublishingWindow']],
  ['16', 'odd-case', ['Title is already used by another section']],
  ['16', 'prefixed', ['Title is already used by another section']],
  ['17', 'null-property', ['The record is locked by an import.']],
  ['17', 'proto-property', ['__proto__', 'constructor']],
  ['18', 'message-only', ['This course is closed for changes.']],
  ['18', 'message-only-title', ['Title is already used by another section']],
  ['19', 'two-errors-on-title', ['Title is already used by another section', 'must not end with a number']],
  ['20', 'hidden-field', ['must be a multiple of 7']],
  ['21', 'html-message', ['<b>is bold</b>']],
];
for (const [row, fault, words] of refusals) {
  test(`row ${row}: ${fault}: every word is in the summary, and the next save goes out`, async ({
    page,
    sandbox,
    allow,
  }) => {
    allow.status(400);
    await openAs(page, sandbox, editPath());
    await title(page).fill(`Refused [fault:${fault}]`);
    await save(page).click();
    await expect(problems(page)).toContainText('Nothing was saved.');
    for (const text of words) await expect(problems(page)).toContainText(text);
    await expect(status(page)).toHaveText('Not saved');
    await title(page).fill('Accepted');
    await save(page).click();
    await expect(status(page)).toHaveText(/^Saved at/);
    expect((await sandbox.read('sections', welcome)).Title).toBe('Accepted');
  });
}

test('row 22: script, address and window of an answer are ignored', async ({ page, sandbox }) => {
  await openAs(page, sandbox, editPath());
  await title(page).fill('Quiet [fault:hostile-envelope]');
  await save(page).click();
  await expect(status(page)).toHaveText(/^Saved at/);
  await expect(page).toHaveURL(editPath());
  await expect(page).not.toHaveTitle(/taken over/);
  expect(page.context().pages()).toHaveLength(1);
});

for (const [id, type] of [
  [AWKWARD_SECTIONS.unlockType0, 0],
  [AWKWARD_SECTIONS.unlockType99, 99],
] as const) {
  test(`row 27: an unlock type of ${type} is named, not chosen, and goes back as it was`, async ({
    page,
    sandbox,
  }) => {
    await openAs(page, sandbox, editPath(id));
    const group = page.getByRole('radiogroup', { name: 'Unlock type' });
    await expect(group.getByRole('radio', { checked: true })).toHaveCount(0);
    await expect(page.getByText(`Unknown unlock rule (${type})`)).toBeVisible();
    await title(page).fill('Another title');
    await save(page).click();
    await expect(status(page)).toHaveText(/^Saved at/);
    expect(await sandbox.read('sections', id)).toMatchObject({ Title: 'Another title', UnlockType: type });
  });
}

for (const [name, id] of [
  ['custom fields', AWKWARD_SECTIONS.customFields],
  ['a property that nobody knows', AWKWARD_SECTIONS.unknownProperty],
  ['CRLF in the introduction', AWKWARD_SECTIONS.crlf],
] as const) {
  test(`row 28, 29: a save of the title sends everything else back as it was: ${name}`, async ({
    page,
    sandbox,
  }) => {
    const before = await sandbox.read('sections', id);
    await openAs(page, sandbox, editPath(id));
    await title(page).fill('Only this');
    await save(page).click();
    await expect(status(page)).toHaveText(/^Saved at/);
    const { UpdatedOn: _on, UpdatedBy: _by, Title: _title, ToStringText: _text, ...rest } = before;
    expect(await sandbox.read('sections', id)).toMatchObject({ ...rest, Title: 'Only this' });
  });
}

test('row 30: emptied days are an error, never 0', async ({ page, sandbox }) => {
  await openAs(page, sandbox, editPath(firstWeek));
  await page.getByRole('textbox', { name: 'Unlock after (days)' }).fill('');
  await save(page).click();
  await expect(problems(page)).toContainText('Enter the number of days');
  expect(await sandbox.writes()).toEqual([]);
});
