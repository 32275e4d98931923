import type { Page } from '@playwright/test';
import type { SandboxWorld } from '../support/sandbox';
import {
  COURSE,
  expectSummary,
  field,
  hold,
  NEW_SECTION,
  SECTIONS_PATH,
  saveStatus,
  submit,
  summary,
  watchSaveStatus,
} from '../support/pages/sectionForms';
import { expect, test } from '../support/test';

const create = (page: Page) => submit(page, NEW_SECTION);
const CHECKING = 'We could not confirm the save. Checking…';

/** How often a section of this title is stored. */
async function countOf(sandbox: SandboxWorld, title: string): Promise<number> {
  const sections = await sandbox.sectionsOf(COURSE);
  return sections.filter((section) => section['Title'] === title).length;
}

const looks = async (sandbox: SandboxWorld) => (await sandbox.requests('GET', SECTIONS_PATH)).length;

/** Lets the time pass until the app gives up looking: one look at the list before the write, three after it. */
async function passAllLooks(page: Page, sandbox: SandboxWorld): Promise<void> {
  await expect(async () => {
    await page.clock.fastForward(1_000);
    await expect(summary(page)).toBeVisible({ timeout: 250 });
  }).toPass({ intervals: [100], timeout: 30_000 });
  expect(await looks(sandbox)).toBeGreaterThanOrEqual(4);
}

/** The list page stands there, and the new section has the focus. */
async function expectCreated(page: Page, title = 'Fire drill'): Promise<void> {
  await expect(page).toHaveURL(`/courses/${COURSE}/sections`);
  await expect(page.getByRole('status').filter({ hasText: 'Section created' })).toBeVisible();
  await expect(page.getByRole('link', { name: title, exact: true })).toBeFocused();
}

test('row 12, 13: a new section whose answer is useless is recognised in the list, and no second one is made', async ({
  page,
  sandbox,
}) => {
  await NEW_SECTION.open(page, sandbox);
  const faults = ['html', 'empty', 'null', 'array', 'cut-json', 'no-value', 'zero-id', 'string-id'];
  for (const fault of faults) {
    const title = `Fire drill [fault:${fault}]`;
    await field.title(page).fill(title);
    await page.getByRole('button', { name: 'Create and add another' }).click();
    await expect(field.title(page), fault).toHaveValue('');
    await expect(page.getByText('the list of sections confirmed it')).toBeVisible();
    expect(await countOf(sandbox, title)).toBe(1);
  }
  expect(await sandbox.writes()).toHaveLength(faults.length);
});

test('row 14: a gateway’s error after the section was stored: it is recognised and shown', async ({
  page,
  sandbox,
  allow,
}) => {
  allow.status(500, 502, 503, 504);
  await NEW_SECTION.open(page, sandbox);
  for (const status of [500, 502, 503, 504]) {
    const title = `Fire drill [fault:${status}-after-commit]`;
    await field.title(page).fill(title);
    await page.getByRole('button', { name: 'Create and add another' }).click();
    await expect(field.title(page), title).toHaveValue('');
    await expect(page.getByText('the list of sections confirmed it')).toBeVisible();
    expect(await countOf(sandbox, title)).toBe(1);
  }
  expect(await sandbox.writes()).toHaveLength(4);
});

test('row 1: a connection lost after the section was stored: it is recognised, opened in the list, and has no twin', async ({
  page,
  sandbox,
  allow,
}) => {
  allow.networkErrors();
  await NEW_SECTION.open(page, sandbox);
  const phrases = await watchSaveStatus(page);
  const gate = new AbortController();
  await page.route(`**/api${SECTIONS_PATH}`, async (route) => {
    await route.fetch();
    await hold(page, gate.signal, 'GET', SECTIONS_PATH);
    await route.abort('connectionreset');
  });
  await create(page);
  await expect(page.getByRole('status').filter({ hasText: CHECKING })).toBeVisible();
  expect((await phrases()).join()).not.toContain('Saved at');
  gate.abort();
  await expectCreated(page);
  // “Saving…” shows after 0.3 s only.
  const said = (await phrases()).filter((phrase) => !phrase.toLowerCase().endsWith('saving…'));
  expect(said).toEqual(['Unsaved changes', expect.stringMatching(/^Saved at/)]);
  await expect(page.getByText('the list of sections confirmed it')).toBeVisible();
  expect(await sandbox.writes()).toHaveLength(1);
  expect(await countOf(sandbox, 'Fire drill')).toBe(1);
});

test('row 1: a connection lost in the middle of the answer: it is recognised and has no twin', async ({
  page,
  sandbox,
  allow,
}) => {
  allow.networkErrors();
  await NEW_SECTION.open(page, sandbox);
  await sandbox.fail({ method: 'POST', fault: { cut: 'midBody' } });
  await create(page);
  await expectCreated(page);
  expect(await sandbox.writes()).toHaveLength(1);
});

