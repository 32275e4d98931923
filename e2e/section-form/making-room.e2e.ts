import { COURSES, ONBOARDING_SECTIONS } from '../../sandbox/seed/ids';
import { passTimeUntil } from '../support/clock';
import { holdCalls } from '../support/holdCalls';
import { savedAt, sectionForm } from '../support/pages/sectionForm';
import { expectInStep } from '../support/pages/sectionList';
import { numbersOf, question } from '../support/pages/takenOrder';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

const { memberOnboarding } = COURSES;
const invoices = 'Invoices and changing your plan';
const sections = '/content/coursesections';
const newSection = `/sections/new?courseId=${memberOnboarding}`;
const refusal = {
  status: 400,
  body: { Message: 'Display order: not today', Errors: null, WasSuccessful: false },
};

test('room is made at the number that was sent, whatever is typed and chosen before its fate is known', async ({
  page,
  sandbox,
  allow,
}) => {
  allow.status(400, 500);
  const form = sectionForm(page);
  await page.clock.install();
  await openAs(page, sandbox, newSection);
  await form.title.fill('Quiet room [fault:500-after-commit]');
  await expect(form.order).not.toHaveValue('');
  await form.order.fill('5');
  await question(page).makeRoom.click();
  await sandbox.fail({ method: 'GET', path: sections, after: 1, times: 3, fault: { status: 400 } });
  await form.create.click();
  await passTimeUntil(page, () => expect(form.summary).toBeVisible({ timeout: 250 }));
  // Another number is another question: its answer is none for the section that went out.
  await form.order.fill('4');
  await question(page).useAnyway.click();
  await page.getByRole('button', { name: 'Check again' }).click();
  // What was typed since is in the form of the section, not saved: the stored number is the one that was sent.
  await expect(page).toHaveURL(/\/sections\/\d+\/edit$/);
  await expect(form.order).toHaveValue('4');
  await expect
    .poll(async () => (await numbersOf(sandbox)).map(([, number]) => number))
    .toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect((await numbersOf(sandbox))[4]?.[0]).toMatch(/^Quiet room/);
});

test('another section that does not give way is told, and can be finished', async ({
  page,
  sandbox,
  allow,
}) => {
  allow.status(400);
  const form = sectionForm(page);
  await openAs(page, sandbox, `/sections/${ONBOARDING_SECTIONS.community}/edit`);
  await form.order.fill('5');
  await question(page).makeRoom.click();
  await sandbox.fail({ method: 'PUT', path: sections, after: 1, fault: refusal });
  await form.save.click();
  await expect(form.saveStatus).toHaveText(savedAt);
  const panel = page.getByRole('alert').filter({ hasText: 'Not finished: Make room' });
  await expect(panel).toContainText('0 of 1 section changed');
  expect((await sandbox.read('sections', ONBOARDING_SECTIONS.community))['DisplayOrder']).toBe(5);

  // The page of the sections knows it, too.
  await page.getByRole('link', { name: 'Show the sections of the course' }).click();
  await expect(panel).toBeVisible();
  await page.getByRole('button', { name: 'Finish' }).click();
  await expect(panel).toBeHidden();
  await expectInStep(page, sandbox, memberOnboarding);
  expect((await numbersOf(sandbox)).slice(4)).toEqual([
    ['Becoming part of the community', 5],
    [invoices, 6],
  ]);
});

test('room that is being made is said while it is, and what did not end well keeps the focus at the form', async ({
  page,
  sandbox,
  allow,
}) => {
  allow.status(400);
  const form = sectionForm(page);
  const { makeRoom } = question(page);
  await openAs(page, sandbox, `/sections/${ONBOARDING_SECTIONS.community}/edit`);
  await form.order.fill('5');
  await makeRoom.click();
  await form.save.click();
  await expect(form.status('Room was made for')).toHaveCount(1);

  await form.order.fill('4');
  await makeRoom.click();
  const held = await holdCalls(page, 'PUT', { url: `**${sections}`, after: 1 });
  await form.save.click();
  await held.arrived;
  await expect(form.status('Making room…')).toBeVisible();
  await expect(form.status('Room was made for')).toHaveCount(0);
  await sandbox.fail({ method: 'PUT', path: sections, fault: refusal });
  held.release();
  const panel = page.getByRole('alert').filter({ hasText: 'Not finished: Make room' });
  await expect(panel).toContainText('Display order: not today');
  await panel.getByRole('button', { name: 'Dismiss' }).press('Enter');
  await expect(panel).toBeHidden();
  await expect(form.save).toBeFocused();
});
