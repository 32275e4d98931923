import { COURSES, ONBOARDING_SECTIONS } from '../../sandbox/seed/ids';
import { expectAllRead, expectSummary, savedAt, sectionForm } from '../support/pages/sectionForm';
import { expectInStep, rowsOf, titlesOn } from '../support/pages/sectionList';
import { numbersOf, question } from '../support/pages/takenOrder';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

const { memberOnboarding } = COURSES;
const desks = 'Desks, phone booths and meeting rooms';
const firstWeek = 'Your first week: tips from other members';
const invoices = 'Invoices and changing your plan';
const newSection = `/sections/new?courseId=${memberOnboarding}`;

test('a new section goes between two others: a number that is taken is asked about, and room is made', async ({
  page,
  sandbox,
}) => {
  const form = sectionForm(page);
  const { group, makeRoom } = question(page);
  await openAs(page, sandbox, newSection);
  await form.title.fill('Quiet room');
  // The list is there: what is free is known.
  await expect(form.order).not.toHaveValue('');
  await expect(group).toBeHidden();
  await form.order.fill('5');
  await expect(form.order).toHaveAccessibleDescription(
    `Between “${firstWeek}” and “Becoming part of the community”. “${invoices}” has the number 5, too. In which order members see them is not known.`,
  );
  await expect(group).toContainText(`Between “${firstWeek}” and “${invoices}”. Changes 2 other sections.`);

  // Nothing is red before the first submit, and nothing is sent without an answer.
  await expect(form.order).not.toHaveAttribute('aria-invalid');
  await form.create.click();
  await expectSummary(page, `“${invoices}” has the number 5, too. Choose “Make room” or “Use it anyway”`);
  await expect(form.order).toHaveAttribute('aria-invalid', 'true');
  expect(await sandbox.writes()).toEqual([]);
  await makeRoom.click();
  await expect(makeRoom).toHaveAttribute('aria-pressed', 'true');
  await expect(form.summary).toBeHidden();

  await form.create.click();
  await expect(rowsOf(page)).toHaveCount(7);
  await expect(page.getByRole('status').filter({ hasText: 'Room was made for “Quiet room”' })).toHaveCount(1);
  await expectInStep(page, sandbox, memberOnboarding);
  expect((await numbersOf(sandbox)).slice(3)).toEqual([
    [firstWeek, 4],
    ['Quiet room', 5],
    [invoices, 6],
    ['Becoming part of the community', 7],
  ]);
  expect((await titlesOn(page))[4]).toBe('Quiet room');
  await expect(page.getByText('share position')).toBeHidden();
});

test('no room is offered once the save was refused for want of the role', async ({
  page,
  sandbox,
  allow,
}) => {
  allow.status(401);
  const form = sectionForm(page);
  const { group, makeRoom, useAnyway } = question(page);
  await openAs(page, sandbox, `/sections/${ONBOARDING_SECTIONS.gettingIn}/edit`, 'no-edit');
  await form.order.fill('5');
  await expect(makeRoom).toBeEnabled();
  await useAnyway.click();
  await form.save.click();
  await expect(form.summary).toContainText('Your account lacks the role CourseSection-Edit.');
  await expect(makeRoom).toBeDisabled();
  await expect(makeRoom).toHaveAttribute('title', /CourseSection-Edit/);

  await sandbox.takeRoles('no-edit', []);
  await form.save.click();
  await expect(form.saveStatus).toHaveText(savedAt);
  await form.order.fill('4');
  await expect(group).toContainText(`“${firstWeek}”`);
  await expect(makeRoom).toBeEnabled();
});

test('an edit can take the number of another section, and share it if that is wanted', async ({
  page,
  sandbox,
}) => {
  const form = sectionForm(page);
  const { group, makeRoom, useAnyway } = question(page);
  await openAs(page, sandbox, `/sections/${ONBOARDING_SECTIONS.community}/edit`);
  await form.order.fill('4');
  await useAnyway.click();
  await form.save.click();
  await expect(form.saveStatus).toHaveText(savedAt);
  expect((await sandbox.read('sections', ONBOARDING_SECTIONS.community))['DisplayOrder']).toBe(4);
  expect(await sandbox.writes()).toHaveLength(1);

  // A number that is as stored is not asked about again, whoever else has it.
  await expect(group).toBeHidden();
  await form.title.fill('Community');
  await form.save.click();
  await expect(form.saveStatus).toHaveText(savedAt);

  await form.order.fill('3');
  await makeRoom.click();
  await expect(group).toContainText(`Between “Getting in and out” and “${desks}”. Changes 3 other sections.`);
  await form.save.click();
  await expect(page.getByRole('status').filter({ hasText: '3 other sections changed' })).toHaveCount(1);
  await expect(group).toBeHidden();
  expect(await numbersOf(sandbox)).toEqual([
    ['Welcome to Harbour House', 1],
    ['Getting in and out', 2],
    ['Community', 3],
    [desks, 4],
    [firstWeek, 5],
    [invoices, 6],
  ]);
});