test('row 1, 2: a connection cut right after the section was stored: whatever the browser repeats is shown', async ({
  page,
  sandbox,
  allow,
}) => {
  allow.networkErrors();
  await NEW_SECTION.open(page, sandbox);
  await sandbox.fail({ method: 'POST', fault: { cut: 'afterCommit' } });
  await create(page);
  // A browser sends a request again when a connection that it used before is cut: then there are two.
  await expect(page.getByText(/^(Section created|Created twice)$/)).toBeVisible();
  const stored = await countOf(sandbox, 'Fire drill');
  await expect(page.getByText('Created twice')).toHaveCount(stored === 2 ? 1 : 0);
});

test('row 1: a section that did not arrive is looked for three times, then said not to be there', async ({
  page,
  sandbox,
  allow,
}) => {
  allow.networkErrors();
  await page.clock.install();
  await NEW_SECTION.open(page, sandbox);
  const phrases = await watchSaveStatus(page);
  await page.route(`**/api${SECTIONS_PATH}`, (route) => route.abort('connectionreset'));
  await sandbox.forgetRequests();
  await create(page);
  await passAllLooks(page, sandbox);
  await expectSummary(page, /^Can’t reach Nexudus\./);
  await expect(summary(page)).toContainText('It was not created.');
  await expect(saveStatus(page)).toHaveText('Not saved');
  await expect(field.title(page)).toHaveValue('Fire drill');
  expect((await phrases()).join()).not.toContain('Saved at');
  expect(await sandbox.writes()).toEqual([]);

  await page.unroute(`**/api${SECTIONS_PATH}`);
  await create(page);
  await expectCreated(page);
  expect(await sandbox.writes()).toHaveLength(1);
});

test('a section that turns up late is found by the second look', async ({ page, sandbox, allow }) => {
  allow.status(504);
  await page.clock.install();
  await NEW_SECTION.open(page, sandbox);
  await sandbox.fail({ method: 'POST', fault: { status: 504 } });
  await sandbox.forgetRequests();
  await create(page);
  await expect.poll(() => looks(sandbox)).toBe(2);
  const [write] = await sandbox.writes();
  await sandbox.insert('sections', write?.body as Record<string, unknown>);
  await expect(async () => {
    await page.clock.fastForward(1_000);
    expect(await looks(sandbox)).toBeGreaterThan(2);
  }).toPass({ intervals: [250], timeout: 30_000 });
  await expectCreated(page);
  expect(await sandbox.writes()).toHaveLength(1);
});

test('a fate that can’t be found out stays open; looking again sends nothing', async ({
  page,
  sandbox,
  allow,
}) => {
  allow.status(400, 500);
  await page.clock.install();
  await NEW_SECTION.open(page, sandbox);
  await field.title(page).fill('Fire drill [fault:500-after-commit]');
  await sandbox.forgetRequests();
  await sandbox.fail({ method: 'GET', path: SECTIONS_PATH, after: 1, times: 3, fault: { status: 400 } });
  await create(page);
  await passAllLooks(page, sandbox);
  await expect(summary(page)).toContainText('We could not confirm whether it was created.');
  await expect(page.getByText('We do not know whether the section was created')).toBeVisible();
  await page.getByRole('button', { name: 'Check again' }).click();
  await expectCreated(page, 'Fire drill [fault:500-after-commit]');
  expect(await sandbox.writes()).toHaveLength(1);
});

test('row 2: a section that the network made twice is said to be, and one of them can be deleted', async ({
  page,
  sandbox,
}) => {
  await NEW_SECTION.open(page, sandbox);
  let twin = 0;
  await page.route(`**/api${SECTIONS_PATH}`, async (route) => {
    const response = await route.fetch();
    const body = route.request().postDataJSON() as Record<string, unknown>;
    twin = (await sandbox.insert('sections', body)).Id;
    await route.fulfill({ response });
  });
  await create(page);
  const alert = page.getByRole('alert').filter({ hasText: 'Created twice' });
  await expect(alert.getByRole('link', { name: 'Fire drill' })).toHaveCount(2);
  expect((await sandbox.writes()).map(({ method }) => method)).toEqual(['POST']);

  await alert.getByRole('button', { name: `Delete section ${twin}` }).click();
  const dialog = page.getByRole('dialog', { name: `Delete section ${twin}?` });
  await expect(dialog.getByRole('button', { name: 'Keep it' })).toBeFocused();
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(alert.getByRole('link', { name: 'Fire drill' })).toHaveCount(1);
  expect(await countOf(sandbox, 'Fire drill')).toBe(1);
});

test('row 2: a twin is found when the answer was lost, too', async ({ page, sandbox, allow }) => {
  allow.networkErrors();
  await NEW_SECTION.open(page, sandbox);
  await page.route(`**/api${SECTIONS_PATH}`, async (route) => {
    await route.fetch();
    await route.fetch();
    await route.abort('connectionreset');
  });
  await create(page);
  await expect(page.getByRole('alert').filter({ hasText: 'Created twice' })).toBeVisible();
});
