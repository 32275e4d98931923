import type { Page } from '@playwright/test';
import { AWKWARD_SECTIONS, COURSES, ONBOARDING_SECTIONS } from '../../sandbox/seed/ids';
import { onlyWrite } from '../support/created';
import { holdCalls } from '../support/holdCalls';
import { savedAt, sectionForm } from '../support/pages/sectionForm';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

const editPath = (id: number) => `/sections/${id}/edit`;
const { welcome, firstWeek } = ONBOARDING_SECTIONS;

test('row 87: Opening a section asks for it exactly once, and nothing fills its title in', async ({
  page,
  sandbox,
}) => {
  const form = sectionForm(page);
  await openAs(page, sandbox, editPath(firstWeek));
  await expect(form.title).toHaveValue('Your first week: tips from other members');
  await expect(form.title).toHaveAttribute('autocomplete', 'off');
  // The hint needs the list of the course: then everything has been asked for.
  await expect(form.order).toHaveAccessibleDescription(
    /^Between “Desks, phone booths and meeting rooms” and/,
  );
  expect(await sandbox.requests('GET', `/content/coursesections/${firstWeek}`)).toHaveLength(1);
  expect(await sandbox.writes()).toEqual([]);
});

test('row 31: Saving without a change sends nothing and claims no save', async ({ page, sandbox }) => {
  const form = sectionForm(page);
  await openAs(page, sandbox, editPath(AWKWARD_SECTIONS.crlf));
  await expect(form.status('No changes')).toBeVisible();
  await form.save.click();
  const reads = () => sandbox.requests('GET', `/content/coursesections/${AWKWARD_SECTIONS.crlf}`);
  await expect.poll(async () => (await reads()).length).toBe(2);
  await expect(form.save).toBeEnabled();
  await expect(form.status('No changes')).toBeVisible();

  // A change that was taken back is none.
  await form.title.fill('Something else');
  await expect(form.status('Unsaved changes')).toBeVisible();
  await form.title.fill('Written on another system');
  await expect(form.status('No changes')).toBeVisible();
  await form.title.press('Enter');
  await expect.poll(async () => (await reads()).length).toBe(3);
  await expect(form.save).toBeEnabled();
  await expect(form.status('No changes')).toBeVisible();
  expect(await sandbox.writes()).toEqual([]);
});

const ways: readonly [what: string, act: (page: Page) => Promise<void>][] = [
  ['row 69: Enter in the title', (page) => sectionForm(page).title.press('Enter')],
  ['Enter in a number', (page) => sectionForm(page).order.press('Enter')],
  ['Ctrl+S in a field', (page) => sectionForm(page).title.press('Control+s')],
  ['Cmd+S in a field', (page) => sectionForm(page).title.press('Meta+s')],
  [
    'Ctrl+S outside of the form',
    (page) => page.getByRole('link', { name: 'Courses', exact: true }).press('Control+s'),
  ],
  ['row 69: Ctrl+Enter in the HTML', (page) => sectionForm(page).introduction.press('Control+Enter')],
  ['row 3: A double click', (page) => sectionForm(page).save.dblclick()],
  [
    'row 3: Enter twice',
    async (page) => {
      await sectionForm(page).title.press('Enter');
      await page.keyboard.press('Enter');
    },
  ],
  [
    'row 3: Enter, Ctrl+S and a click at once',
    async (page) => {
      await sectionForm(page).title.press('Enter');
      await page.keyboard.press('Control+s');
      await sectionForm(page).save.dispatchEvent('click');
    },
  ],
];

test('Each way to save saves once', async ({ page, sandbox }) => {
  const form = sectionForm(page);
  await openAs(page, sandbox, editPath(welcome));
  for (const [index, [what, act]] of ways.entries()) {
    await test.step(what, async () => {
      const Title = `Welcome aboard ${index}`;
      await sandbox.forgetRequests();
      await form.title.fill(Title);
      await expect(form.status('Unsaved changes')).toBeVisible();
      const call = await holdCalls(page, 'PUT');
      await act(page);
      await call.arrived;
      call.release();
      await expect(form.status(savedAt)).toBeVisible();
      await expect(form.save).toBeEnabled();
      expect((await onlyWrite(sandbox))?.body).toMatchObject({ Id: welcome, Title });
    });
  }
});

