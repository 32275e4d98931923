import type { Page } from '@playwright/test';
import { COURSES, FIRST_LASER_SECTION, ONBOARDING_SECTIONS } from '../../sandbox/seed/ids';
import { holdCalls } from '../support/holdCalls';
import { deliverTwice } from '../support/deliverTwice';
import { sectionForm } from '../support/pages/sectionForm';
import { expectInStep, rowOf, rowsOf, titlesOn } from '../support/pages/sectionList';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

const { memberOnboarding, laserCutter } = COURSES;
const onboarding = `/courses/${memberOnboarding}/sections`;
const sections = '/content/coursesections';
const welcome = 'Welcome to Harbour House';
const doors = 'Getting in and out';

const choose = async (page: Page, title: string, item: string) => {
  await page.getByRole('button', { name: `More actions for ${title}` }).click();
  await page.getByRole('menuitem', { name: item }).click();
};

test('the switch shows what the server holds after the write', async ({ page, sandbox, allow }) => {
  allow.status(400);
  await openAs(page, sandbox, onboarding);
  const active = page.getByRole('switch', { name: `Active: ${welcome}` });
  await expect(active).toBeChecked();
  await active.click();
  await expect(page.getByRole('status').filter({ hasText: `“${welcome}” is inactive` })).toHaveCount(1);
  await expect(rowOf(page, welcome)).toContainText('Inactive');
  expect((await sandbox.read('sections', ONBOARDING_SECTIONS.welcome))['Active']).toBe(false);
  const refusal = { status: 400, body: { Message: 'Active: not today', Errors: null, WasSuccessful: false } };
  await sandbox.fail({ method: 'PUT', path: sections, fault: refusal });
  await active.click();
  await expect(rowOf(page, welcome).getByRole('alert')).toHaveText('Active: not today');
  await expect(active).not.toBeChecked();
  await expect(active).toBeFocused();
});

test('a switch that is set back while it is being saved is set back', async ({ page, sandbox }) => {
  await openAs(page, sandbox, onboarding);
  const active = page.getByRole('switch', { name: `Active: ${welcome}` });
  const first = await holdCalls(page, 'PUT');
  await active.click();
  await first.arrived;
  await active.click();
  const second = await holdCalls(page, 'PUT');
  first.release();
  await second.arrived;
  await expect(active).toBeChecked();
  await expect(rowOf(page, welcome)).toContainText('Saving…');
  second.release();
  await expect(page.getByRole('status').filter({ hasText: `“${welcome}” is active` })).toHaveCount(1);
  await expect(active).toBeChecked();
  expect((await sandbox.read('sections', ONBOARDING_SECTIONS.welcome))['Active']).toBe(true);
});

test('the rule of one section is changed by a click on its sentence', async ({ page, sandbox }) => {
  await openAs(page, sandbox, onboarding);
  const sentence = rowOf(page, doors).getByRole('button', { name: /Change the rule of/ });
  await expect(sentence).toHaveAccessibleName(
    `After 1: After “${welcome}” is completed. Change the rule of ${doors}`,
  );
  await sentence.click();
  const dialog = page.getByRole('dialog', { name: `Unlock rule of “${doors}”` });
  await expect(dialog.getByRole('radio', { name: 'Sequential' })).toBeChecked();
  await expect(dialog.getByRole('button', { name: 'Set unlock rule' })).toBeDisabled();
  await dialog.getByRole('radio', { name: 'Timed' }).check();
  // A stored 0 that no rule counts is nobody's wish.
  const days = dialog.getByRole('textbox', { name: 'Unlock after (days)' });
  await expect(days).toHaveValue('');
  await days.fill('7.5');
  await dialog.getByRole('button', { name: 'Set unlock rule' }).click();
  await expect(days).toHaveAccessibleDescription('Enter whole days, such as 7');
  await days.fill('14');
  await dialog.getByRole('button', { name: 'Set unlock rule' }).click();
  await expect(rowOf(page, doors)).toContainText('14 days after enrolment');
  await expect(sentence).toBeFocused();
  expect(await sandbox.read('sections', ONBOARDING_SECTIONS.gettingIn)).toMatchObject({
    UnlockType: 3,
    UnlockAfterDays: 14,
  });
});

