import { COURSES, ONBOARDING_SECTIONS } from '../../sandbox/seed/ids';
import { heading } from '../support/pages/heading';
import { sectionForm } from '../support/pages/sectionForm';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

const { welcome, gettingIn } = ONBOARDING_SECTIONS;
const course = COURSES.memberOnboarding;
const editPath = () => `/sections/${welcome}/edit`;

test('an address of no page says so, with a way on', async ({ page, sandbox }) => {
  await openAs(page, sandbox, '/no/such/page');
  await expect(heading(page, 'Page not found')).toBeVisible();
  await expect(page).toHaveTitle(/^Page not found/);
  await page.getByRole('link', { name: 'Go to the courses' }).click();
  await expect(page).toHaveURL('/courses');
  await expect(heading(page, 'Courses')).toBeFocused();
});

test('each page has a title and one heading, which takes the focus when one comes there', async ({
  page,
  sandbox,
}) => {
  await openAs(page, sandbox, '/');
  await expect(page).toHaveURL('/courses');
  const arrives = async (name: string, title: string, place = 'Course sections') => {
    await expect(heading(page, name)).toBeFocused();
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    await expect(page).toHaveTitle(`${title} – ${place}`);
  };
  await page.getByRole('link', { name: 'Member onboarding' }).click();
  await arrives('Member onboarding', 'Member onboarding');
  await page.getByRole('link', { name: 'Welcome to Harbour House' }).click();
  await arrives(
    'Welcome to Harbour House Edit section',
    'Welcome to Harbour House – Edit section',
    'Member onboarding',
  );
  await page.goBack();
  await arrives('Member onboarding', 'Member onboarding');
  await page.getByRole('link', { name: 'New section' }).click();
  await arrives('New section', 'New section');
  await page.getByRole('navigation').getByRole('link', { name: 'Courses' }).click();
  await arrives('Courses', 'Courses');
});

test('row 36, 59: an answer that comes late never shows in the form of another section', async ({
  page,
  sandbox,
}) => {
  const form = sectionForm(page);
  await sandbox.edit('sections', welcome, { Title: 'The slow one' });
  await sandbox.edit('sections', gettingIn, { Title: 'The quick one' });
  await openAs(page, sandbox, `/courses/${course}/sections`);
  await sandbox.fail({
    method: 'GET',
    path: `/content/coursesections/${welcome}`,
    fault: { delayMs: 2500 },
  });
  await page.getByRole('link', { name: 'The slow one' }).click();
  await expect(page).toHaveURL(editPath());
  await page.goBack();
  await page.getByRole('link', { name: 'The quick one' }).click();
  await expect(form.title).toHaveValue('The quick one');
  await expect
    .poll(async () => {
      const all = await sandbox.requests('GET', `/content/coursesections/${welcome}`);
      return all.every(({ ms }) => ms !== null);
    })
    .toBe(true);
  await expect(form.title).toHaveValue('The quick one');
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('an edit page says where it is, and leads to the sections before and after through the question', async ({
  page,
  sandbox,
}) => {
  const form = sectionForm(page);
  await openAs(page, sandbox, `/sections/${ONBOARDING_SECTIONS.welcome}/edit`);
  const trail = page.getByRole('navigation', { name: 'Breadcrumb' });
  await expect(trail).toContainText('Member onboarding');
  await expect(trail.getByText('Section 1 of 6')).toBeVisible();
  const previous = page.getByRole('link', { name: /^Previous section: / });
  await expect(previous).toHaveCount(0);

  const next = page.getByRole('link', { name: 'Next section: Getting in and out', exact: true });
  await form.title.fill('Not finished yet');
  await next.click();
  await form.question.getByRole('button', { name: 'Stay' }).click();
  // What is typed before the dialog has given the focus back goes nowhere.
  await expect(next).toBeFocused();
  await expect(form.title).toHaveValue('Not finished yet');
  await form.title.fill('Welcome to Harbour House');
  await next.click();
  await expect(heading(page, 'Getting in and out Edit section')).toBeFocused();
  await expect(form.title).toHaveValue('Getting in and out');
  await expect(previous).toHaveAccessibleName('Previous section: Welcome to Harbour House');
  // Both pages show the list that was read once.
  expect(await sandbox.requests('GET', '/content/coursesections')).toHaveLength(3);
  await trail.getByText('Courses').click();
  await expect(page).toHaveURL('/courses');
});