test('what was chosen counts for one save: the next one asks again', async ({ page, sandbox }) => {
  const form = sectionForm(page);
  const { useAnyway } = question(page);
  const asks = `“${invoices}” has the number 5, too. Choose “Make room” or “Use it anyway”`;
  await openAs(page, sandbox, `/sections/${ONBOARDING_SECTIONS.community}/edit`);
  await form.order.fill('5');
  await useAnyway.click();
  await form.save.click();
  await expect(form.saveStatus).toHaveText(savedAt);
  await form.order.fill('30');
  await form.save.click();
  await expect(form.saveStatus).toHaveText(savedAt);
  await form.order.fill('5');
  await expect(useAnyway).toHaveAttribute('aria-pressed', 'false');
  await form.save.click();
  await expectSummary(page, asks);

  await openAs(page, sandbox, newSection);
  await form.title.fill('Quiet room');
  await form.order.fill('5');
  await useAnyway.click();
  await form.createAnother.click();
  await expect(form.title).toHaveValue('');
  await form.title.fill('Phone booth');
  await form.order.fill('5');
  await form.create.click();
  await expectSummary(page, asks.replace('” has', '” and “Quiet room” have'));
  expect((await numbersOf(sandbox)).filter(([, number]) => number === 5)).toHaveLength(2);
});

test('a number that was taken since the form was opened is asked about, also one that was proposed', async ({
  page,
  sandbox,
}) => {
  const form = sectionForm(page);
  const { makeRoom, useAnyway } = question(page);
  const take = (DisplayOrder: number) =>
    sandbox.insert('sections', { CourseId: memberOnboarding, Title: 'Theirs', DisplayOrder });
  const asks = '“Theirs” has the number 7, too. Choose “Make room” or “Use it anyway”';
  await openAs(page, sandbox, newSection);
  await form.title.fill('Quiet room');
  await expect(form.order).toHaveValue('7');
  await take(7);
  await form.create.click();
  await expectSummary(page, asks);
  // What is asked about stays, instead of the number that is the next one now.
  await expect(form.order).toHaveValue('7');
  expect(await sandbox.writes()).toEqual([]);
  await useAnyway.click();
  await form.create.click();
  await expect(rowsOf(page)).toHaveCount(8);

  await openAs(page, sandbox, `/sections/${ONBOARDING_SECTIONS.community}/edit`);
  await form.order.fill('30');
  await take(30);
  await form.save.click();
  await expectSummary(page, asks.replace('7', '30'));
  await makeRoom.click();
  await form.save.click();
  await expect(form.status('Room was made for')).toHaveCount(1);
  expect((await numbersOf(sandbox)).slice(-2)).toEqual([
    ['Becoming part of the community', 30],
    ['Theirs', 31],
  ]);
});

test('the question goes when the number is free again, and its end leaves the focus at the number', async ({
  page,
  sandbox,
}) => {
  const form = sectionForm(page);
  const { group, makeRoom } = question(page);
  await page.clock.install();
  await openAs(page, sandbox, `/sections/${ONBOARDING_SECTIONS.community}/edit`);
  await expectAllRead(form);
  const regions = await page.getByRole('status').count();
  await form.order.fill('5');
  await expect(group).toContainText('Changes 1 other section.');
  // What says so was there before, so that it is heard.
  expect(await page.getByRole('status').count()).toBe(regions);
  await form.save.click();
  await expect(form.order).toHaveAttribute('aria-invalid', 'true');
  await sandbox.edit('sections', ONBOARDING_SECTIONS.billing, { DisplayOrder: 50 });
  await page.clock.fastForward(31_000);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
  await expect(group).toBeHidden();
  await expect(form.order).not.toHaveAttribute('aria-invalid');
  await expect(form.summary).toBeHidden();

  await form.order.fill('4');
  await makeRoom.press('Enter');
  await page.keyboard.press('ControlOrMeta+s');
  await expect(form.saveStatus).toHaveText(savedAt);
  await expect(group).toBeHidden();
  await expect(form.order).toBeFocused();
});

test('without the list nothing is known of a number, and nothing is asked', async ({
  page,
  sandbox,
  allow,
}) => {
  allow.status(500);
  const form = sectionForm(page);
  const reads = { method: 'GET', path: String.raw`^/content/coursesections\?` } as const;
  await sandbox.fail({ ...reads, times: 20, fault: { status: 500 } });
  await openAs(page, sandbox, `/sections/${ONBOARDING_SECTIONS.community}/edit`);
  await expect(form.order).toHaveAccessibleDescription(/Whether another one has this number is not known\./);
  await form.order.fill('4');
  await form.save.click();
  await expect(form.saveStatus).toHaveText(savedAt);
  expect((await sandbox.read('sections', ONBOARDING_SECTIONS.community))['DisplayOrder']).toBe(4);
});
