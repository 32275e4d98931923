import type { Page } from '@playwright/test';
import { COURSES, ONBOARDING_SECTIONS } from '../../sandbox/seed/ids';
import { draftsIn, expectDraft } from '../support/drafts';
import { sectionForm } from '../support/pages/sectionForm';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

/** Types into the form and waits until the draft is in the browser's database. */
async function typeTitle(page: Page, text: string): Promise<void> {
  await sectionForm(page).title.fill(text);
  await expectDraft(page, ({ values }) => values['title'] === text);
}

test.describe('drafts of new sections', () => {
  const newPath = `/sections/new?courseId=${COURSES.memberOnboarding}`;

  test('are offered several at once, each with its title', async ({ page, sandbox }) => {
    const form = sectionForm(page);
    await openAs(page, sandbox, newPath);
    await typeTitle(page, 'First idea');
    page.on('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await expect(page.getByText('Draft of a new section: First idea')).toBeVisible();
    await typeTitle(page, 'Second idea');
    await page.reload();
    await expect(page.getByText('Draft of a new section: First idea')).toBeVisible();
    await expect(page.getByText('Draft of a new section: Second idea')).toBeVisible();
    await expect(page.getByText('Draft: Member onboarding')).toHaveCount(2);

    await page
      .getByRole('button', { name: 'Restore', description: 'Draft of a new section: First idea' })
      .click();
    await expect(form.title).toHaveValue('First idea');
    await page.getByRole('button', { name: 'Create section', exact: true }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Section created' })).toBeVisible();
    await expect
      .poll(async () => (await draftsIn(page)).map(({ values }) => values['title']))
      .toEqual(['Second idea']);
  });

  test('row 101: a restored one is taken back by Undo, and nothing that was typed before or since is lost', async ({
    page,
    sandbox,
  }) => {
    const form = sectionForm(page);
    const undo = page.getByRole('button', { name: 'Undo' });
    const restore = page.getByRole('button', { name: 'Restore', exact: true });
    page.on('dialog', (dialog) => void dialog.accept());
    await openAs(page, sandbox, newPath);
    await typeTitle(page, 'First idea');
    await page.reload();
    await expect(restore).toBeVisible();
    await typeTitle(page, 'Second idea');

    await restore.click();
    await expect(form.title).toHaveValue('First idea');
    await form.introduction.fill('Typed since');
    await undo.click();
    await expect(form.title).toHaveValue('Second idea');
    await expect(form.introduction).toHaveValue('Typed since');
    await expect(form.saveStatus).toHaveText('Unsaved changes');
    await expect(page.getByText('Draft of a new section: First idea')).toBeVisible();
    await expect
      .poll(async () => new Set((await draftsIn(page)).map(({ values }) => values['title'])))
      .toEqual(new Set(['First idea', 'Second idea']));

    await restore.click();
    await form.title.fill('First idea, and more');
    await undo.click();
    await expect(form.title).toHaveValue('Second idea');
    await expect(page.getByText('Draft of a new section: First idea, and more')).toBeVisible();
  });

  test('row 10: a create that a reload cut off is found in the list, not sent again', async ({
    page,
    sandbox,
    allow,
  }) => {
    const form = sectionForm(page);
    allow.networkErrors();
    await openAs(page, sandbox, newPath);
    await sandbox.fail({ method: 'POST', path: '/content/', fault: { hang: true, commit: true } });
    await form.title.fill('Made unseen');
    await page.getByRole('button', { name: 'Create section', exact: true }).click();
    await expectDraft(page, ({ pending }) => pending !== null);
    await expect.poll(async () => (await sandbox.writes()).length).toBe(1);
    page.once('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await expect(page.getByText('Your last section was created')).toBeVisible({ timeout: 15_000 });
    expect(await sandbox.writes()).toHaveLength(1);
    await expect.poll(async () => (await draftsIn(page)).length).toBe(0);
  });

  test('row 5: a draft of a section that was deleted can become a new section', async ({
    page,
    sandbox,
    allow,
  }) => {
    const form = sectionForm(page);
    allow.status(404);
    await openAs(page, sandbox, `/sections/${ONBOARDING_SECTIONS.welcome}/edit`);
    await typeTitle(page, 'Outlives its section');
    await sandbox.remove('sections', ONBOARDING_SECTIONS.welcome);
    page.on('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await page.getByRole('button', { name: 'Create it again from my version' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'New section' })).toBeVisible();
    await expect(form.title).toHaveValue('Outlives its section');
    // What was brought along is there or offered, once: as a draft until it is a section, and then not any more.
    await expectDraft(page, ({ values }) => values['title'] === 'Outlives its section');
    await page.reload();
    await page.getByRole('button', { name: 'Restore', exact: true }).click();
    await expect(form.title).toHaveValue('Outlives its section');
    await form.create.click();
    await expect(form.status('Section created')).toBeVisible();
    await page.goBack();
    await expect(form.saveStatus).toHaveText('No changes');
    await expect(form.title).toHaveValue('');
  });
});
