import { COURSES, ONBOARDING_SECTIONS } from '../../sandbox/seed/ids';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

test('no box on any page has letters so small that a phone zooms in', async ({ page, sandbox }) => {
  const boxes = page.locator('input:not([type=radio], [type=checkbox]), select, textarea');
  const smallest = () =>
    boxes.evaluateAll((all) =>
      Math.min(...all.map((box) => Number.parseFloat(getComputedStyle(box).fontSize))),
    );
  await page.goto('/sign-in');
  await expect(page.getByLabel('Password')).toBeVisible();
  expect(await page.evaluate(() => matchMedia('(pointer: coarse)').matches)).toBe(true);
  expect(await smallest()).toBeGreaterThanOrEqual(16);

  await openAs(page, sandbox, '/courses');
  const pages = [
    ['/courses', 'Search courses'],
    [`/sections/${ONBOARDING_SECTIONS.welcome}/edit`, 'Introduction'],
    ['/sections/new', 'Introduction'],
  ] as const;
  for (const [path, box] of pages) {
    await page.goto(path);
    await expect(page.getByLabel(box, { exact: true }).first()).toBeVisible();
    expect(await smallest(), path).toBeGreaterThanOrEqual(16);
  }
  await page.goto(`/courses/${COURSES.memberOnboarding}/sections`);
  await page.getByRole('button', { name: 'Filter' }).click();
  await expect(page.getByLabel('Unlock type')).toBeVisible();
  expect(await smallest()).toBeGreaterThanOrEqual(16);
});
