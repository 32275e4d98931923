import { COURSES } from '../../sandbox/seed/ids';
import { changingList } from '../support/changingList';
import { newSectionPath } from '../support/created';
import { sectionForm } from '../support/pages/sectionForm';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

test('The hint of the display order says where the section falls', async ({ page, sandbox }) => {
  const form = sectionForm(page);
  await openAs(page, sandbox, newSectionPath(COURSES.eventHosting));
  const hints: readonly [string, string][] = [
    ['101', 'Last, after “The day after”.'],
    ['-6', 'First, before “Before you begin”.'],
    ['50', 'Between “The room plan” and “The day after”.'],
    [
      '35',
      'Between “Telling people about it” and “The day after”. “The room plan” has the number 35, too. In which order members see them is not known.',
    ],
    [
      '２０',
      'Between “Partners and sponsors” and “The room plan”. “Budget and tickets” and “Telling people about it” have the number 20, too. In which order members see them is not known.',
    ],
    ['two', 'A whole number. Sections with lower numbers come first.'],
  ];
  for (const [typed, hint] of hints) {
    await form.order.fill(typed);
    await expect(form.order).toHaveAccessibleDescription(hint);
  }
});

test('A list that may be incomplete is said to be, until it is read anew for the form itself', async ({
  page,
  sandbox,
  allow,
}) => {
  allow.status(400);
  const form = sectionForm(page);
  const doubt = /The list of the course changed while it was read: this can’t be placed among the others\./;
  const { settle } = await changingList(page, '**/api/content/coursesections?*', 25);
  await openAs(page, sandbox, newSectionPath(COURSES.handbook));
  await expect(form.order).toHaveAccessibleDescription(doubt);
  await form.title.fill('Fire drill');
  await form.order.fill('1');
  // So that the form has nothing to look up before it is sent; the create looks at the list all the same.
  await page.getByRole('button', { name: 'Use it anyway' }).click();
  settle();
  const body = { Message: 'Title: not today', Errors: null, WasSuccessful: false };
  await sandbox.fail({ method: 'POST', fault: { status: 400, body } });
  await form.create.click();
  await expect(form.summary).toContainText('not today');
  await form.order.fill('901');
  await expect(form.order).toHaveAccessibleDescription(doubt);
  await sandbox.fail({ method: 'POST', fault: { status: 400, body } });
  await form.create.click();
  await expect(form.order).toHaveAccessibleDescription(/^Last, after/);
});