test('a copy stands right after its original, without a thumbnail', async ({ page, sandbox }) => {
  await openAs(page, sandbox, onboarding);
  await choose(page, doors, 'Duplicate…');
  const dialog = page.getByRole('dialog', { name: `Duplicate “${doors}”` });
  await expect(dialog).toContainText(/Lessons are not copied: \d+ stay in the original\./);
  await expect(dialog).toContainText('The copy has no thumbnail.');
  await expect(dialog.getByRole('checkbox', { name: 'The copy starts inactive' })).toBeChecked();
  await dialog.getByRole('button', { name: 'Duplicate' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'The copy has no thumbnail' })).toHaveCount(1);
  await expect(rowsOf(page).nth(2)).toContainText(`${doors} (copy)`);
  await expectInStep(page, sandbox, memberOnboarding);
  const [post, ...more] = await sandbox.requests('POST', sections);
  expect(more).toEqual([]);
  const original = await sandbox.read('sections', ONBOARDING_SECTIONS.gettingIn);
  expect(post?.body).toEqual({
    CourseId: memberOnboarding,
    Title: `${doors} (copy)`,
    SectionContents: original['SectionContents'],
    Active: false,
    DisplayOrder: 2,
    UnlockType: 2,
    UnlockAfterDays: original['UnlockAfterDays'],
    NewImageUrl: null,
    ClearImageFile: false,
  });
  const numbers = (await sandbox.sectionsOf(memberOnboarding)).map(({ DisplayOrder }) => DisplayOrder);
  expect(new Set(numbers).size).toBe(7);
});

test('a copy that the network delivers twice is called so; which one goes is asked, and never decided', async ({
  page,
  sandbox,
}) => {
  await openAs(page, sandbox, onboarding);
  await deliverTwice(page, sandbox);
  await choose(page, doors, 'Duplicate…');
  await page.getByRole('dialog').getByRole('button', { name: 'Duplicate' }).click();
  const notice = page.getByRole('alert').filter({ hasText: 'Created twice' });
  await expect(notice.getByRole('link', { name: `${doors} (copy)` })).toHaveCount(2);
  expect((await titlesOn(page)).slice(1, 4)).toEqual([doors, `${doors} (copy)`, `${doors} (copy)`]);
  await expect(rowsOf(page)).toHaveCount(8);
  await expect(rowsOf(page).filter({ hasText: 'New' })).toHaveCount(0);
  expect(await sandbox.requests('DELETE')).toEqual([]);
  await notice
    .getByRole('button', { name: /^Delete section \d/ })
    .first()
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete section' }).click();
  await expect(notice).toBeHidden();
  await expect(rowsOf(page)).toHaveCount(7);
  await expect(rowsOf(page).locator(':focus')).toHaveCount(1);
  expect(await sandbox.requests('POST', sections)).toHaveLength(1);
  await expectInStep(page, sandbox, memberOnboarding);
});

test('row 104: deleting names the lessons, asks once, and hands the focus to a neighbour', async ({
  page,
  sandbox,
}) => {
  await openAs(page, sandbox, onboarding);
  await expect(rowOf(page, doors)).toContainText('4 lessons');
  await choose(page, doors, 'Delete…');
  const dialog = page.getByRole('dialog', { name: `Delete “${doors}”?` });
  await expect(dialog).toContainText('It has 4 lessons');
  await expect(dialog).toContainText('decided by Nexudus');
  await dialog.getByRole('button', { name: 'Delete section' }).dblclick();
  await expect(page.getByRole('status').filter({ hasText: `“${doors}” was deleted` })).toHaveCount(1);
  await expect(page.getByRole('link', { name: 'Desks, phone booths and meeting rooms' })).toBeFocused();
  expect(await sandbox.requests('DELETE')).toHaveLength(1);
  await expectInStep(page, sandbox, memberOnboarding);
});

