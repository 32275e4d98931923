import { AWKWARD_SECTIONS, COURSES, ONBOARDING_SECTIONS } from '../../sandbox/seed/ids';
import { changingList } from '../support/changingList';
import { holdCalls } from '../support/holdCalls';
import { heading } from '../support/pages/heading';
import { expectInStep, rowOf, rowsOf, titlesOn } from '../support/pages/sectionList';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

const pathOf = (courseId: number) => `/courses/${courseId}/sections`;

const path = '/content/coursesections';
const { memberOnboarding, handbook } = COURSES;
const onboarding = pathOf(memberOnboarding);

test.describe('the sections of a course', () => {
  test('stand in the order that members see, ties by their number', async ({ page, sandbox }) => {
    await openAs(page, sandbox, pathOf(COURSES.eventHosting));
    await expect(rowsOf(page).getByRole('link')).toHaveText([
      'Before you begin',
      'Finding a format',
      'Partners and sponsors',
      'Budget and tickets',
      'Telling people about it',
      'The room plan',
      'The day after',
    ]);
    await expect(rowsOf(page).first()).toContainText(/^1/);
  });

  for (const width of [1280, 320]) {
    test(`stand where they were announced, ${width} pixels wide`, async ({ page, sandbox }) => {
      await page.setViewportSize({ width, height: 800 });
      const held = await holdCalls(page, 'GET');
      await openAs(page, sandbox, pathOf(COURSES.memberOnboarding));
      await held.arrived;
      const announced = await page.getByText('Loading the sections…').boundingBox();
      held.release();
      await expect(rowsOf(page)).toHaveCount(6);
      const list = await page.getByRole('list', { name: 'Sections' }).boundingBox();
      expect(list?.y).toBeCloseTo((announced?.y ?? 0) + (announced?.height ?? 0), 0);
    });
  }

  test('say their rule as a sentence, their lessons, and whether they are inactive', async ({
    page,
    sandbox,
  }) => {
    await openAs(page, sandbox, pathOf(COURSES.memberOnboarding));
    const rules = [
      'Available at once',
      'After “Welcome to Harbour House” is completed',
      'After “Getting in and out” is completed',
      '7 days after enrolment',
      '1 day after enrolment',
      '30 days after enrolment',
    ];
    for (const [index, rule] of rules.entries()) {
      await expect(rowsOf(page).nth(index).getByText(rule, { exact: true })).toBeVisible();
    }
    await expect(rowsOf(page).filter({ hasText: /\d lessons?/ })).toHaveCount(6);
    await expect(rowsOf(page).filter({ hasText: 'Inactive' })).toHaveText(/^5.*Invoices/);
    const invoices = rowOf(page, 'Invoices and changing your plan');
    await expect(invoices).toContainText('1 lesson');
    await expect(invoices.getByRole('switch')).not.toBeChecked();
  });

  test('row 60, 61, 91: with odd contents can still be told apart, and spoil nothing', async ({
    page,
    sandbox,
    allow,
  }) => {
    allow.status(400);
    const fault = { status: 400, body: { Message: 'no' } };
    await sandbox.fail({ path: `^${path}/\\?id=`, fault, times: 9 });
    await openAs(page, sandbox, pathOf(COURSES.imported));
    await expect(rowsOf(page)).toHaveCount(16);
    for (const id of [AWKWARD_SECTIONS.nullTitle, AWKWARD_SECTIONS.emptyTitle]) {
      await expect(page.getByRole('link', { name: `(untitled section ${id})` })).toBeVisible();
    }
    await expect(page.getByText('Unknown unlock rule (99)')).toBeVisible();
    await expect(page.getByText('Unknown unlock rule (0)')).toBeVisible();
    await expect(page.getByText(/U\+(202E|2067|202B)/).first()).toBeVisible();
  });

  test('that are none: the page offers the first, in this course', async ({ page, sandbox }) => {
    await openAs(page, sandbox, pathOf(COURSES.podcastStudio));
    await expect(page.getByRole('heading', { name: 'No sections yet' })).toBeVisible();
    await page.getByRole('link', { name: 'New section', exact: true }).click();
    await expect(page).toHaveURL(`/sections/new?courseId=${COURSES.podcastStudio}`);
    await expect(page.getByRole('combobox', { name: 'Course' })).toHaveValue('Podcast studio basics');
  });

  test('row 40: of a course that is not there: the page says so and leads back', async ({
    page,
    sandbox,
    allow,
  }) => {
    allow.status(404);
    await openAs(page, sandbox, pathOf(99_999_999));
    await expect(page.getByText('Course not found')).toBeVisible();
    await expect(page.getByText('No sections yet')).toHaveCount(0);
    await expect(page.getByRole('link', { name: /New section|first section/ })).toHaveCount(0);
    await page.getByRole('link', { name: 'Go to the courses' }).click();
    await expect(heading(page, 'Courses')).toBeVisible();
  });

  test('that may not be listed: the missing role is named', async ({ page, sandbox, allow }) => {
    allow.status(401);
    await openAs(page, sandbox, pathOf(COURSES.memberOnboarding), 'no-list');
    await expect(page.getByText(/CourseSection-List/).first()).toBeVisible();
    await expect(heading(page, 'Member onboarding')).toBeVisible();
  });

  test('are shown, under the title that they know, without the role for courses or lessons', async ({
    page,
    sandbox,
    allow,
  }) => {
    allow.status(401);
    await sandbox.takeRoles('admin', ['Course-Read', 'CourseLesson-List']);
    await openAs(page, sandbox, pathOf(COURSES.memberOnboarding));
    await expect(rowsOf(page)).toHaveCount(6);
    await expect(rowsOf(page).first()).toContainText('Available at once');
    await expect(heading(page, 'Member onboarding')).toBeVisible();
  });

  test('of which one cannot be read: its row says so, the others stay', async ({ page, sandbox, allow }) => {
    allow.status(400);
    await sandbox.setOptions({ batch: 'refused' });
    await sandbox.fail({
      method: 'GET',
      path: `${path}/${ONBOARDING_SECTIONS.gettingIn}`,
      times: 9,
      fault: { body: '<p>?</p>', contentType: 'text/html' },
    });
    await openAs(page, sandbox, pathOf(COURSES.memberOnboarding));
    await expect(rowsOf(page).nth(1)).toContainText('could not be read');
    await expect(rowsOf(page).filter({ hasText: 'could not be read' })).toHaveCount(1);
    await expect(rowsOf(page).nth(3)).toContainText('7 days after enrolment');
  });

  test('that do not come: “Retry” reads them and the title', async ({ page, sandbox, allow }) => {
    allow.status(502);
    await sandbox.fail({ method: 'GET', times: 99, fault: { status: 502 } });
    await openAs(page, sandbox, pathOf(COURSES.memberOnboarding));
    await expect(page.getByText('Nexudus has a problem')).toBeVisible();
    // The title is given up, too.
    await expect(heading(page, `Course ${COURSES.memberOnboarding}`)).toBeVisible();
    await sandbox.stopFailing();
    await page.getByRole('button', { name: 'Retry' }).click();
    await expect(rowsOf(page)).toHaveCount(6);
    await expect(heading(page, 'Member onboarding')).toBeVisible();
  });
});

