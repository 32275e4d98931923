import { AWKWARD_SECTIONS, COURSES, ONBOARDING_SECTIONS } from '../../sandbox/seed/ids';
import { expectInStep, rowOf, rowsOf, titlesOn } from '../support/pages/sectionList';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

const { memberOnboarding, handbook, imported } = COURSES;
const onboarding = `/courses/${memberOnboarding}/sections`;
const sections = '/content/coursesections';

test('a course shows what opens when, what is inactive and how many lessons there are', async ({
  page,
  sandbox,
}) => {
  await openAs(page, sandbox, onboarding);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Member onboarding');
  await expect(rowsOf(page)).toHaveCount(6);
  const row = rowOf(page, 'Invoices and changing your plan');
  await expect(row).toContainText('5');
  await expect(row).toContainText('1 day after enrolment');
  await expect(row).toContainText('Inactive');
  await expect(row).toContainText('1 lesson');
  await expect(row.getByRole('switch')).not.toBeChecked();
  await expect(rowOf(page, 'Getting in and out')).toContainText(
    'After “Welcome to Harbour House” is completed',
  );
  await expect(rowOf(page, 'Welcome to Harbour House')).toContainText('Available at once');
});

test('an empty course says so and offers the next step', async ({ page, sandbox }) => {
  await openAs(page, sandbox, `/courses/${COURSES.podcastStudio}/sections`);
  await expect(page.getByRole('heading', { name: 'No sections yet' })).toBeVisible();
});

test('row 60, 61, 91: awkward records: each shows what is known of it and spoils nothing', async ({
  page,
  sandbox,
  allow,
}) => {
  allow.status(400);
  await sandbox.fail({
    path: `^${sections}/\\?id=`,
    fault: { status: 400, body: { Message: 'no' } },
    times: 9,
  });
  await openAs(page, sandbox, `/courses/${imported}/sections`);
  await expect(rowsOf(page)).toHaveCount(16);
  await expect(
    page.getByRole('link', { name: `(untitled section ${AWKWARD_SECTIONS.nullTitle})` }),
  ).toBeVisible();
  await expect(page.getByText('Unknown unlock rule (99)')).toBeVisible();
  await expect(
    page.getByText('U+202E').or(page.getByText('U+2067')).or(page.getByText('U+202B')).first(),
  ).toBeVisible();
});

test('row 61: a record that can’t be read says so and leaves the others alone', async ({
  page,
  sandbox,
  allow,
}) => {
  allow.status(404);
  await sandbox.setOptions({ batch: 'incomplete' });
  await sandbox.fail({
    path: `${sections}/${ONBOARDING_SECTIONS.welcome}`,
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
  await expect(rowOf(page, 'Wi-Fi')).toContainText('after enrolment');
  await expectInStep(page, sandbox, handbook);
});

test('search and filters are kept in the address', async ({ page, sandbox }) => {
  await openAs(page, sandbox, `/courses/${handbook}/sections?search=desks`);
  await expect(rowsOf(page)).toHaveCount(2);
  await page.getByLabel('Search sections').fill('');
  await page.getByLabel('Unlock type').selectOption('Timed');
  await expect(rowsOf(page)).toHaveCount(8);
  await expect(page).toHaveURL(/\?unlock=timed$/);
  await page.getByLabel('State').selectOption('Inactive');
  await expect(page.getByRole('heading', { name: 'No section matches' })).toBeVisible();
  await expect(page).toHaveURL(/active=no/);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'No section matches' })).toBeVisible();
  await page.getByRole('button', { name: 'Show all sections' }).click();
  await expect(rowsOf(page)).toHaveCount(40);
});

test('a filter that is chosen just when the address follows the search stays chosen', async ({
  page,
  sandbox,
}) => {
  await openAs(page, sandbox, `/courses/${handbook}/sections?search=desks`);
  await expect(rowsOf(page)).toHaveCount(2);
  await page.getByLabel('Unlock type').evaluate((select) => {
    const replace = history.replaceState.bind(history);
    history.replaceState = (...how) => {
      history.replaceState = replace;
      replace(...how);
      (select as HTMLSelectElement).value = 'timed';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    };
  });
  await page.getByLabel('Search sections').fill('');
  await expect(page).toHaveURL(/\?unlock=timed$/);
  await expect(rowsOf(page)).toHaveCount(8);
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
  await page.keyboard.press('End');
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

test('each control of forty rows can be reached by Tab, also past the end of the window', async ({
  page,
  sandbox,
}) => {
  await openAs(page, sandbox, `/courses/${handbook}/sections`);
  await expect(rowsOf(page)).toHaveCount(40);
  await page.getByRole('button', { name: 'More actions for Suppliers' }).focus();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('checkbox', { name: 'Select Wi-Fi' })).toBeFocused();
});