test('a refused delete stands word for word at its row, also when it comes as a 200', async ({
  page,
  sandbox,
}) => {
  await openAs(page, sandbox, `/courses/${laserCutter}/sections`);
  const title = 'Materials that may be cut';
  await choose(page, title, 'Delete…');
  await page.getByRole('button', { name: 'Delete section' }).click();
  const answer = page.getByRole('alert');
  await expect(rowOf(page, title).getByRole('alert')).toContainText('You must delete all');
  expect((await sandbox.read('sections', FIRST_LASER_SECTION))['Title']).toBe(title);
  await expect(answer).toHaveCount(1);
  await choose(page, title, 'Delete…');
  await page.getByRole('button', { name: 'Deactivate instead' }).click();
  await expect(rowOf(page, title)).toContainText('Inactive');
  await expectInStep(page, sandbox, laserCutter);
});

test('row 104: a section that is gone already counts as deleted', async ({ page, sandbox, allow }) => {
  allow.status(404);
  await openAs(page, sandbox, onboarding);
  await expect(rowsOf(page)).toHaveCount(6);
  await sandbox.remove('sections', ONBOARDING_SECTIONS.gettingIn);
  await choose(page, doors, 'Delete…');
  await page.getByRole('button', { name: 'Delete section' }).click();
  await expect(page.getByRole('status').filter({ hasText: `“${doors}” was deleted` })).toHaveCount(1);
  await expect(rowsOf(page)).toHaveCount(5);
});

test('a switch that is not known to be on or off is drawn as neither', async ({ page, sandbox, allow }) => {
  allow.status(401);
  const reading = await holdCalls(page, 'GET', { url: '**/api/content/coursesections/?*' });
  await openAs(page, sandbox, onboarding, 'no-read');
  await expect(rowsOf(page)).toHaveCount(6);
  await reading.arrived;
  await expect(page.getByRole('switch')).toHaveCount(0);
  await expect(page.getByRole('img', { name: /^Active: / })).toHaveCount(0);
  reading.release();
  const unknown = page.getByRole('img', { name: `Active: ${welcome}, not known` });
  await expect(unknown).toHaveAttribute('title', 'Whether it is active is not known.');
  await expect(page.getByText('Not readable', { exact: true })).toHaveCount(6);
  await expect(page.getByText(/^CourseSection-Read: you can see this course/)).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Copy a message to your administrator' })).toBeInViewport();
  await expect(page.getByRole('switch')).toHaveCount(0);
});

