import { COURSES } from '../../sandbox/seed/ids';
import { rowOf, rowsOf } from '../support/pages/sectionList';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

const handbook = `/courses/${COURSES.handbook}/sections`;

for (const [width, height, least] of [
  [1280, 800, 11],
  [390, 844, 5],
  [320, 640, 2],
] as const) {
  test(`at least ${least} whole rows are in view at ${width} × ${height}`, async ({ page, sandbox }) => {
    await page.setViewportSize({ width, height });
    await openAs(page, sandbox, handbook);
    await expect(rowsOf(page)).toHaveCount(40);
    await expect(rowsOf(page).filter({ hasText: /\d lessons?/ })).toHaveCount(40);
    const boxes = await rowsOf(page).evaluateAll((rows) =>
      rows.map((row) => row.getBoundingClientRect()).map(({ top, bottom }) => ({ top, bottom })),
    );
    expect(boxes.filter(({ bottom }) => bottom <= height).length).toBeGreaterThanOrEqual(least);
    if (width === 1280) expect(boxes[0]?.top).toBeLessThanOrEqual(230);
  });
}

test('rows are compact when asked, and stay so in this browser', async ({ page, sandbox }) => {
  await openAs(page, sandbox, handbook);
  const toggle = page.getByRole('button', { name: 'Compact rows' });
  const height = async () => (await rowOf(page, 'Access cards').boundingBox())?.height;
  await expect.poll(height).toBe(52);
  await toggle.click();
  await expect.poll(height).toBe(36);
  await page.reload();
  await expect(toggle).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(height).toBe(36);
});

test('a thousand compact rows: the list is as high as they are, down to the last one', async ({
  page,
  sandbox,
}) => {
  await sandbox.insertSections(COURSES.podcastStudio, 1000, { title: 'Part' });
  await openAs(page, sandbox, `/courses/${COURSES.podcastStudio}/sections`);
  await expect(rowsOf(page).first()).toHaveAttribute('aria-setsize', '1000');
  await page.getByRole('button', { name: 'Compact rows' }).click();
  const list = page.getByRole('list', { name: 'Sections' });
  await expect.poll(async () => (await list.boundingBox())?.height).toBeCloseTo(36_001, -2);
  // The browser scrolls, not the app; it did not at the first press once, on a slow machine.
  await expect(async () => {
    await page.keyboard.press('End');
    await expect(rowsOf(page).last()).toHaveAttribute('aria-posinset', '1000', { timeout: 2_000 });
  }).toPass();
  await expect(rowsOf(page).last()).toBeInViewport({ ratio: 1 });
});

test('on a phone “Filter” and “Reorder” bring what has no room all the time', async ({ page, sandbox }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openAs(page, sandbox, handbook);
  const row = rowOf(page, 'Air conditioning');
  await expect(row.getByRole('switch')).toBeVisible();
  await expect(row.getByRole('button', { name: /^Move up/ })).toBeHidden();
  await page.getByRole('button', { name: 'Reorder', exact: true }).click();
  await expect(row.getByRole('switch')).toBeHidden();
  const adds = page.getByRole('link', { name: 'Insert section here' });
  await expect(adds).toHaveCount(41);
  await adds.and(page.getByTitle('At the start')).click({ trial: true });
  await row.getByRole('button', { name: /^Move up/ }).click();
  await expect(rowsOf(page).first()).toContainText('Air conditioning');
  await page.getByRole('button', { name: 'Reorder', exact: true }).click();

  await expect(page.getByLabel('Search sections')).toBeHidden();
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByLabel('Unlock type').selectOption('Timed');
  await expect(page.getByRole('button', { name: 'Filter (1)' })).toBeVisible();
  await rowsOf(page).first().getByRole('checkbox').click();
  const selected = page.getByRole('region', { name: 'Selected sections' });
  await expect(selected.getByRole('button', { name: 'Delete…' })).toBeHidden();
  await selected.getByRole('button', { name: 'More changes' }).click();
  await expect(selected.getByRole('button', { name: 'Delete…' })).toBeVisible();
});