test('row 61: a record that can’t be read says so and leaves the others alone', async ({
  page,
  sandbox,
  allow,
}) => {
  allow.status(404);
  await sandbox.setOptions({ batch: 'incomplete' });
  await sandbox.fail({
    path: `${path}/${ONBOARDING_SECTIONS.welcome}`,
    fault: { status: 404 },
    times: 5,
  });
  await openAs(page, sandbox, onboarding);
  await expect(rowOf(page, 'Welcome to Harbour House')).toContainText('could not be read');
  await expect(rowOf(page, 'Getting in and out')).toContainText(
    'After “Welcome to Harbour House” is completed',
  );
});

test('row 65: pages of 25, a filter that the server ignores and a batch it refuses make no difference', async ({
  page,
  sandbox,
  allow,
}) => {
  allow.status(400);
  await sandbox.setOptions({ ignoresFilters: true, batch: 'refused' });
  await openAs(page, sandbox, `/courses/${handbook}/sections`);
  await expect(rowsOf(page)).toHaveCount(40);
  await expect(rowsOf(page).last()).toContainText('Wi-Fi');
  await expect(rowOf(page, 'Wi-Fi')).toContainText('after enrolment');
  await expectInStep(page, sandbox, handbook);
});

test('row 66: a list that changes each time it is read says so, and nothing is planned by it', async ({
  page,
  sandbox,
}) => {
  const { settle } = await changingList(page, '**/api/content/coursesections?*', 25);
  await openAs(page, sandbox, `/courses/${handbook}/sections`);
  const notice = page.getByRole('status').filter({ hasText: 'The list changed while it was read' });
  await expect(notice).toContainText('it may be incomplete.');
  await expect(rowsOf(page)).toHaveCount(40);
  const moveUp = rowOf(page, 'Wi-Fi').getByRole('button', { name: 'Move up: Wi-Fi' });
  await expect(moveUp).toHaveAttribute('title', 'The list may be incomplete. Read it again first.');
  await rowOf(page, 'Wi-Fi').getByRole('button', { name: 'More actions' }).click();
  await expect(page.getByRole('menuitem', { name: /^Duplicate/ })).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Escape');

  settle();
  await notice.getByRole('button', { name: 'Read again' }).click();
  await expect(notice).toHaveCount(0);
  await moveUp.click();
  await expect.poll(async () => (await sandbox.writes()).length).toBeGreaterThan(0);
});

