import { expect, type Page } from '@playwright/test';
import { passTimeUntil } from '../support/clock';
import { deliverTwice } from '../support/deliverTwice';
import { draftsIn, expectDraft } from '../support/drafts';
import { holdCalls } from '../support/holdCalls';
import { COURSE, NEW_SECTION, SECTIONS_PATH } from '../support/pages/sectionPages';
import { savedAt, sectionForm } from '../support/pages/sectionForm';
import type { SandboxWorld } from '../support/sandbox';
import { test } from '../support/test';

const SINCE = '<p>Typed since</p>';
const editPage = /\/sections\/\d+\/edit$/;

/** A section is stored, its answer is lost, and the list can't be read until the app gives up looking. */
async function loseFate(page: Page, sandbox: SandboxWorld): Promise<void> {
  const form = sectionForm(page);
  await page.clock.install();
  await NEW_SECTION.open(page, sandbox);
  await form.title.fill('Fire drill [fault:500-after-commit]');
  await sandbox.fail({ method: 'GET', path: SECTIONS_PATH, after: 2, times: 3, fault: { status: 400 } });
  await form.create.click();
  await passTimeUntil(page, () => expect(form.summary).toBeVisible({ timeout: 250 }));
}

/** The edit page of the section that was made, with what was typed since as its only change. */
async function expectTyped(page: Page, title: string): Promise<void> {
  const form = sectionForm(page);
  await expect(page).toHaveURL(editPage);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(form.introduction).toHaveValue(SINCE);
  await expect(form.title).toHaveValue(title);
  await expect(form.saveStatus).toHaveText('Unsaved changes');
  await expect(form.status('Section created')).toContainText(
    'What you typed after it was sent is in the form, not saved yet.',
  );
}

async function expectOne(sandbox: SandboxWorld, stored: Record<string, unknown>): Promise<void> {
  const made = (await sandbox.sectionsOf(COURSE)).filter(({ Title }) => String(Title).startsWith('Fire'));
  expect(made).toHaveLength(1);
  expect(made[0]).toMatchObject(stored);
}

test('what was typed while the fate of a new section was unknown is in its form when it is found', async ({
  page,
  sandbox,
  allow,
}) => {
  allow.status(400, 500);
  const form = sectionForm(page);
  await loseFate(page, sandbox);
  await form.introduction.fill(SINCE);
  // What is half typed keeps nobody from looking.
  await form.title.fill('');
  await page.getByRole('button', { name: 'Check again' }).click();
  await expectTyped(page, '');
  await expect(page.getByText('the list of sections confirmed it')).toBeVisible();
  await expectDraft(page, ({ values }) => values['introduction'] === SINCE);

  await test.step('and can be saved; nothing of it comes back', async () => {
    await form.title.fill('Fire alarm');
    await form.save.click();
    await expect(form.saveStatus).toHaveText(savedAt);
    await expectOne(sandbox, { Title: 'Fire alarm', SectionContents: SINCE });
    expect((await sandbox.writes()).map(({ method }) => method)).toEqual(['POST', 'PUT']);
    await expect.poll(() => draftsIn(page)).toEqual([]);
    await expect(page.getByText('There is a draft of this section')).toHaveCount(0);
    await page.reload();
    await expect(form.saveStatus).toHaveText('No changes');
    await expect(form.status('Section created')).toHaveCount(0);
  });
});

test('“Save and leave” with a new section of unknown fate stays for what was typed since', async ({
  page,
  sandbox,
  allow,
}) => {
  allow.status(400, 500);
  const form = sectionForm(page);
  await loseFate(page, sandbox);
  await form.introduction.fill(SINCE);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await form.question.getByRole('button', { name: 'Save and leave' }).click();
  await expectTyped(page, 'Fire drill [fault:500-after-commit]');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('row 10: what was typed before a reload while the fate of a new section was unknown is offered at the section', async ({
  page,
  sandbox,
  allow,
}) => {
  allow.status(400, 500);
  const form = sectionForm(page);
  await loseFate(page, sandbox);
  await form.introduction.fill(SINCE);
  await expectDraft(page, ({ values }) => values['introduction'] === SINCE);
  page.once('dialog', (dialog) => void dialog.accept());
  await page.reload();
  const said = form.status('Your last section was created');
  await expect(said).toContainText('What you typed after it was sent is kept as a draft of it.');
  await said.getByRole('link').click();
  await expect(page).toHaveURL(editPage);
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(form.introduction).toHaveValue(SINCE);
  await expect(form.saveStatus).toHaveText('Unsaved changes');
});

test('what is typed while a new section is under way is in its form, or in that of the next one', async ({
  page,
  sandbox,
}) => {
  const form = sectionForm(page);
  await NEW_SECTION.open(page, sandbox);
  const typeMeanwhile = async () => {
    const held = await holdCalls(page, 'POST');
    return async () => {
      await held.arrived;
      await form.introduction.fill(SINCE);
      held.release();
    };
  };
  const first = await typeMeanwhile();
  await form.createAnother.click();
  await first();
  await expect(form.title).toHaveValue('');
  await expect(form.introduction).toHaveValue(SINCE);
  await expect(form.saveStatus).toHaveText('Unsaved changes');

  await form.title.fill('Fire alarm');
  await form.introduction.fill('');
  const second = await typeMeanwhile();
  await form.create.click();
  await second();
  await expectTyped(page, 'Fire alarm');
  expect(await sandbox.writes()).toHaveLength(2);
});

test('row 2: what is typed while the network makes two of a section is kept for the first', async ({
  page,
  sandbox,
}) => {
  const form = sectionForm(page);
  await NEW_SECTION.open(page, sandbox);
  await deliverTwice(page, sandbox);
  const held = await holdCalls(page, 'GET', { url: `**${SECTIONS_PATH}?*`, after: 1 });
  await form.create.click();
  await held.arrived;
  await form.introduction.fill(SINCE);
  held.release();
  const alert = page.getByRole('alert').filter({ hasText: 'Created twice' });
  await alert.getByRole('link', { name: /^Put what you typed since into section \d+$/ }).click();
  await expectTyped(page, 'Fire drill');
});
