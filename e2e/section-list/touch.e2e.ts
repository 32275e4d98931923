import type { Page } from '@playwright/test';
import { COURSES } from '../../sandbox/seed/ids';
import { expectInStep, orderWrites, rowOf, rowsOf, spaceOut, titlesOn } from '../support/pages/sectionList';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

const path = `/courses/${COURSES.handbook}/sections`;

/** One finger: down at the first height, over the others, and up again by `lift`. */
async function fingerOf(page: Page) {
  const client = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: { x: number; y: number }[]) =>
    client.send('Input.dispatchTouchEvent', { type, touchPoints });
  return {
    draw: async (x: number, first: number, ...others: number[]) => {
      await send('touchStart', [{ x, y: first }]);
      for (const y of others) await send('touchMove', [{ x, y }]);
    },
    lift: () => send('touchEnd', []),
    move: (x: number, y: number) => send('touchMove', [{ x, y }]),
  };
}

const scrolled = (page: Page) => page.evaluate(() => scrollY);

test('row 85: a finger moves a row by its handle, and the page scrolls along at its edge', async ({
  page,
  sandbox,
}) => {
  await spaceOut(sandbox, COURSES.handbook);
  await openAs(page, sandbox, path);
  await page.getByRole('button', { name: 'Reorder', exact: true }).tap();
  const handle = await page.getByRole('button', { name: 'Reorder Bicycles' }).boundingBox();
  if (!handle) throw new Error('The row is not on the screen.');
  const x = handle.x + handle.width / 2;
  const finger = await fingerOf(page);
  await finger.draw(x, handle.y + 20, handle.y + 40, 820);
  await expect.poll(() => scrolled(page)).toBeGreaterThan(400);
  await finger.move(x, 400);
  await finger.lift();
  await expect.poll(() => orderWrites(sandbox)).toHaveLength(1);
  await expectInStep(page, sandbox, COURSES.handbook);
  expect((await titlesOn(page)).indexOf('Bicycles')).toBeGreaterThan(6);
});

test('a finger that swipes over a row scrolls, and one that taps beside its title opens nothing', async ({
  page,
  sandbox,
}) => {
  await openAs(page, sandbox, path);
  await expect(rowsOf(page)).toHaveCount(40);
  const before = await titlesOn(page);
  const finger = await fingerOf(page);
  await finger.draw(200, 700, 660, 600, 500, 400);
  await finger.lift();
  await expect.poll(() => scrolled(page)).toBeGreaterThan(200);

  await rowOf(page, 'Contractors').getByText('0 lessons').tap();
  // Beside the handles, while they are shown.
  await page.getByRole('button', { name: 'Reorder', exact: true }).tap();
  const from = await scrolled(page);
  await finger.draw(200, 700, 660, 600, 500, 400);
  await finger.lift();
  await expect.poll(() => scrolled(page)).toBeGreaterThan(from + 200);
  await expect(page).toHaveURL(path);
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0);
  expect(await titlesOn(page)).toEqual(before);
  expect(await orderWrites(sandbox)).toEqual([]);
});