test('“Refresh” brings what others did, and marks it', async ({ page, sandbox }) => {
  await openAs(page, sandbox, onboarding);
  await expect(rowsOf(page)).toHaveCount(6);
  await sandbox.edit('sections', ONBOARDING_SECTIONS.welcome, {
    Title: 'Hello',
    UnlockType: 3,
    UnlockAfterDays: 2,
  });
  await sandbox.insert('sections', { CourseId: memberOnboarding, Title: 'Extra', DisplayOrder: 3 });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(rowOf(page, 'Extra')).toContainText('New');
  await expect(rowOf(page, 'Hello')).toContainText('Changed');
  await expect(rowOf(page, 'Hello')).toContainText('2 days after enrolment');
  await expectInStep(page, sandbox, memberOnboarding);
});

test('what others did while rows are in use waits until it is asked for', async ({ page, sandbox }) => {
  await openAs(page, sandbox, onboarding);
  await rowOf(page, 'Getting in and out').hover();
  await sandbox.edit('sections', ONBOARDING_SECTIONS.community, { DisplayOrder: 0 });
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
  await expect(page.getByText('The list has changed meanwhile')).toBeVisible();
  expect((await titlesOn(page))[0]).toBe('Welcome to Harbour House');
  await page.getByRole('button', { name: 'Show the new list' }).click();
  expect((await titlesOn(page))[0]).toBe('Becoming part of the community');
  await expectInStep(page, sandbox, memberOnboarding);
});

test('a thousand sections: few elements, and each row within reach', async ({ page, sandbox }) => {
  await sandbox.insertSections(COURSES.podcastStudio, 1000, { title: 'Part' });
  await openAs(page, sandbox, `/courses/${COURSES.podcastStudio}/sections`);
  await expect(page.getByText('1,000 sections')).toBeVisible();
  const rows = rowsOf(page);
  await expect(rows.first()).toHaveAttribute('aria-setsize', '1000');
  const count = () => page.evaluate(() => document.querySelectorAll('*').length);
  expect(await count()).toBeLessThan(3000);
  await rows.first().getByRole('link').focus();
  for (const [key, place] of [
    ['End', '1000'],
    ['ArrowUp', '999'],
    ['Home', '1'],
    ['End', '1000'],
  ] as const) {
    await page.keyboard.press(key);
    const row = rows.filter({ has: page.locator('a:focus') });
    await expect(row).toHaveAttribute('aria-posinset', place);
    await expect(row).toBeInViewport();
  }
  await expect(rows.last()).toHaveAttribute('aria-posinset', '1000');
  expect(await count()).toBeLessThan(3000);
  await page.getByRole('checkbox', { name: 'Select all' }).click();
  await expect(page.getByText('1,000 selected')).toBeVisible();
  await page.getByRole('button', { name: 'Clear selection' }).click();
  const link = rows.last().getByRole('link');
  const title = (await link.textContent()) ?? '';
  await rows
    .last()
    .getByRole('button', { name: /^More actions/ })
    .click();
  await page.getByRole('menuitem', { name: 'Move to position…' }).click();
  await page.getByLabel('Position', { exact: true }).fill('500');
  await page.getByRole('button', { name: 'Move', exact: true }).click();
  const moved = rowOf(page, title);
  await expect(moved).toHaveAttribute('aria-posinset', '500');
  await expect(moved).toBeInViewport();
  await expect(moved.locator(':focus')).toHaveCount(1);
  await page.getByLabel('Search sections').fill(title);
  await expect(moved).toBeVisible();
});

test('each control of forty rows can be reached by keys, also past the end of the window', async ({
  page,
  sandbox,
}) => {
  await openAs(page, sandbox, `/courses/${handbook}/sections`);
  await expect(rowsOf(page)).toHaveCount(40);
  await page.getByRole('checkbox', { name: 'Select Suppliers' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('checkbox', { name: 'Select Wi-Fi' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Reorder Wi-Fi' })).toBeFocused();
});