test('Enter in the HTML is a new line', async ({ page, sandbox }) => {
  const form = sectionForm(page);
  await openAs(page, sandbox, editPath(ONBOARDING_SECTIONS.billing));
  await form.introduction.pressSequentially('<p>One</p>\n<p>Two</p>');
  await expect(form.introduction).toHaveValue('<p>One</p>\n<p>Two</p>');
  await expect(form.status('Unsaved changes')).toBeVisible();
  expect(await sandbox.writes()).toEqual([]);
});

test('row 27: An unknown unlock type is named, and none of the three is checked', async ({
  page,
  sandbox,
  allow,
}) => {
  const form = sectionForm(page);
  await openAs(page, sandbox, editPath(AWKWARD_SECTIONS.unlockType99));
  await expect(page.getByText('Unknown unlock rule (99)')).toBeVisible();
  await expect(form.rules).toHaveCount(3);
  await expect(form.rules.and(page.getByRole('radio', { checked: true }))).toHaveCount(0);
  await expect(form.days).toHaveCount(0);

  await form.title.fill('By the door system');
  await form.save.click();
  await expect(form.status(savedAt)).toBeVisible();
  await expect(form.rules.and(page.getByRole('radio', { checked: true }))).toHaveCount(0);
  expect((await onlyWrite(sandbox))?.body).toMatchObject({ UnlockType: 99, UnlockAfterDays: 5 });

  allow.status(400);
  await form.title.fill('By the door [refuse:UnlockType=is not known here]');
  await form.save.click();
  await form.summary.getByRole('link', { name: 'Unlock type is not known here' }).click();
  await expect(form.rule('Immediate')).toBeFocused();
  await form.title.fill('By the door');

  await form.rule('Timed').check();
  await expect(page.getByText('Unknown unlock rule')).toHaveCount(0);
  await expect(form.days).toHaveValue('5');
  await form.save.click();
  await expect(form.status(savedAt)).toBeVisible();
  expect((await sandbox.writes()).at(-1)?.body).toMatchObject({ UnlockType: 3, UnlockAfterDays: 5 });
});

const wrongDays: readonly [string, string][] = [
  ['', 'Enter the number of days'],
  [' \u200b ', 'Enter the number of days'],
  ['-1', 'Enter 0 or more days'],
  ['2147483648', 'Enter fewer days: 2,147,483,647 is the most'],
  ['1.5', 'Enter whole days, such as 7'],
  ['٣', 'Enter whole days, such as 7'],
  ['1e2', 'Enter whole days, such as 7'],
  ['seven', 'Enter whole days, such as 7'],
];

test('row 30, 62: An emptied days box is an error and never 0, as is anything that is no number', async ({
  page,
  sandbox,
}) => {
  const form = sectionForm(page);
  await openAs(page, sandbox, editPath(firstWeek));
  for (const [typed, message] of wrongDays) {
    await form.days.fill(typed);
    await form.save.click();
    const link = form.summary.getByRole('link', { name: message, exact: true });
    await expect(form.summary.getByRole('link')).toHaveCount(1);
    await expect(page.getByRole('status').filter({ hasText: /^Not saved$/ })).toBeVisible();
    await expect(page).toHaveTitle(/^Error: /);
    await link.click();
    await expect(form.days).toBeFocused();
    await expect(form.days).toHaveValue(typed);
    await expect(form.days).toHaveAttribute('aria-invalid', 'true');
    await expect(form.days).toHaveAccessibleDescription(new RegExp(`^${message}`));
  }
  expect(await sandbox.writes()).toEqual([]);

  await form.days.fill('0');
  await expect(form.summary).toHaveCount(0);
  await form.save.click();
  await expect(form.status(savedAt)).toBeVisible();
  expect((await onlyWrite(sandbox))?.body).toMatchObject({ UnlockType: 3, UnlockAfterDays: 0 });
});

test('A phone’s keyboard has a minus where a number may be negative', async ({ page, sandbox }) => {
  const form = sectionForm(page);
  await openAs(page, sandbox, editPath(welcome));
  // The keyboard that “numeric” brings up has none on an iPhone.
  await expect(form.order).not.toHaveAttribute('inputmode', /numeric|decimal|tel/);
  await form.rule('Timed').check();
  await expect(form.days).toHaveAttribute('inputmode', 'numeric');
  await form.order.fill('-3');
  await form.rule('Immediate').check();
  await form.save.click();
  await expect.poll(async () => (await sandbox.read('sections', welcome))['DisplayOrder']).toBe(-3);
});

