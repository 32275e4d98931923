import { COURSES, ONBOARDING_SECTIONS } from '../../sandbox/seed/ids';
import { expectCreated, newSectionPath } from '../support/created';
import { holdCalls } from '../support/holdCalls';
import { expectSummary, savedAt, sectionForm } from '../support/pages/sectionForm';
import { rowsOf, titlesOn } from '../support/pages/sectionList';
import { numbersOf, question } from '../support/pages/takenOrder';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

const { memberOnboarding } = COURSES;
const firstWeek = 'Your first week: tips from other members';
const invoices = 'Invoices and changing your plan';

test('a new section is put after another by its place, and the others give way without a question', async ({
  page,
  sandbox,
}) => {
  const form = sectionForm(page);
  await openAs(page, sandbox, newSectionPath(memberOnboarding));
  await expect(form.place).toHaveValue('At the end');
  await form.title.fill('Quiet room');
  await form.place.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('first week');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(form.place).toHaveValue(`After “${firstWeek}”`);
  await expect(form.order).toHaveValue('5');
  await expect(form.place).toHaveAccessibleDescription(
    `Between “${firstWeek}” and “${invoices}”. Changes 2 other sections.`,
  );
  await expect(question(page).group).toBeHidden();
  await form.create.click();
  await expect(rowsOf(page)).toHaveCount(7);
  await expect(page.getByRole('status').filter({ hasText: 'Room was made for “Quiet room”' })).toHaveCount(1);
  expect((await titlesOn(page))[4]).toBe('Quiet room');
  expect(new Set((await numbersOf(sandbox)).map(([, number]) => number)).size).toBe(7);
});

test('a stored section shows its place, is moved by it, and a number that is typed moves it back', async ({
  page,
  sandbox,
}) => {
  const form = sectionForm(page);
  await openAs(page, sandbox, `/sections/${ONBOARDING_SECTIONS.billing}/edit`);
  await expect(form.place).toHaveValue(`After “${firstWeek}”`);
  await form.place.click();
  await expect(page.getByRole('option', { selected: true })).toContainText(firstWeek);
  await expect(page.getByRole('option', { name: invoices })).toHaveCount(0);
  await page.getByRole('option', { name: 'At the start' }).click();
  await expect(form.order).toHaveValue('0');
  await expect(form.order).toHaveAccessibleDescription('First, before “Welcome to Harbour House”.');
  await form.order.fill('5');
  await expect(form.place).toHaveValue(`After “${firstWeek}”`);
  await expect(form.saveStatus).toHaveText('No changes');
  await form.place.fill('2');
  await page.keyboard.press('Enter');
  await expect(form.place).toHaveValue('After “Getting in and out”');
  await form.save.click();
  await expect(form.saveStatus).toHaveText(savedAt);
  await expect.poll(async () => (await numbersOf(sandbox)).map(([title]) => title).indexOf(invoices)).toBe(2);
});

test('a place that takes more than was said, by a colleague’s change, is asked about before anything is saved', async ({
  page,
  sandbox,
}) => {
  const form = sectionForm(page);
  await openAs(page, sandbox, `/sections/${ONBOARDING_SECTIONS.welcome}/edit`);
  await form.place.fill('at the end');
  await page.keyboard.press('Enter');
  await expect(form.order).toHaveValue('7');
  await sandbox.insert('sections', { CourseId: memberOnboarding, Title: 'Theirs', DisplayOrder: 7 });
  await form.save.click();
  await expectSummary(
    page,
    'The order of the sections has changed since you chose the place. “Theirs” has the number 7, too. Choose “Make room” or “Use it anyway”',
  );
  expect(await sandbox.writes()).toEqual([]);
});

test('an address, and the menu of a row, name the section that a new one is to follow', async ({
  page,
  sandbox,
}) => {
  const form = sectionForm(page);
  const after = ONBOARDING_SECTIONS.community;
  await openAs(page, sandbox, `${newSectionPath(memberOnboarding)}&after=${after}`);
  await expect(form.place).toHaveValue('After “Becoming part of the community”');
  await openAs(page, sandbox, `/courses/${memberOnboarding}/sections`);
  await page.getByRole('button', { name: 'More actions for Welcome to Harbour House' }).click();
  await page.getByRole('menuitem', { name: 'Insert section here' }).click();
  await expect(form.place).toHaveValue('After “Welcome to Harbour House”');
  await expect(form.saveStatus).toHaveText('No changes');
  await form.title.fill('Parking');
  await form.create.click();
  await expect(rowsOf(page)).toHaveCount(7);
  await expect.poll(async () => (await titlesOn(page))[1]).toBe('Parking');
});

test('the place that a new section was asked for counts, however late the box for it is', async ({
  page,
  sandbox,
}) => {
  const form = sectionForm(page);
  const box = await holdCalls(page, 'GET', { url: '**/assets/PlaceField-*.js' });
  await openAs(page, sandbox, `${newSectionPath(memberOnboarding)}&after=${ONBOARDING_SECTIONS.firstWeek}`);
  await box.arrived;
  await form.title.fill('Quiet room');
  const write = await holdCalls(page, 'POST');
  await form.create.click();
  await write.arrived;
  box.release();
  await expect(form.place).toHaveValue(`After “${firstWeek}”`);
  write.release();
  await expectCreated(page, memberOnboarding, 'Quiet room');
  await expect(page.getByRole('status').filter({ hasText: 'Room was made for “Quiet room”' })).toHaveCount(1);
  expect((await titlesOn(page))[4]).toBe('Quiet room');
});

test('Enter in the open list of places keeps what is chosen and closes it, and the next one saves', async ({
  page,
  sandbox,
}) => {
  const form = sectionForm(page);
  await openAs(page, sandbox, `/sections/${ONBOARDING_SECTIONS.welcome}/edit`);
  await form.title.fill('Hello');
  await form.place.click();
  await expect(form.place).toHaveAttribute('aria-expanded', 'true');
  await form.place.press('Enter');
  await expect(form.place).toHaveAttribute('aria-expanded', 'false');
  await form.place.press('Enter');
  await expect(form.saveStatus).toHaveText(savedAt);
});
