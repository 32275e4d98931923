import { COURSES } from '../../sandbox/seed/ids';
import { pauseClock } from '../support/clock';
import { holdCalls } from '../support/holdCalls';
import { heading } from '../support/pages/heading';
import { rowOf, rowsOf } from '../support/pages/sectionList';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

const { handbook } = COURSES;

test('search and filters are kept in the address', async ({ page, sandbox }) => {
  await openAs(page, sandbox, `/courses/${handbook}/sections?search=desks`);
  await expect(rowsOf(page)).toHaveCount(2);
  await page.getByLabel('Search sections').fill('');
  await page.getByLabel('Unlock type').selectOption('Timed');
  await expect(rowsOf(page)).toHaveCount(8);
  await expect(page).toHaveURL(/\?unlock=timed$/);
  await page.getByLabel('State').selectOption('Inactive');
  await expect(page.getByRole('heading', { name: 'No section matches' })).toBeVisible();
  await expect(page.getByText('Unlock type: Timed. State: Inactive.', { exact: true })).toBeVisible();
  await expect(page).toHaveURL(/active=no/);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'No section matches' })).toBeVisible();
  await page.getByRole('button', { name: 'Show all sections' }).click();
  await expect(rowsOf(page)).toHaveCount(40);
});

test('search finds what a rule says, and leaves alone what it hides of the selection', async ({
  page,
  sandbox,
}) => {
  await openAs(page, sandbox, `/courses/${COURSES.memberOnboarding}/sections`);
  const search = page.getByLabel('Search sections');
  const bar = page.getByRole('region', { name: 'Selected sections' });
  const week = rowOf(page, 'Your first week: tips from other members');
  await week.getByRole('checkbox').click();
  await rowOf(page, 'Getting in and out').getByRole('checkbox').click();
  await search.fill('after welcome');
  await expect(rowsOf(page)).toHaveCount(1);
  await expect(rowsOf(page)).toContainText('Getting in and out');
  await search.fill('7 days');
  await expect(rowsOf(page)).toHaveCount(1);
  await expect(bar).toContainText('1 selected · 1 more, hidden by the filter, stays as it is');
  await bar.getByRole('button', { name: 'Deactivate' }).click();
  await expect(week).toContainText('Inactive');
  await search.fill('nothing');
  await expect(bar).toContainText('0 selected · 2 more, hidden by the filter, stay as they are');
  await expect(bar.getByRole('button', { name: 'Deactivate' })).toBeDisabled();
  await search.fill('');
  await expect(bar).toContainText('2 selected');
  await expect(rowOf(page, 'Getting in and out').getByRole('switch')).toBeChecked();
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

test('the filters to choose from look like the box to type in, with an arrow of their own', async ({
  page,
  sandbox,
}) => {
  await openAs(page, sandbox, `/courses/${handbook}/sections`);
  const typed = page.getByLabel('Search sections');
  for (const name of ['Unlock type', 'State']) {
    const chosen = page.getByLabel(name);
    // Drawn by the platform, it would not have our background everywhere.
    await expect(chosen).toHaveCSS('appearance', 'none');
    await expect(chosen).toHaveCSS('background-image', /gradient/);
    const background = await typed.evaluate((box) => getComputedStyle(box).backgroundColor);
    await expect(chosen).toHaveCSS('background-color', background);
  }
});

test('a section that is opened right after typing in the search is not lost to the address of the search', async ({
  page,
  sandbox,
}) => {
  await page.clock.install();
  await openAs(page, sandbox, `/courses/${handbook}/sections`);
  await expect(rowsOf(page)).toHaveCount(40);
  const code = await holdCalls(page, 'GET', { url: '**/assets/EditSectionPage-*.js' });
  await pauseClock(page);
  await page.getByLabel('Search sections').fill('Bookings');
  await expect(rowsOf(page)).toHaveCount(1);
  await page.getByRole('link', { name: 'Bookings' }).press('Enter');
  await code.arrived;
  await page.clock.fastForward(1_000);
  code.release();
  await page.clock.resume();
  await expect(heading(page, 'Bookings Edit section')).toBeFocused();
});