const lacks = [
  ['no-edit', 'CourseSection-Edit', `Move down: ${welcome}`],
  ['no-read', 'CourseSection-Read', `Move down: ${welcome}`],
] as const;
for (const [account, role, button] of lacks) {
  test(`without ${role} moving is off, names the role, and the rest works`, async ({
    page,
    sandbox,
    allow,
  }) => {
    allow.status(401);
    await openAs(page, sandbox, onboarding, account);
    await expect(rowsOf(page)).toHaveCount(6);
    if (role === 'CourseSection-Edit') await page.getByRole('switch', { name: `Active: ${welcome}` }).click();
    await expect(page.getByText(`${role}: `)).toBeVisible();
    await expect(page.getByRole('button', { name: button })).toBeDisabled();
    await expect(page.getByRole('button', { name: button })).toHaveAttribute('title', new RegExp(role));
    const sentence = rowOf(page, doors).getByRole('button', { name: /Change the rule of/ });
    if (role === 'CourseSection-Edit') {
      await expect(sentence).toBeDisabled();
      await expect(sentence).toHaveAttribute('title', /^After “.*” is completed\. .*CourseSection-Edit/);
    } else await expect(sentence).toHaveCount(0);
    await choose(page, doors, 'Delete…');
    await page.getByRole('button', { name: 'Delete section' }).click();
    await expect(rowsOf(page)).toHaveCount(5);
    await page.getByRole('button', { name: `More actions for ${welcome}` }).click();
    const copy = page.getByRole('menuitem', { name: 'Duplicate…' });
    await (role === 'CourseSection-Read' ? expect(copy).toBeDisabled() : expect(copy).toBeEnabled());
    // The answer names what was created. Typed before the place is there: the wish still counts.
    await page.getByRole('menuitem', { name: 'Insert section here' }).click();
    await sectionForm(page).title.fill('Unread');
    await sectionForm(page).create.click();
    await expect(rowsOf(page).nth(1)).toContainText('Unread');

    // What is still being read after the create would find the role by itself.
    await page.reload();
    await expect(page.getByText('Not readable', { exact: true })).toHaveCount(
      role === 'CourseSection-Read' ? 6 : 0,
    );
    await expect(page.getByText(`${role}: `)).toBeVisible();
    await sandbox.takeRoles(account, []);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('button', { name: button })).toBeEnabled();
    await expect(page.getByText(`${role}: `)).toHaveCount(0);
  });
}

test('a section that is refused alone takes nothing from the others', async ({ page, sandbox, allow }) => {
  allow.status(403);
  const { welcome: Id } = ONBOARDING_SECTIONS;
  await page.route('**/api/content/coursesections/?*', async (route) => {
    const response = await route.fetch({ maxRetries: 2 });
    const records = (await response.json()) as { Id: number }[];
    await route.fulfill({ response, json: records.filter((record) => record.Id !== Id) });
  });
  await sandbox.fail({ method: 'GET', path: `${sections}/${Id}`, times: 9, fault: { status: 403 } });
  await openAs(page, sandbox, onboarding);
  await expect(rowOf(page, welcome)).toContainText('Not readable');
  await expect(page.getByText('CourseSection-Read: ')).toHaveCount(0);
  await page.getByRole('switch', { name: `Active: ${doors}` }).click();
  await expect(page.getByRole('status').filter({ hasText: `“${doors}” is inactive` })).toHaveCount(1);
});

test('a role that is granted meanwhile is missed until a save shows it, and then no more', async ({
  page,
  sandbox,
  allow,
}) => {
  allow.status(401);
  const form = sectionForm(page);
  const refused = page.getByText('CourseSection-Edit: ');
  await openAs(page, sandbox, onboarding, 'no-edit');
  await page.getByRole('switch', { name: `Active: ${welcome}` }).click();
  await expect(refused).toBeVisible();
  await sandbox.takeRoles('no-edit', []);
  await rowOf(page, welcome).getByRole('link', { name: welcome }).click();
  await form.title.fill(`${welcome}!`);
  await form.save.click();
  await expect(form.saveStatus).toHaveText(/^Saved at/);
  await page.goBack();
  await expect(page.getByRole('button', { name: `Move down: ${welcome}!` })).toBeEnabled();
  await expect(refused).toHaveCount(0);
});

test('without CourseSection-Delete only deleting is off', async ({ page, sandbox, allow }) => {
  allow.status(401);
  await openAs(page, sandbox, onboarding, 'no-delete');
  await choose(page, doors, 'Delete…');
  await page.getByRole('button', { name: 'Delete section' }).click();
  await expect(rowOf(page, doors).getByRole('alert')).toContainText('CourseSection-Delete');
  await page.getByRole('button', { name: `More actions for ${doors}` }).click();
  await expect(page.getByRole('menuitem', { name: 'Delete…' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: `Move up: ${doors}` }).click();
  await expectInStep(page, sandbox, memberOnboarding);
  expect((await titlesOn(page))[0]).toBe(doors);
});
