import { COURSES } from '../../sandbox/seed/ids';
import { newSectionPath } from '../support/created';
import { expectDraft } from '../support/drafts';
import { sectionForm } from '../support/pages/sectionForm';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

test('from one new section to another asks, too: nothing typed goes with the form', async ({
  page,
  sandbox,
}) => {
  const form = sectionForm(page);
  await openAs(page, sandbox, newSectionPath(COURSES.wellbeing));
  await form.title.fill('The first');
  await expectDraft(page, ({ values }) => values['title'] === 'The first');
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto(newSectionPath(COURSES.wellbeing));
  await form.title.fill('The second');
  await page.getByRole('button', { name: 'Drafts' }).click();
  await page.getByRole('dialog', { name: 'Drafts' }).getByRole('link', { name: 'The first' }).click();
  await expect(form.question).toBeVisible();
  await form.question.getByRole('button', { name: 'Stay' }).click();
  await expect(form.title).toHaveValue('The second');
});
