import type { Page } from '@playwright/test';
import { COURSES } from '../../sandbox/seed/ids';
import { expectAxeClean } from '../support/axe';
import { changingList } from '../support/changingList';
import { holdCalls } from '../support/holdCalls';
import { heading } from '../support/pages/heading';
import { sectionForm } from '../support/pages/sectionForm';
import { enlargeText, expectNothingClipped } from '../support/reflow';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

const courses = (page: Page) => page.getByRole('list', { name: 'Courses' }).getByRole('listitem');
const sections = (page: Page) => page.getByRole('list', { name: 'Sections' }).getByRole('listitem');
const search = (page: Page) => page.getByLabel('Search courses', { exact: true });
const retry = (page: Page) => page.getByRole('button', { name: 'Retry' });

test.describe('the courses', () => {
  test('are all listed, also those beyond the first page of the server, each with its facts', async ({
    page,
    sandbox,
  }) => {
    await Promise.all(
      Array.from({ length: 70 }, (_, index) =>
        sandbox.insert('courses', { Title: `Extra course ${index + 1}` }),
      ),
    );
    await openAs(page, sandbox, '/courses');
    await expect(courses(page)).toHaveCount(104);
    const host = courses(page).filter({
      has: page.getByRole('link', { name: 'Community host training', exact: true }),
    });
    for (const fact of ['The Old Print Works', 'Team', 'Private', 'Active']) {
      await expect(host.getByText(fact, { exact: true })).toBeVisible();
    }
    const imported = courses(page).filter({ hasText: 'Imported from the old platform' });
    await expect(imported.getByText('Hidden')).toBeVisible();
    await expect(imported.getByText('Inactive')).toBeVisible();
    await expect(courses(page).filter({ hasText: 'Laser cutter' }).getByText('Paid')).toBeVisible();
    await expect(courses(page).filter({ hasText: 'Member onboarding' }).getByText('Public')).toBeVisible();
    expect((await sandbox.requests('GET', '/content/courses')).length).toBeGreaterThan(1);
  });

  test('are searched as one types and filtered; the address keeps it over a reload and the way back', async ({
    page,
    sandbox,
  }) => {
    await openAs(page, sandbox, '/courses');
    await expect(courses(page)).toHaveCount(34);
    const choose = (label: string, option: string) =>
      page.getByLabel(label, { exact: true }).selectOption(option);
    await choose('Location', 'Northside Yard');
    await choose('Group', 'Team');
    await expect(page.getByRole('status').filter({ hasText: '2 of 34 courses' })).toBeVisible();
    await expect(page).toHaveURL('/courses?location=Northside+Yard&group=Team');
    await page.getByRole('link', { name: 'Fire safety and first aid' }).click();
    await expect(heading(page, 'Fire safety and first aid')).toBeVisible();
    await page.goBack();
    await expect(courses(page)).toHaveCount(2);
    await expectAxeClean(page);
    await choose('State', 'Inactive');
    await expect(page.getByText('Location: Northside Yard. Group: Team. State: Inactive.')).toBeVisible();
    await page.getByRole('button', { name: 'Show all courses' }).click();
    await expect(courses(page)).toHaveCount(34);

    // Larger text has no room for columns: words would be broken.
    const top = async (text: string) => (await courses(page).first().getByText(text).boundingBox())?.y;
    expect(Number(await top('Northside Yard'))).toBeLessThan(Number(await top('Fire safety')) + 20);
    await enlargeText(page);
    await expectNothingClipped(page);
    expect(Number(await top('Northside Yard'))).toBeGreaterThan(Number(await top('Fire safety')) + 20);

    await search(page).fill('LASER');
    await expect(courses(page)).toHaveCount(1);
    await expect(page.getByRole('status').filter({ hasText: '1 of 34 courses' })).toBeVisible();
    await expect(page).toHaveURL('/courses?search=LASER');
    await page.reload();
    await expect(search(page)).toHaveValue('LASER');
    await page.getByRole('link', { name: 'Laser cutter induction' }).click();
    await expect(heading(page, 'Laser cutter induction')).toBeVisible();
    await page.goBack();
    await expect(search(page)).toHaveValue('LASER');
    await expect(courses(page)).toHaveCount(1);

    await search(page).fill('no such thing');
    await expect(page.getByText('No course matches “no such thing”')).toBeVisible();
    await page.getByRole('button', { name: 'Show all courses' }).click();
    await expect(courses(page)).toHaveCount(34);
    await expect(search(page)).toBeFocused();
    await expect(page).toHaveURL('/courses');
  });

  test('tell how many sections they have, and “40 sections” finds the one that has so many', async ({
    page,
    sandbox,
  }) => {
    const counts = async () =>
      (await sandbox.requests('GET', '/content/coursesections')).map(({ search: query }) => query);
    const filtered = '/courses?location=The+Old+Print+Works';
    const second = await holdCalls(page, 'GET', { url: '**/content/coursesections?*', after: 1 });
    await openAs(page, sandbox, `${filtered}&search=40+sections`);
    await second.arrived;
    await expect(page.getByText(/^Sections are counted in \d of 8 courses so far\.$/)).toBeVisible();
    second.release();
    await expect(courses(page)).toHaveCount(1);
    await expect(courses(page)).toContainText(/handbook.*40 sections/);
    await expect(page.getByText('Sections are counted in')).toHaveCount(0);
    // Two more show that the server keeps to the course that is asked for.
    const first = await counts();
    expect(first.length).toBeLessThanOrEqual(10);
    expect(first.every((query) => query.includes('size=1'))).toBe(true);

    // A list that was read says it, too.
    await page.getByRole('link', { name: /handbook/ }).click();
    // Each by its record: nothing more is read there.
    await expect(sections(page).getByRole('switch')).toHaveCount(40);
    await sandbox.forgetRequests();
    await page.goBack();
    await expect(courses(page)).toContainText(/40 sections/);
    await search(page).fill('');
    await expect(courses(page).getByText('8 sections', { exact: true })).toBeVisible();
    expect(await counts()).toEqual([]);
  });

  test('whose sections may not be listed: the role is named once, and asked for no more', async ({
    page,
    sandbox,
    allow,
  }) => {
    allow.status(401);
    await openAs(page, sandbox, '/courses', 'no-list');
    await expect(page.getByText('Sections aren’t counted: your account lacks the role')).toHaveCount(1);
    await expect(courses(page).getByText('Number of sections not known')).toHaveCount(34);
    await search(page).fill('40');
    await expect(page.getByText('No course matches “40”', { exact: true })).toBeVisible();
    await expect(page.getByText('Titles, locations, groups and numbers were searched.')).toBeVisible();
    expect(await sandbox.requests('GET', '/content/coursesections')).toHaveLength(1);
  });

  test('that may not be listed: the role is named, and a course is opened by its number', async ({
    page,
    sandbox,
    allow,
  }) => {
    allow.status(401);
    await openAs(page, sandbox, '/courses', 'no-course-list');
    await expect(page.getByText('Course-List')).toBeVisible();
    const number = page.getByLabel('Open a course by its number', { exact: true });
    await number.fill('1e3');
    await number.press('Enter');
    await expect(number).toBeFocused();
    await expect(number).toHaveAttribute('aria-invalid', 'true');
    await expect(number).toHaveAccessibleDescription(/in digits only/);
    await number.fill(` ${COURSES.memberOnboarding} `);
    await page.getByRole('button', { name: 'Open' }).click();
    await expect(heading(page, 'Member onboarding')).toBeVisible();
    await expect(sections(page)).toHaveCount(6);
  });

  test('that are none: the page says so', async ({ page, sandbox }) => {
    const none = { Records: [], TotalItems: 0, TotalPages: 0, HasNextPage: false };
    await sandbox.fail({ method: 'GET', path: '/content/courses', fault: { merge: none } });
    await openAs(page, sandbox, '/courses');
    await expect(page.getByText('No courses yet')).toBeVisible();
    await expect(courses(page)).toHaveCount(0);
  });

  test('that do not come: the page says why and “Retry” reads them', async ({ page, sandbox, allow }) => {
    allow.status(500);
    await sandbox.fail({ method: 'GET', times: 3, fault: { status: 500, body: '<h1>Oops</h1>' } });
    await openAs(page, sandbox, '/courses');
    await expect(page.getByRole('alert').filter({ hasText: 'Nexudus has a problem' })).toBeVisible();
    await expect(page.getByText('Oops').filter({ visible: true })).toHaveCount(0);
    await retry(page).click();
    await expect(courses(page)).toHaveCount(34);
    await expect(heading(page, 'Courses')).toBeFocused();
  });

  test('row 55: that could not be read again stay, with their age', async ({ page, sandbox, allow }) => {
    allow.status(503);
    await page.clock.install();
    await openAs(page, sandbox, '/courses');
    await page.getByRole('link', { name: 'Member onboarding' }).click();
    await expect(sections(page)).toHaveCount(6);
    // The list alone: the page of a course reads its course.
    const list = String.raw`^/content/courses\?`;
    await sandbox.fail({ method: 'GET', path: list, times: 3, fault: { status: 503 } });
    await page.clock.fastForward(60_000);
    await page.goBack();
    await expect(courses(page)).toHaveCount(34);
    await expect(courses(page).first()).toContainText(/Member onboarding.*Recently opened/);
    await expect(courses(page).getByText('Recently opened')).toHaveCount(1);
    await expect(page.getByText(/This list is from \d{1,2}:\d\d/)).toBeVisible();
    await retry(page).click();
    await expect(page.getByText(/This list is from/)).toHaveCount(0);
    await expect(courses(page)).toHaveCount(34);
  });
});

test('a list that may be incomplete is said to be until it is read again, whatever else reads the courses', async ({
  page,
  sandbox,
}) => {
  const form = sectionForm(page);
  const { settle } = await changingList(page, '**/api/content/courses?*', 20);
  const notice = page.getByRole('status').filter({ hasText: 'The list changed while it was read' });
  await openAs(page, sandbox, '/courses');
  await expect(notice).toBeVisible();
  await page.getByRole('link', { name: 'Member onboarding' }).click();
  await page.getByRole('link', { name: 'New section' }).click();

  // What is found nowhere is looked for among all courses.
  settle();
  await form.course.fill('no such course');
  await expect(form.status('No course')).toBeVisible();
  await page.goBack();
  await form.question.getByRole('button', { name: /^Leave/ }).click();
  await expect(heading(page, 'Member onboarding')).toBeVisible();
  await page.goBack();
  await expect(courses(page)).toHaveCount(34);
  await expect(notice).toBeVisible();
  await notice.getByRole('button', { name: 'Read again' }).click();
  await expect(notice).toHaveCount(0);
});
