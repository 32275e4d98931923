import type { Page } from '@playwright/test';
import { AWKWARD_SECTIONS, COURSES, ONBOARDING_SECTIONS } from '../../sandbox/seed/ids';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

const pathOf = (courseId: number) => `/courses/${courseId}/sections`;
const editPath = `/sections/${ONBOARDING_SECTIONS.welcome}/edit`;
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });
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

  test('are searched as one types; the address keeps the search over a reload and the way back', async ({
    page,
    sandbox,
  }) => {
    await openAs(page, sandbox, '/courses');
    await expect(courses(page)).toHaveCount(34);
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
    await expect(page.getByRole('main')).toBeFocused();
  });

  test('row 55: that could not be read again stay, with their age', async ({ page, sandbox, allow }) => {
    allow.status(503);
    await page.clock.install();
    await openAs(page, sandbox, '/courses');
    await page.getByRole('link', { name: 'Member onboarding' }).click();
    await expect(sections(page)).toHaveCount(6);
    await sandbox.fail({ method: 'GET', path: '/content/courses', times: 3, fault: { status: 503 } });
    await page.clock.fastForward(60_000);
    await page.goBack();
    await expect(courses(page)).toHaveCount(34);
    await expect(page.getByText(/This list is from \d\d:\d\d/)).toBeVisible();
    await retry(page).click();
    await expect(page.getByText(/This list is from/)).toHaveCount(0);
    await expect(courses(page)).toHaveCount(34);
  });
});

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
  const arrives = async (name: string, title: string) => {
    await expect(heading(page, name)).toBeFocused();
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    await expect(page).toHaveTitle(`${title} – Course sections`);
  };
  await page.getByRole('link', { name: 'Member onboarding' }).click();
  await arrives('Member onboarding', 'Member onboarding');
  await page.getByRole('link', { name: 'Welcome to Harbour House' }).click();
  await arrives('Edit section', 'Edit Welcome to Harbour House');
  await page.goBack();
  await arrives('Member onboarding', 'Member onboarding');
  await page.getByRole('link', { name: 'New section' }).click();
  await arrives('New section', 'New section');
  await page.getByRole('navigation').getByRole('link', { name: 'Courses' }).click();
  await arrives('Courses', 'Courses');
});

test('row 77: nothing scrolls sideways at 320 pixels', async ({ page, sandbox }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openAs(page, sandbox, '/courses');
  const places = [
    ['/courses', 'Courses'],
    [pathOf(COURSES.imported), 'Imported from the old platform'],
    [`/sections/${AWKWARD_SECTIONS.longTitle}/edit`, 'Edit section'],
    [`/sections/new?courseId=${COURSES.memberOnboarding}`, 'New section'],
    ['/no/such/page', 'Page not found'],
  ] as const;
  for (const [path, name] of places) {
    await page.goto(path);
    await expect(heading(page, name)).toBeVisible();
    await expect(page.getByRole('status').filter({ hasText: /^Loading/ })).toHaveCount(0);
    expect
      .soft(await page.evaluate(() => document.documentElement.scrollWidth), path)
      .toBeLessThanOrEqual(320);
  }
});

test('row 79, 80: forced colours keep the focus visible, and reduced motion moves nothing', async ({
  page,
  sandbox,
}) => {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  for (const [path, name] of [
    ['/courses', 'Courses'],
    [editPath, 'Edit section'],
  ] as const) {
    await openAs(page, sandbox, path);
    await expect(heading(page, name)).toBeVisible();
    for (let count = 0; count < 6; count++) {
      await page.keyboard.press('Tab');
      const focus = await page.evaluate(() => {
        const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body);
        return { outlineStyle, isWide: Number.parseFloat(outlineWidth) >= 2 };
      });
      expect(focus.outlineStyle).not.toBe('none');
      expect(focus.isWide).toBe(true);
    }
    expect(
      await page.evaluate(() => document.getAnimations().map((animation) => animation.playState)),
    ).toEqual([]);
  }
  const title = page.getByLabel('Title', { exact: true });
  await title.fill('');
  await title.press('Enter');
  await expect(page.getByText('Enter a title').last()).toBeVisible();
  // A border that is no more than a shadow or a background would be gone.
  const bordered = [
    title,
    page.getByRole('alert').locator('..'),
    page.getByRole('button', { name: 'Save changes' }),
  ];
  for (const box of bordered) await expect(box).toHaveCSS('border-block-start-style', 'solid');
  await expect(page.getByRole('radio', { checked: true }).first()).toBeVisible();
});

test('row 35: code that is gone from the server after an update is explained, and a reload helps', async ({
  page,
  sandbox,
  allow,
}) => {
  allow.status(404);
  await openAs(page, sandbox, pathOf(COURSES.memberOnboarding));
  let asked = 0;
  await page.route('/assets/EditSectionPage*', (route) => {
    asked += 1;
    return route.fulfill({ status: 404, body: 'Not found' });
  });
  await page.getByRole('link', { name: 'Welcome to Harbour House' }).click();
  // The page reloads once by itself; what is asked for after that is left to the person.
  await expect.poll(() => asked).toBeGreaterThan(1);
  await expect(heading(page, 'A new version is out')).toBeVisible();
  await expect(page).toHaveURL(editPath);
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue('Welcome to Harbour House');
});
