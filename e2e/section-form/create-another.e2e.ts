import { COURSES } from '../../sandbox/seed/ids';
import { newSectionPath } from '../support/created';
import { sectionForm } from '../support/pages/sectionForm';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

test('“Undo” of what was just created can be tried again when it did not work', async ({
  page,
  sandbox,
  allow,
}) => {
  allow.status(500);
  const form = sectionForm(page);
  const undo = page.getByRole('button', { name: 'Undo' });
  await openAs(page, sandbox, newSectionPath(COURSES.memberOnboarding));
  await form.title.fill('Quiet room');
  await form.createAnother.click();
  await expect(form.status('“Quiet room” created at position 7 of 7')).toBeVisible();
  await sandbox.fail({ method: 'GET', path: '^/content/courselessons', times: 9, fault: { status: 500 } });
  await undo.click();
  await expect(page.getByText('Not undone: “Quiet room” created')).toBeVisible();
  await expect(form.status('“Quiet room” created at position 7 of 7')).toBeVisible();
  await sandbox.stopFailing();
  await undo.click();
  await expect(page.getByText('“Quiet room” was deleted again')).toBeVisible();
  await expect(form.status('“Quiet room” created')).toBeHidden();
  expect((await sandbox.writes()).map(({ method }) => method)).toEqual(['POST', 'DELETE']);
});
