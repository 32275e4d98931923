import { ONBOARDING_SECTIONS } from '../../sandbox/seed/ids';
import { pauseClock } from '../support/clock';
import { expectAllRead, sectionForm } from '../support/pages/sectionForm';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

const editPath = () => `/sections/${ONBOARDING_SECTIONS.welcome}/edit`;

test('row 73: where nothing can be stored, the app says so and works', async ({ page, sandbox }) => {
  const form = sectionForm(page);
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'indexedDB', {
      get() {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  });
  await openAs(page, sandbox, editPath());
  await form.title.fill('Without storage');
  await expect(page.getByText('Drafts can’t be kept in this browser')).toBeVisible();
  await expect(page.getByText('This browser keeps nothing for this page')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  const question = page.getByRole('dialog', { name: 'Unsaved changes' });
  await expect(question).toContainText('if you leave without saving, they are lost');
  await question.getByRole('button', { name: 'Stay' }).click();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(form.saveStatus).toHaveText(/^Saved at/);
  await expect(page.getByText('Drafts can’t be kept in this browser')).toBeHidden();
});

test('row 73: where storage never answers, the app says so, and leaving does not wait for it', async ({
  page,
  sandbox,
}) => {
  const form = sectionForm(page);
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
  });
  await page.clock.install();
  await openAs(page, sandbox, editPath());
  await expectAllRead(form);
  // Asked before the storage has shown that it is dead.
  await pauseClock(page);
  await form.title.fill('Without an answer');
  await page.getByRole('button', { name: 'Cancel' }).click();
  const question = page.getByRole('dialog', { name: 'Unsaved changes' });
  const leave = question.getByRole('button', { name: 'Leave without saving' });
  await leave.click();
  await page.clock.resume();
  await expect(question).toContainText('if you leave without saving, they are lost');
  await question.getByRole('button', { name: 'Stay' }).click();
  await expect(page.getByText('Drafts can’t be kept in this browser')).toBeVisible();
  await expect(page.getByText('This browser keeps nothing for this page')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await leave.click();
  await expect(page).toHaveURL(/courses/);
  await expect(page.getByText('Draft kept')).toHaveCount(0);
});

test('row 73: the question before leaving takes its promise back when storage turns out to be dead', async ({
  page,
  sandbox,
}) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
  });
  await page.clock.install();
  await openAs(page, sandbox, editPath());
  await expectAllRead(sectionForm(page));
  await pauseClock(page);
  await sectionForm(page).title.fill('Without an answer');
  await page.getByRole('button', { name: 'Cancel' }).click();
  const question = page.getByRole('dialog', { name: 'Unsaved changes' });
  await expect(question).toContainText('for 14 days');
  await question.getByRole('button', { name: 'Leave without saving' }).focus();
  await page.clock.resume();
  await expect(question).toContainText('if you leave without saving, they are lost');
  await expect(question.locator(':focus')).toHaveCount(1);
});