test('row 71: The days stay while another rule is tried out', async ({ page, sandbox }) => {
  const form = sectionForm(page);
  await openAs(page, sandbox, editPath(firstWeek));
  await expect(form.days).toHaveValue('7');
  await form.days.fill('21');
  await form.rule('Immediate').check();
  await expect(form.days).toHaveCount(0);
  await form.rule('Timed').check();
  await expect(form.days).toHaveValue('21');
  // An emptied box does not stand in the way of a rule without days.
  await form.days.fill('');
  await form.save.click();
  await expect(form.summary).toContainText('Enter the number of days');
  await form.rule('Sequential').check();
  await expect(form.summary).toHaveCount(0);
  await form.save.click();
  await expect(form.status(savedAt)).toBeVisible();
  expect((await onlyWrite(sandbox))?.body).toMatchObject({ UnlockType: 2, UnlockAfterDays: 7 });
});

test('The course of a section is fixed, and the page says why', async ({ page, sandbox }) => {
  await openAs(page, sandbox, editPath(welcome));
  const course = page.getByRole('group', { name: 'Course' });
  await expect(course).toContainText('can’t move to another course yet');
  await expect(page.getByRole('combobox', { name: 'Course' })).toHaveCount(0);
  await course.getByRole('link', { name: 'Member onboarding' }).click();
  await expect(page).toHaveURL(`/courses/${COURSES.memberOnboarding}/sections`);
});

test('The details say what the service knows, in local time with the zone', async ({ page, sandbox }) => {
  const { Id } = await sandbox.insert('sections', {
    CourseId: COURSES.wellbeing,
    Title: 'Stretching',
    UniqueId: '0f8fad5b-d9cb-469f-a165-70867728950e',
    SystemId: 'LMS-7',
    CreatedOn: '2025-01-15T10:30:00Z',
    UpdatedOn: '2025-07-01T23:30:00Z',
    UpdatedBy: 'noor.haddad@harbour.example',
  });
  await openAs(page, sandbox, editPath(Id));
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - heading "Details" [level=2]
    - term: Number
    - definition: "${Id}"
    - term: UniqueId
    - definition: 0f8fad5b-d9cb-469f-a165-70867728950e
    - term: SystemId
    - definition: LMS-7
    - term: Created
    - definition: 15 Jan 2025, 10:30 WET
    - term: Last updated
    - definition: 2 Jul 2025, 0:30 WEST
    - term: Last updated by
    - definition: noor.haddad@harbour.example
  `);
  await sectionForm(page).title.fill('Stretching and breathing');
  await sectionForm(page).save.click();
  await expect(page.getByRole('definition').filter({ hasText: sandbox.userName() })).toBeVisible();
});

test('The preview shows harmless contents in a frame of its own', async ({ page, sandbox }) => {
  const form = sectionForm(page);
  await openAs(page, sandbox, editPath(AWKWARD_SECTIONS.script));
  const source = await form.introduction.inputValue();
  expect(source).toContain('<script>');
  await page.getByRole('tab', { name: 'Preview' }).click();
  const frame = page.getByTitle('Preview of the introduction');
  await expect(frame).toHaveAttribute('sandbox', 'allow-scripts');
  await expect(page.getByText(/^Not shown in the preview: 1 script, /)).toBeVisible();
  const inside = frame.contentFrame();
  await expect(inside.getByText('Click')).toBeVisible();
  // What stands in the contents would rename the page, hide it, ask for a password, or open a dialog.
  await inside.getByText('Click').click();
  await inside.getByText('link').click();
  await expect(inside.getByRole('textbox')).toHaveCount(0);
  await expect(inside.getByRole('link')).toHaveCount(0);
  expect(await inside.getByRole('document').evaluate((body) => body.ownerDocument.title)).not.toBe(
    'taken over',
  );
  await expect(page).toHaveTitle(/<img src=x onerror=alert\(1\)> & "quotes" – Edit section/);

  await page.getByRole('tab', { name: 'HTML' }).click();
  await expect(form.introduction).toHaveValue(source);
  await form.introduction.fill('<p>Only <b>this</b></p>');
  await page.getByRole('tab', { name: 'Preview' }).click();
  await expect(page.getByText('Preview shown. Links do not open here.')).toBeVisible();
  await expect(inside.getByText('Only this')).toBeVisible();
  expect(await sandbox.writes()).toEqual([]);
});
