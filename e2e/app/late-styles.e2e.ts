import { COURSES } from '../../sandbox/seed/ids';
import { rowsOf } from '../support/pages/sectionList';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

test('a part whose style did not come gets it when it is tried again', async ({ page, sandbox, allow }) => {
  allow.networkErrors();
  await openAs(page, sandbox, `/courses/${COURSES.memberOnboarding}/sections`);
  await expect(rowsOf(page)).toHaveCount(6);
  await page.getByRole('checkbox', { name: 'Select all' }).click();
  const lost: string[] = [];
  const arrived: string[] = [];
  page.on('response', (response) => arrived.push(response.url()));
  await page.route('**/assets/*.css', (route, request) => {
    if (lost.length > 0) return route.fallback();
    lost.push(request.url());
    return route.abort('connectionfailed');
  });
  await page.getByRole('button', { name: 'Set unlock rule…' }).click();
  await page
    .getByRole('alert')
    .filter({ hasText: 'The dialog could not be loaded' })
    .getByRole('button', { name: 'Try again' })
    .click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect.poll(() => arrived).toContain(lost[0]);
});

test('a bar whose code did not come is asked for again by whoever needs it', async ({
  page,
  sandbox,
  allow,
}) => {
  allow.networkErrors();
  await page.route('**/assets/DockPanels-*.js', (route) => route.abort('connectionfailed'));
  await openAs(page, sandbox, `/courses/${COURSES.memberOnboarding}/sections`);
  await expect(rowsOf(page)).toHaveCount(6);
  await page.getByRole('checkbox', { name: 'Select all' }).click();
  const missing = page.getByRole('alert').filter({ hasText: 'The bar below the list could not be loaded' });
  await expect(missing).toBeVisible();
  await page.unroute('**/assets/DockPanels-*.js');
  await missing.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('region', { name: 'Selected sections' })).toContainText('6 selected');
});
