import type { Page } from '@playwright/test';
import { AWKWARD_SECTIONS, COURSES, ONBOARDING_SECTIONS } from '../../sandbox/seed/ids';
import { holdCalls } from '../support/holdCalls';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

const pathOf = (courseId: number) => `/courses/${courseId}/sections`;
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });
const sections = (page: Page) => page.getByRole('list', { name: 'Sections' }).getByRole('listitem');

test.describe('the sections of a course', () => {
  test('stand in the order that members see, ties by their number', async ({ page, sandbox }) => {
    await openAs(page, sandbox, pathOf(COURSES.eventHosting));
    await expect(sections(page).getByRole('link')).toHaveText([
      'Before you begin',
      'Finding a format',
      'Partners and sponsors',
      'Budget and tickets',
      'Telling people about it',
      'The room plan',
      'The day after',
    ]);
    await expect(sections(page).first()).toContainText(/^1/);
  });

  for (const width of [1280, 320]) {
    test(`stand where they were announced, ${width} pixels wide`, async ({ page, sandbox }) => {
      await page.setViewportSize({ width, height: 800 });
      const held = await holdCalls(page, 'GET');
      await openAs(page, sandbox, pathOf(COURSES.memberOnboarding));
      await held.arrived;
      const announced = await page.getByText('Loading the sections…').boundingBox();
      held.release();
      await expect(sections(page)).toHaveCount(6);
      const list = await page.getByRole('list', { name: 'Sections' }).boundingBox();
      expect(list?.y).toBeCloseTo((announced?.y ?? 0) + (announced?.height ?? 0), 0);
    });
  }

  test('are all there in a course of forty', async ({ page, sandbox }) => {
    await openAs(page, sandbox, pathOf(COURSES.handbook));
    await expect(sections(page)).toHaveCount(40);
    await expect(sections(page).last()).toContainText('Wi-Fi');
  });

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
      await expect(sections(page).nth(index).getByText(rule, { exact: true })).toBeVisible();
    }
    await expect(sections(page).filter({ hasText: /\d lessons?/ })).toHaveCount(6);
    await expect(sections(page).filter({ hasText: 'Inactive' })).toHaveText(/Invoices/);
  });

  test('row 60: with odd contents can still be told apart', async ({ page, sandbox }) => {
    await openAs(page, sandbox, pathOf(COURSES.imported));
    await expect(
      page.getByRole('link', { name: `(untitled section ${AWKWARD_SECTIONS.nullTitle})` }),
    ).toBeVisible();
    await expect(
      page.getByRole('link', { name: `(untitled section ${AWKWARD_SECTIONS.emptyTitle})` }),
    ).toBeVisible();
    await expect(page.getByText('Unknown unlock rule (99)')).toBeVisible();
    await expect(page.getByText('Unknown unlock rule (0)')).toBeVisible();
  });

  test('that are none: the page offers the first, in this course', async ({ page, sandbox }) => {
    await openAs(page, sandbox, pathOf(COURSES.podcastStudio));
    await expect(page.getByText('No sections yet')).toBeVisible();
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
    await expect(sections(page)).toHaveCount(6);
    await expect(sections(page).first()).toContainText('Available at once');
    await expect(heading(page, 'Member onboarding')).toBeVisible();
  });

  test('of which one cannot be read: its row says so, the others stay', async ({ page, sandbox, allow }) => {
    allow.status(400);
    await sandbox.setOptions({ batch: 'refused' });
    const path = `/content/coursesections/${ONBOARDING_SECTIONS.gettingIn}`;
    await sandbox.fail({
      method: 'GET',
      path,
      times: 9,
      fault: { body: '<p>?</p>', contentType: 'text/html' },
    });
    await openAs(page, sandbox, pathOf(COURSES.memberOnboarding));
    await expect(sections(page).nth(1)).toContainText('could not be read');
    await expect(sections(page).filter({ hasText: 'could not be read' })).toHaveCount(1);
    await expect(sections(page).nth(3)).toContainText('7 days after enrolment');
  });

  test('that do not come: “Retry” reads them and the title', async ({ page, sandbox, allow }) => {
    allow.status(502);
    await sandbox.fail({ method: 'GET', times: 6, fault: { status: 502 } });
    await openAs(page, sandbox, pathOf(COURSES.memberOnboarding));
    await expect(page.getByText('Nexudus has a problem')).toBeVisible();
    await page.getByRole('button', { name: 'Retry' }).click();
    await expect(sections(page)).toHaveCount(6);
    await expect(heading(page, 'Member onboarding')).toBeVisible();
  });
});
