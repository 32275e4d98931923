import type { Page } from '@playwright/test';
import { expectCreated } from '../support/created';
import { passTimeUntil } from '../support/clock';
import { deliverTwice } from '../support/deliverTwice';
import { draftsIn, expectDraft } from '../support/drafts';
import { holdCalls } from '../support/holdCalls';
import type { SandboxWorld } from '../support/sandbox';
import { expectSummary, sectionForm, watchSaveStatus } from '../support/pages/sectionForm';
import { COURSE, NEW_SECTION, SECTIONS_PATH } from '../support/pages/sectionPages';
import { expect, test } from '../support/test';

const CHECKING = 'We could not confirm the save. Checking…';

/** How often a section of this title is stored. */
async function countOf(sandbox: SandboxWorld, title: string): Promise<number> {
  const sections = await sandbox.sectionsOf(COURSE);
  return sections.filter((section) => section['Title'] === title).length;
}

const looks = async (sandbox: SandboxWorld) => (await sandbox.requests('GET', SECTIONS_PATH)).length;

/** Lets the time pass until the app gives up looking: one look at the list for its numbers, one right before the write, three after it. */
async function passAllLooks(page: Page, sandbox: SandboxWorld): Promise<void> {
  const form = sectionForm(page);
  await passTimeUntil(page, () => expect(form.summary).toBeVisible({ timeout: 250 }));
  expect(await looks(sandbox)).toBeGreaterThanOrEqual(5);
}

test('row 12, 13, 14: a new section whose answer is useless is recognised in the list, and no second one is made', async ({
  page,
  sandbox,
  allow,
}) => {
  allow.status(500, 502, 503, 504);
  const form = sectionForm(page);
  await NEW_SECTION.open(page, sandbox);
  const useless = ['html', 'empty', 'null', 'array', 'cut-json', 'no-value', 'zero-id', 'string-id'];
  const gateway = ['500', '502', '503', '504'].map((status) => `${status}-after-commit`);
  const faults = [...useless, ...gateway];
  for (const fault of faults) {
    const title = `Fire drill [fault:${fault}]`;
    await form.title.fill(title);
    await form.createAnother.click();
    await expect(form.title, fault).toHaveValue('');
    await expect(page.getByText('the list of sections confirmed it')).toBeVisible();
    expect(await countOf(sandbox, title)).toBe(1);
  }
  expect(await sandbox.writes()).toHaveLength(faults.length);
});

test('row 1: a connection lost in the middle of the answer: the section is recognised, opened in the list, and has no twin', async ({
  page,
  sandbox,
  allow,
}) => {
  allow.networkErrors();
  const form = sectionForm(page);
  await NEW_SECTION.open(page, sandbox);
  const phrases = await watchSaveStatus(page);
  await sandbox.fail({ method: 'POST', path: SECTIONS_PATH, fault: { cut: 'midBody' } });
  // The first two of these reads are the looks at the list before the write.
  const look = await holdCalls(page, 'GET', { url: `**${SECTIONS_PATH}?*`, after: 2 });
  await form.create.click();
  await expect(form.status(CHECKING)).toBeVisible();
  expect((await phrases()).join()).not.toContain('Saved at');
  await look.arrived;
  look.release();
  await expectCreated(page, COURSE, 'Fire drill');
  // “Saving…” shows after 0.3 s only.
  const said = (await phrases()).filter((phrase) => !phrase.toLowerCase().endsWith('saving…'));
  expect(said).toEqual(['Unsaved changes', expect.stringMatching(/^Saved at/)]);
  await expect(page.getByText('the list of sections confirmed it')).toBeVisible();
  expect(await sandbox.writes()).toHaveLength(1);
  expect(await countOf(sandbox, 'Fire drill')).toBe(1);
});

test('row 1, 2: a connection cut right after the section was stored: whatever the browser repeats is shown', async ({
  page,
  sandbox,
  allow,
}) => {
  allow.networkErrors();
  const form = sectionForm(page);
  await NEW_SECTION.open(page, sandbox);
  await sandbox.fail({ method: 'POST', fault: { cut: 'afterCommit' } });
  await form.create.click();
  // A browser sends a request again when a connection that it used before is cut: then there are two.
  await expect(page.getByText(/^(Section created|Created twice)$/)).toBeVisible();
  const stored = await countOf(sandbox, 'Fire drill');
  await expect(page.getByText('Created twice')).toHaveCount(stored === 2 ? 1 : 0);
  expect(stored).toBe((await sandbox.writes()).length);
});

test('row 1: a section that did not arrive is looked for three times, then said not to be there', async ({
  page,
  sandbox,
  allow,
}) => {
  const form = sectionForm(page);
  allow.networkErrors();
  await page.clock.install();
  await NEW_SECTION.open(page, sandbox);
  const phrases = await watchSaveStatus(page);
  // More than once: the browser may repeat a request whose connection is cut.
  await sandbox.fail({ method: 'POST', path: SECTIONS_PATH, times: 9, fault: { cut: 'before' } });
  await sandbox.forgetRequests();
  await form.create.click();
  await passAllLooks(page, sandbox);
  await expectSummary(page, /^Can’t reach Nexudus\./);
  await expect(form.summary).toContainText(
    'It was not created, as far as three looks tell, and can still arrive.',
  );
  await expect(form.saveStatus).toHaveText('Not saved');
  await expect(form.title).toHaveValue('Fire drill');
  expect((await phrases()).join()).not.toContain('Saved at');
  expect(await countOf(sandbox, 'Fire drill')).toBe(0);

  await sandbox.stopFailing();
  await sandbox.forgetRequests();
  await form.create.click();
  await expectCreated(page, COURSE, 'Fire drill');
  expect(await sandbox.writes()).toHaveLength(1);
});

