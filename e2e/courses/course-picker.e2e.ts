import { COURSES, ONBOARDING_SECTIONS } from '../../sandbox/seed/ids';
import { expectCreated, newSectionPath, onlyWrite } from '../support/created';
import { holdCalls } from '../support/holdCalls';
import { heading } from '../support/pages/heading';
import { sectionForm } from '../support/pages/sectionForm';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

test('A course is searched on the server and picked with the keyboard', async ({ page, sandbox }) => {
  const form = sectionForm(page);
  const options = page.getByRole('listbox', { name: 'Courses' }).getByRole('option');
  await openAs(page, sandbox, '/sections/new');
  await form.course.focus();
  await expect(form.course).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.type('mill lane');
  await expect(options).toHaveCount(6);
  const lastSearch = async () => (await sandbox.requests('GET', '/content/courses')).at(-1)?.search;
  await expect.poll(lastSearch).toContain('Course_Title=mill');
  await expect(form.status('6 courses')).toBeVisible();

  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const second = options.nth(1);
  await expect(form.course).toHaveAttribute(
    'aria-activedescendant',
    (await second.getAttribute('id')) ?? '–',
  );
  const title = 'Meeting rooms and screens at Mill Lane Studios';
  await expect(second).toContainText(title);
  await page.keyboard.press('Enter');
  await expect(form.course).toHaveValue(title);
  await expect(form.course).toBeFocused();
  await expect(options).toHaveCount(0);

  await page.keyboard.press('ArrowDown');
  await expect(options.first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(options).toHaveCount(0);
  await expect(form.course).toHaveValue(title);
  await page.keyboard.press('Escape');
  await expect(form.course).toHaveValue('');
  expect(await sandbox.writes()).toEqual([]);
});

test('A course is picked with the pointer alone', async ({ page, sandbox }) => {
  const form = sectionForm(page);
  await openAs(page, sandbox, '/sections/new');
  await form.course.click();
  await page.getByRole('option', { name: /^Wellbeing at work/ }).click();
  await expect(form.course).toHaveValue('Wellbeing at work');
  await expect(page.getByRole('option')).toHaveCount(0);
  await form.course.click();
  await expect(page.getByRole('option', { selected: true })).toHaveText(/^Wellbeing at work/);
  await page.getByRole('heading', { level: 1 }).click();
  await expect(page.getByRole('option')).toHaveCount(0);
  await form.title.fill('Breathing');
  await expect(form.order).not.toHaveValue('');
  await form.create.click();
  await expectCreated(page, COURSES.wellbeing, 'Breathing');
  expect((await onlyWrite(sandbox))?.body).toMatchObject({ CourseId: COURSES.wellbeing });
});

for (const key of ['Enter', 'Tab']) {
  test(`A title that is typed in full is the course: ${key}`, async ({ page, sandbox }) => {
    const form = sectionForm(page);
    await openAs(page, sandbox, '/sections/new');
    const search = await holdCalls(page, 'GET', { url: '**/content/courses?*', after: 0 });
    await form.course.focus();
    await page.keyboard.type(' member  ONBOARDING ');
    // Faster than the search.
    await page.keyboard.press(key);
    await search.arrived;
    search.release();
    await expect(form.course).toHaveValue('Member onboarding');
    await expect(form.order).not.toHaveValue('');
    await expect(page.getByRole('option')).toHaveCount(0);
    await form.title.fill('Breathing');
    await form.create.click();
    await expectCreated(page, COURSES.memberOnboarding, 'Breathing');
    expect((await onlyWrite(sandbox))?.body).toMatchObject({ CourseId: COURSES.memberOnboarding });
  });
}

test('A title that several courses have chooses none, and the box says so', async ({ page, sandbox }) => {
  const form = sectionForm(page);
  await sandbox.insert('courses', { Title: 'Member onboarding' });
  await openAs(page, sandbox, '/sections/new');
  await form.course.fill('Member onboarding');
  await expect(form.status('2 courses')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option')).toHaveCount(2);
  await page.keyboard.press('Tab');
  await expect(form.status('No course is chosen. Choose one from the list.')).toBeVisible();
  await expect(form.course).toHaveValue('Member onboarding');
  await expect(form.order).toHaveValue('');
});

test('Keys of an input method neither choose a course nor clear the box', async ({ page, sandbox }) => {
  const form = sectionForm(page);
  await openAs(page, sandbox, '/sections/new');
  await form.course.fill('mill lane');
  await expect(form.status('6 courses')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(form.course).toHaveAttribute('aria-activedescendant', /./);
  // Safari ends the composition before it tells the key: all that is left of it is the code.
  for (const key of ['Enter', 'Escape']) {
    await form.course.evaluate((box, name) => {
      const init = { key: name, keyCode: 229, bubbles: true, cancelable: true };
      box.dispatchEvent(new KeyboardEvent('keydown', init));
    }, key);
    await expect(form.course).toHaveValue('mill lane');
    await expect(page.getByRole('option')).toHaveCount(6);
  }
});

test('Text in the course box that was not picked is no course', async ({ page, sandbox }) => {
  const form = sectionForm(page);
  await openAs(page, sandbox, newSectionPath(COURSES.wellbeing));
  await form.title.fill('Breathing');
  await form.course.fill('nothing like this');
  await expect(form.status('No course matches “nothing like this”.')).toBeVisible();
  await form.create.click();
  await expect(form.status('No course is chosen. Choose one from the list.')).toBeVisible();
  await expect(form.summary).toContainText('Choose a course');
  await form.summary.getByRole('link', { name: 'Choose a course' }).click();
  await expect(form.course).toBeFocused();
  await expect(form.course).toHaveAccessibleDescription(/Choose a course/);
  expect(await sandbox.writes()).toEqual([]);
});

test('Without the role Course-List the course is given by its number', async ({ page, sandbox, allow }) => {
  allow.status(401, 404);
  const form = sectionForm(page);
  const number = page.getByRole('textbox', { name: 'Course', exact: true });
  await openAs(page, sandbox, '/sections/new', 'no-course-list');
  await expect(number).toHaveAccessibleDescription(/lacks the role Course-List/);
  await number.fill('99999999');
  await expect(form.status('There is no course with this number.')).toBeVisible();
  await number.fill(`\u202A${COURSES.wellbeing}\u00A0`);
  await expect(form.status('Wellbeing at work')).toBeVisible();
  await form.title.fill('Breathing');
  await form.create.click();
  await expectCreated(page, COURSES.wellbeing, 'Breathing');
  expect((await onlyWrite(sandbox))?.body).toMatchObject({ CourseId: COURSES.wellbeing, DisplayOrder: 3 });
});

test('row 72: A course that does not exist is said before anything is typed', async ({
  page,
  sandbox,
  allow,
}) => {
  allow.status(404);
  const form = sectionForm(page);
  await openAs(page, sandbox, newSectionPath(99_999_999));
  await expect(form.course).toHaveAccessibleDescription(
    'There is no course with the number 99999999. Choose another.',
  );
  await form.title.fill('Breathing');
  await form.create.click();
  await expect(form.summary).toContainText('Choose a course');
  expect(await sandbox.writes()).toEqual([]);
});

test('Without the role CourseSection-List the form opens all the same, without a suggested order', async ({
  page,
  sandbox,
  allow,
}) => {
  allow.status(401);
  const form = sectionForm(page);
  await openAs(page, sandbox, newSectionPath(COURSES.wellbeing), 'no-list');
  await form.title.fill('Breathing');
  await expect(form.order).toHaveValue('');
  await expect(form.order).toHaveAccessibleDescription(
    /The other sections of the course could not be read\./,
  );
  await form.create.click();
  await expect(form.summary).toContainText('Enter the display order');
  await form.order.fill('5');
  await form.create.click();
  await expect(page).toHaveURL(`/courses/${COURSES.wellbeing}/sections`);
  expect((await onlyWrite(sandbox))?.body).toMatchObject({ CourseId: COURSES.wellbeing, DisplayOrder: 5 });
});

test('The display order that was suggested for a course goes with the course', async ({ page, sandbox }) => {
  const form = sectionForm(page);
  await openAs(page, sandbox, newSectionPath(COURSES.memberOnboarding));
  await expect(form.order).toHaveValue('7');
  await form.course.fill('nothing like this');
  await expect(form.order).toHaveValue('');
  await form.course.fill('Event hosting masterclass');
  // Nor does it stay while the other course is read, or where that fails.
  const list = await holdCalls(page, 'GET', { url: '**/content/coursesections?*' });
  await page.getByRole('option', { name: 'Event hosting masterclass' }).click();
  await list.arrived;
  await expect(form.order).toHaveValue('');
  list.release();
  await expect(form.order).toHaveValue('101');
  await form.order.fill('12');
  await form.course.press('Escape');
  await expect(form.course).toHaveValue('');
  await expect(form.order).toHaveValue('12');
});

test('A course without a title has one name on every page', async ({ page, sandbox }) => {
  const course = COURSES.memberOnboarding;
  const name = `(untitled course ${course})`;
  await sandbox.edit('courses', course, { Title: null });
  const link = page.getByRole('link', { name, exact: true });
  await openAs(page, sandbox, `/courses/${course}/sections`);
  await expect(heading(page, name)).toBeVisible();
  await page.getByRole('link', { name: 'New section' }).click();
  await expect(link).toBeVisible();
  await expect(sectionForm(page).course).toHaveValue(name);
  await page.goto(`/sections/${ONBOARDING_SECTIONS.welcome}/edit`);
  await expect(link).toHaveCount(2);
});
