import type { Page } from '@playwright/test';
import { COURSES } from '../../sandbox/seed/ids';
import { savedAt, sectionForm } from '../support/pages/sectionForm';
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

/** A page that was flung by a finger goes on by itself: until it rests, a tap only stops it, in every browser. */
const atRest = (page: Page) =>
  page.evaluate(async () => {
    for (let still = 0, last = scrollY; still < 10; still = scrollY === last ? still + 1 : 0) {
      last = scrollY;
      await new Promise(requestAnimationFrame);
    }
  });

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
  await atRest(page);

  await rowOf(page, 'Contractors').getByText('0 lessons').tap();
  // Beside the handles, while they are shown.
  await page.getByRole('button', { name: 'Reorder', exact: true }).tap();
  const from = await scrolled(page);
  await finger.draw(200, 700, 660, 600, 500, 400);
  await finger.lift();
  await expect.poll(() => scrolled(page)).toBeGreaterThan(from + 200);
  await atRest(page);
  await expect(page).toHaveURL(path);
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0);
  expect(await titlesOn(page)).toEqual(before);
  expect(await orderWrites(sandbox)).toEqual([]);
});

test('by taps alone: insert, edit, find, rename, set a rule, duplicate, change several, undo, delete', async ({
  page,
  sandbox,
}) => {
  const course = COURSES.memberOnboarding;
  const form = sectionForm(page);
  const tap = (name: string | RegExp) => page.getByRole('button', { name, exact: true }).tap();
  const tapIn = async (title: string, item: string) => {
    await tap(`More actions for ${title}`);
    await page.getByRole('menuitem', { name: item }).tap();
  };
  const dialog = page.getByRole('dialog');
  const changes = page.getByRole('group', { name: 'Changes' });
  const said = (words: string | RegExp) => changes.getByRole('status').filter({ hasText: words });
  await openAs(page, sandbox, `/courses/${course}/sections`);
  await expect(rowsOf(page)).toHaveCount(6);
  const before = await titlesOn(page);

  await tapIn('Welcome to Harbour House', 'Insert section here');
  await form.title.tap();
  await page.keyboard.type('Lockers');
  await form.create.tap();
  await expect(rowsOf(page).nth(1)).toContainText('Lockers');
  await page.getByRole('link', { name: 'Lockers', exact: true }).tap();
  await form.rule('Sequential').tap();
  await form.save.tap();
  await expect(form.saveStatus).toHaveText(savedAt);
  await page.getByRole('navigation').getByRole('link', { name: 'Member onboarding' }).tap();

  await tap('Filter');
  await page.getByRole('searchbox', { name: 'Search sections' }).tap();
  await page.keyboard.type('lock');
  await expect(rowsOf(page)).toHaveCount(1);
  await tapIn('Lockers', 'Rename');
  await expect(page.getByRole('textbox', { name: 'Title of Lockers' })).toBeFocused();
  await page.keyboard.type('Locks');
  await page.keyboard.press('Enter');
  await expect(said('“Lockers” renamed to “Locks”')).toBeVisible();

  await tap(/Change the rule of Locks$/);
  await dialog.getByRole('radio', { name: 'Timed' }).tap();
  await dialog.getByRole('textbox', { name: 'Unlock after (days)' }).tap();
  await page.keyboard.type('3');
  await tap('Set unlock rule');
  await expect(rowOf(page, 'Locks')).toContainText('3 days after enrolment');
  await tapIn('Locks', 'Duplicate…');
  await dialog.getByRole('button', { name: 'Duplicate' }).tap();
  await expect(rowsOf(page)).toHaveCount(2);

  await page.getByRole('checkbox', { name: 'Select all' }).tap();
  await tap('Deactivate');
  await expect(rowOf(page, 'Locks')).toContainText('Inactive');
  await changes.getByRole('button', { name: 'Undo' }).tap();
  await expect(said('Undone')).toBeVisible();
  await expect(rowOf(page, 'Locks')).not.toContainText('Inactive');
  await tap('More changes');
  await tap('Delete…');
  await dialog.getByRole('button', { name: 'Delete 2 sections' }).tap();
  await expect(said('2 sections deleted')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search sections' }).clear();
  await expect(rowsOf(page)).toHaveCount(6);
  await expectInStep(page, sandbox, course);
  expect(await titlesOn(page)).toEqual(before);

  await tap('Reorder');
  // It can't be used, which is no reason not to press it.
  const up = page.getByRole('button', { name: `Move up: ${before[0]}` });
  await up.tap({ force: true });
  const reason = page.getByRole('status').filter({ hasText: 'It is the first.' });
  await expect(reason).toBeInViewport({ ratio: 1 });
  await tap(`Move up: ${before[1]}`);
  await expect(reason).toHaveCount(0);
});
