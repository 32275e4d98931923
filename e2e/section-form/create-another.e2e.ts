import { COURSES } from '../../sandbox/seed/ids';
import { expectCreated, newSectionPath, plainBody } from '../support/created';
import { holdCalls } from '../support/holdCalls';
import { sectionForm } from '../support/pages/sectionForm';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

test('“Create and add another” keeps the course and the rule and takes the next order', async ({
  page,
  sandbox,
}) => {
  const form = sectionForm(page);
  await openAs(page, sandbox, newSectionPath(COURSES.memberOnboarding));
  await form.title.fill('One');
  await form.order.fill('７');
  await form.rule('Timed').check();
  await form.days.fill('9');
  await form.active.uncheck();
  await form.introduction.fill('<p>One</p>');
  await form.createAnother.click();

  await expect(form.status('Section created: “One” created at position 7 of 7')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Open', exact: true })).toBeVisible();
  await expect(form.title).toBeFocused();
  await expect(form.title).toHaveValue('');
  await expect(form.course).toHaveValue('Member onboarding');
  await expect(form.order).toHaveValue('8');
  await expect(form.rule('Timed')).toBeChecked();
  await expect(form.days).toHaveValue('9');
  await expect(form.active).toBeChecked();
  await expect(form.introduction).toHaveValue('');
  await expect(form.saveStatus).toHaveText('No changes');

  await page.keyboard.type('Two');
  await form.createAnother.click();
  await expect(form.status('“Two” created at position 8 of 8')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(form.title).toBeFocused();
  await expect(page.getByText('“Two” was deleted again')).toBeVisible();
  await expect(form.status('“Two” created')).toBeHidden();

  await page.keyboard.type('Three');
  await form.create.click();
  await expectCreated(page, COURSES.memberOnboarding, 'Three');
  const timed = { ...plainBody, UnlockType: 3, UnlockAfterDays: 9 };
  const writes = await sandbox.writes();
  expect(writes.map(({ method }) => method)).toEqual(['POST', 'POST', 'DELETE', 'POST']);
  expect(writes.filter(({ method }) => method === 'POST').map(({ body }) => body)).toEqual([
    { ...timed, Title: 'One', Active: false, SectionContents: '<p>One</p>' },
    { ...timed, Title: 'Two', DisplayOrder: 8 },
    { ...timed, Title: 'Three', DisplayOrder: 9 },
  ]);
});

test('After “Create and add another” the order follows the course, and no list that is older', async ({
  page,
  sandbox,
  allow,
}) => {
  allow.status(500);
  const form = sectionForm(page);
  await openAs(page, sandbox, newSectionPath(COURSES.laserCutter));
  await expect(form.order).toHaveValue('4');
  await form.title.fill('One');
  // Two looks before the write and one after it come first: the number doesn't wait for the list, nor follow the old one.
  const list = await holdCalls(page, 'GET', { url: '**/content/coursesections?*', after: 3 });
  await form.createAnother.click();
  await list.arrived;
  await expect(form.createAnother).toBeEnabled();
  await expect(form.saveStatus).toHaveText('No changes');
  await expect(form.order).toHaveValue('5');
  // Also when the old list stays.
  const reads = { method: 'GET', path: String.raw`^/content/coursesections\?` } as const;
  await sandbox.fail({ ...reads, times: 9, fault: { status: 500 } });
  list.release();
  const failed = async () => (await sandbox.requests('GET')).filter(({ status }) => status === 500);
  await expect.poll(async () => (await failed()).length).toBeGreaterThanOrEqual(3);
  await expect(form.order).toHaveValue('5');
  await sandbox.stopFailing();
  await form.course.fill('Event hosting');
  await page.getByRole('option', { name: 'Event hosting masterclass' }).click();
  await expect(form.order).toHaveValue('101');
});

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
