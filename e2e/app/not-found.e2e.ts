import type { Page } from '@playwright/test';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

const noIds = ['0', '-1', '1e3', '007', '12.5', '1%2f..', '12345678901234567890', '%EF%BC%91', 'x'];

const addresses: readonly (readonly [string, readonly string[]])[] = [
  [
    'A new section in a course that has no number',
    [...noIds, '../../sys/users/1'].map((id) => `/sections/new?courseId=${id}`),
  ],
  ['The edit page of a section without a number', noIds.map((id) => `/sections/${id}/edit`)],
  ['The sections of a course without a number', noIds.map((id) => `/courses/${id}/sections`)],
  ['Any other address', ['/nothing', '/sections/12345678', '/sections/12345678/edit/more', '/courses/new']],
];

async function expectNoSuchPage(page: Page, path: string) {
  await expect(page.getByRole('heading', { level: 1, name: 'Page not found' }), path).toBeVisible();
  await expect(page.getByRole('main')).toHaveCount(1);
}

for (const [what, paths] of addresses) {
  test(`row 25: ${what} is no page, and nothing is asked`, async ({ page, sandbox }) => {
    await openAs(page, sandbox, paths[0] ?? '/');
    for (const path of paths) {
      await page.goto(path);
      await expectNoSuchPage(page, path);
    }
    expect(await sandbox.requests(undefined, '/content/')).toEqual([]);
    await page.getByRole('link', { name: 'Go to the courses' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Courses' })).toBeFocused();
  });
}

test('Somebody who is not signed in is told about a wrong address too', async ({ page }) => {
  await page.goto('/sections/0/edit');
  await expectNoSuchPage(page, '/sections/0/edit');
  await page.getByRole('link', { name: 'Go to the courses' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
});