test('a section that turns up late is found by the second look', async ({ page, sandbox, allow }) => {
  allow.status(504);
  await page.clock.install();
  const form = sectionForm(page);
  await NEW_SECTION.open(page, sandbox);
  await sandbox.fail({ method: 'POST', fault: { status: 504 } });
  await sandbox.forgetRequests();
  // After the two looks before the write and the first one behind it.
  const second = await holdCalls(page, 'GET', { url: `**${SECTIONS_PATH}?*`, after: 3 });
  await form.create.click();
  await expect.poll(() => looks(sandbox)).toBe(3);
  const [write] = await sandbox.writes();
  await sandbox.insert('sections', write?.body as Record<string, unknown>);
  second.release();
  await passTimeUntil(page, async () => expect(await looks(sandbox)).toBeGreaterThan(3));
  await expectCreated(page, COURSE, 'Fire drill');
  expect(await sandbox.writes()).toHaveLength(1);
});

/** A new section that is not stored when it is looked for. @returns stores it */
async function arriveLate(page: Page, sandbox: SandboxWorld): Promise<() => Promise<unknown>> {
  await page.clock.install();
  await NEW_SECTION.open(page, sandbox);
  await sandbox.fail({ method: 'POST', fault: { status: 504 } });
  await sandbox.forgetRequests();
  await sectionForm(page).create.click();
  await passAllLooks(page, sandbox);
  const [write] = await sandbox.writes();
  return () => sandbox.insert('sections', write?.body as Record<string, unknown>);
}

test('a section that turns up after the looks is found before another is sent', async ({
  page,
  sandbox,
  allow,
}) => {
  allow.status(504);
  const form = sectionForm(page);
  const arrive = await arriveLate(page, sandbox);
  await expect(form.summary).toContainText('can still arrive');
  await arrive();
  await form.introduction.fill('<p>Typed since</p>');
  await form.create.click();
  await expect(form.status('Section created')).toContainText('What you typed after it was sent');
  await expect(form.introduction).toHaveValue('<p>Typed since</p>');
  expect(await sandbox.writes()).toHaveLength(1);
});

test('row 10: a section that turns up after a reload is found before another is sent', async ({
  page,
  sandbox,
  allow,
}) => {
  allow.status(504);
  const form = sectionForm(page);
  const arrive = await arriveLate(page, sandbox);
  await expectDraft(page, ({ pending }) => pending !== null);
  page.once('dialog', (dialog) => void dialog.accept());
  await page.reload();
  const said = page.getByText(
    'Your last section was not created, as far as three looks tell, and can still arrive.',
  );
  await passTimeUntil(page, () => expect(said).toBeVisible({ timeout: 250 }));
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(form.title).toHaveValue('Fire drill');
  await arrive();
  await form.create.click();
  await expectCreated(page, COURSE, 'Fire drill');
  expect(await sandbox.writes()).toHaveLength(1);
  await expect.poll(() => draftsIn(page)).toEqual([]);
});

test('a fate that can’t be found out stays open; looking again sends nothing', async ({
  page,
  sandbox,
  allow,
}) => {
  const form = sectionForm(page);
  allow.status(400, 500);
  await page.clock.install();
  await NEW_SECTION.open(page, sandbox);
  await form.title.fill('Fire drill [fault:500-after-commit]');
  await sandbox.forgetRequests();
  await sandbox.fail({ method: 'GET', path: SECTIONS_PATH, after: 2, times: 3, fault: { status: 400 } });
  await form.create.click();
  await passAllLooks(page, sandbox);
  await expect(form.summary).toContainText('We could not confirm whether it was created.');
  await expect(page.getByText('We do not know whether the section was created')).toBeVisible();
  await page.getByRole('button', { name: 'Check again' }).click();
  await expectCreated(page, COURSE, 'Fire drill [fault:500-after-commit]');
  expect(await sandbox.writes()).toHaveLength(1);
});

test('row 2: two of one section can both be kept', async ({ page, sandbox }) => {
  const form = sectionForm(page);
  await NEW_SECTION.open(page, sandbox);
  await deliverTwice(page, sandbox);
  await form.create.click();
  await page
    .getByRole('alert')
    .filter({ hasText: 'Created twice' })
    .getByRole('button', { name: 'Keep both' })
    .click();
  await expect(page).toHaveURL(`/courses/${COURSE}/sections`);
  await expect(form.status('Section created')).toContainText('all were kept');
  await expect(page.getByRole('link', { name: 'Fire drill' })).toHaveCount(2);
  expect(await countOf(sandbox, 'Fire drill')).toBe(2);
});

test('row 2: a section that the network made twice is said to be, and one of them can be deleted', async ({
  page,
  sandbox,
}) => {
  const form = sectionForm(page);
  await NEW_SECTION.open(page, sandbox);
  const stored = await deliverTwice(page, sandbox);
  await form.create.click();
  const alert = page.getByRole('alert').filter({ hasText: 'Created twice' });
  await expect(alert.getByRole('link', { name: 'Fire drill' })).toHaveCount(2);
  expect((await sandbox.writes()).map(({ method }) => method)).toEqual(['POST']);

  const [twin] = stored;
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
  await deliverTwice(page, sandbox);
  await sandbox.fail({ method: 'POST', path: SECTIONS_PATH, fault: { cut: 'midBody' } });
  await sectionForm(page).create.click();
  await expect(page.getByRole('alert').filter({ hasText: 'Created twice' })).toBeVisible();
});
