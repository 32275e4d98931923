import type { Page } from '@playwright/test';
import { COURSES, ONBOARDING_SECTIONS } from '../../sandbox/seed/ids';
import { sectionForm } from '../support/pages/sectionForm';
import { expectInStep, rowOf, rowsOf, titlesOn } from '../support/pages/sectionList';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';
import { walkTo } from '../support/tabTo';

const course = COURSES.memberOnboarding;
const path = `/courses/${course}/sections`;
const welcome = 'Welcome to Harbour House';
const doors = 'Getting in and out';
const desks = 'Desks, phone booths and meeting rooms';
const week = 'Your first week: tips from other members';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
// These two are everyday work, with the motion that most people see.
test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: 'no-preference' }));

const said = (page: Page, words: string | RegExp) => page.getByRole('status').filter({ hasText: words });

test('with the keyboard alone: reorder in both ways, select, set a rule, deactivate, delete', async ({
  page,
  sandbox,
}) => {
  await openAs(page, sandbox, path);
  await expect(rowsOf(page)).toHaveCount(6);

  await walkTo(page, page.getByRole('link', { name: welcome }));
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(said(page, `${welcome} moved from position 1 to 2`)).toHaveCount(1);
  await expect(page.getByRole('link', { name: welcome })).toBeFocused();

  await walkTo(page, button(page, `Reorder ${welcome}`), 'Shift+Tab');
  await page.keyboard.press('ArrowDown');
  for (const key of ['Space', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'Space']) await page.keyboard.press(key);
  await expect(said(page, `${desks} moved from position 3 to 4`)).toHaveCount(1);
  await expect(button(page, `Reorder ${desks}`)).toBeFocused();
  await expectInStep(page, sandbox, course);
  expect((await titlesOn(page)).slice(0, 4)).toEqual([doors, welcome, week, desks]);

  await walkTo(page, page.getByRole('checkbox', { name: `Select ${desks}` }), 'Shift+Tab');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('checkbox', { name: `Select ${welcome}` })).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+Space');
  await expect(page.getByText('3 selected')).toBeVisible();

  await walkTo(page, button(page, 'Set unlock rule…'), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await walkTo(page, page.getByRole('radio', { name: 'Immediate' }));
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('radio', { name: 'Timed' })).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Unlock after (days)')).toBeFocused();
  await page.keyboard.type('3');
  await page.keyboard.press('Enter');
  await expect(rowsOf(page).filter({ hasText: '3 days after enrolment' })).toHaveCount(3);

  await expect(said(page, /^Unlock rule of \d sections changed/)).toHaveCount(1);
  await walkTo(page, button(page, 'Deactivate'), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(said(page, '3 sections deactivated')).toHaveCount(1);
  await expect(rowsOf(page).filter({ hasText: 'Inactive' })).toHaveCount(4);
  await walkTo(page, button(page, 'Clear selection'), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(rowsOf(page).locator(':focus')).toHaveCount(1);

  await walkTo(page, button(page, `More actions for ${desks}`));
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('menuitem', { name: 'Delete…' })).toBeFocused();
  await page.keyboard.press('Enter');
  await walkTo(page, button(page, 'Delete section'));
  await page.keyboard.press('Enter');
  await expect(rowsOf(page)).toHaveCount(5);
  await expect(rowsOf(page).nth(3).getByRole('link')).toBeFocused();
  await expectInStep(page, sandbox, course);
});

test('Tab stops at one row, and the arrows lead to the same control of the others', async ({
  page,
  sandbox,
}) => {
  const focusIn = () =>
    page.evaluate(() => document.activeElement?.closest('li[data-id]')?.getAttribute('aria-posinset') ?? '');
  await openAs(page, sandbox, `/courses/${COURSES.handbook}/sections`);
  await expect(rowsOf(page)).toHaveCount(40);
  const title = (row: number) =>
    rowsOf(page)
      .nth(row - 1)
      .getByRole('link');
  await walkTo(page, title(1));
  for (const [key, row] of [
    ['ArrowUp', 1],
    ['ArrowDown', 2],
    ['End', 40],
    ['ArrowDown', 40],
    ['ArrowUp', 39],
  ] as const) {
    await page.keyboard.press(key);
    await expect(title(row)).toBeFocused();
    await expect(title(row)).toBeInViewport();
  }
  let steps = 0;
  for (; steps < 40 && (await focusIn()) !== ''; steps++) {
    expect(await focusIn()).toBe('39');
    await page.keyboard.press('Tab');
  }
  expect(steps).toBeLessThanOrEqual(8);
  await page.keyboard.press('Shift+Tab');
  expect(await focusIn()).toBe('39');

  // What the key is for by itself comes first: the menu opens.
  const menu = rowsOf(page)
    .nth(38)
    .getByRole('button', { name: /^More actions/ });
  await walkTo(page, menu, 'Shift+Tab');
  await page.keyboard.press('Home');
  await expect(
    rowsOf(page)
      .first()
      .getByRole('button', { name: /^More actions/ }),
  ).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: 'Edit' })).toBeFocused();
  await page.keyboard.press('Escape');

  // On a phone some controls are shown only when they are asked for.
  await page.setViewportSize({ width: 390, height: 844 });
  await button(page, 'Reorder').click();
  await button(page, `Move down: ${await title(1).textContent()}`).focus();
  await page.keyboard.press('ArrowDown');
  await expect(button(page, `Move down: ${await title(2).textContent()}`)).toBeFocused();
});

test('Shift and Space select a range, also where the click that they cause tells of no Shift', async ({
  page,
  sandbox,
}) => {
  await openAs(page, sandbox, path);
  const box = (title: string) => page.getByRole('checkbox', { name: `Select ${title}` });
  await box(welcome).click();
  // What Firefox does, which no other browser can be made to do.
  await box(desks).evaluate((element: HTMLElement) => {
    const space = { key: ' ', shiftKey: true, bubbles: true, cancelable: true };
    element.dispatchEvent(new KeyboardEvent('keydown', space));
    element.dispatchEvent(new KeyboardEvent('keyup', space));
    element.click();
  });
  await expect(page.getByText('3 selected')).toBeVisible();
  // It is over with that click.
  await box(week).evaluate((element: HTMLElement) => element.click());
  await box(desks).evaluate((element: HTMLElement) => element.click());
  await expect(box(desks)).not.toBeChecked();
  await expect(page.getByText('3 selected')).toBeVisible();
});

test('the numbers follow a row that is held, by keys and by pointer', async ({ page, sandbox }) => {
  await openAs(page, sandbox, path);
  const expectNumbers = async (...numbers: number[]) => {
    for (const [index, title] of [welcome, doors, desks].entries()) {
      await expect(rowOf(page, title)).toContainText(new RegExp(`^${numbers[index]}`));
    }
  };
  const handle = button(page, `Reorder ${welcome}`);
  const hint = page.getByText(`move “${welcome}” · Enter drops it · Esc cancels`);
  await expect(handle).toHaveAttribute('title', 'Drag, or press Enter and use the arrow keys');
  await handle.press('Enter');
  await page.keyboard.press('ArrowDown');
  await expectNumbers(2, 1, 3);
  await expect(hint).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Escape');
  await expectNumbers(1, 2, 3);
  await expect(hint).toHaveCount(0);

  await handle.hover();
  await page.mouse.down();
  const over = await rowOf(page, desks).boundingBox();
  await page.mouse.move((over?.x ?? 0) + 30, (over?.y ?? 0) + (over?.height ?? 0), { steps: 6 });
  await expectNumbers(3, 1, 2);
  await expect(hint).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expectNumbers(1, 2, 3);
  await expect(page).toHaveURL(path);
});

test('a click beside the controls of a row opens it, as one on its title would', async ({
  page,
  sandbox,
}) => {
  const edit = `/sections/${ONBOARDING_SECTIONS.welcome}/edit`;
  await openAs(page, sandbox, path);
  const words = rowOf(page, welcome).getByText(/^\d lessons$/);
  const spot = await words.boundingBox();
  if (!spot) throw new Error('The lessons are not on the screen.');
  // Marked to be copied.
  await page.mouse.move(spot.x + spot.width - 40, spot.y + 8);
  await page.mouse.down();
  await page.mouse.move(spot.x + spot.width - 5, spot.y + 8, { steps: 3 });
  await page.mouse.up();
  expect(await page.evaluate(() => String(getSelection()))).not.toBe('');
  await page.evaluate(() => getSelection()?.empty());
  await words.evaluate((element) =>
    element.dispatchEvent(new PointerEvent('click', { bubbles: true, pointerType: 'touch' })),
  );
  await expect(page).toHaveURL(path);

  const opened = page.context().waitForEvent('page');
  await words.click({ modifiers: ['ControlOrMeta'] });
  const tab = await opened;
  await expect(tab).toHaveURL(edit);
  await tab.close();
  await expect(page).toHaveURL(path);
  await words.click();
  await expect(page).toHaveURL(edit);
});

test('“+” on the line between two rows inserts a section there, by pointer and by keys', async ({
  page,
  sandbox,
}) => {
  const form = sectionForm(page);
  const add = page.getByRole('link', { name: 'Insert section here' });
  const addAt = (place: string) => add.and(page.getByTitle(place));
  await openAs(page, sandbox, path);
  await expect(add).toHaveCount(1);
  const row = await rowOf(page, doors).boundingBox();
  if (!row) throw new Error('The row is not on the screen.');
  await page.mouse.move(row.x + 200, row.y + row.height / 2);
  await page.mouse.move(row.x + 200, row.y + row.height - 3);
  await expect(addAt(`After “${doors}”`)).toHaveCSS('opacity', '1');
  await page.mouse.move(row.x - 5, row.y + row.height - 3, { steps: 5 });
  await addAt(`After “${doors}”`).click();
  await expect(form.place).toHaveValue(`After “${doors}”`);

  await page.goBack();
  await walkTo(page, addAt(`After “${welcome}”`));
  await page.keyboard.press('ArrowDown');
  await expect(addAt(`After “${doors}”`)).toBeFocused();
  await page.keyboard.press('Home');
  await expect(addAt('At the start')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(form.place).toHaveValue('At the start');
  await expect(form.order).toHaveValue('0');
});

test('with a pointer alone, and without dragging: reorder, select, deactivate, delete', async ({
  page,
  sandbox,
}) => {
  await openAs(page, sandbox, path);
  await expect(rowsOf(page)).toHaveCount(6);

  await button(page, `Move down: ${welcome}`).click();
  await button(page, `Move up: ${desks}`).click();
  // Or both together, where that was quick.
  await expect(said(page, /moved from position 3 to 2|2 sections moved/)).toHaveCount(1);
  await expectInStep(page, sandbox, course);
  expect((await titlesOn(page)).slice(0, 3)).toEqual([doors, desks, welcome]);

  await page.getByRole('switch', { name: `Active: ${doors}` }).click();
  await expect(rowOf(page, doors)).toContainText('Inactive');
  await page.getByRole('checkbox', { name: `Select ${doors}` }).click();
  await page.getByRole('checkbox', { name: `Select ${desks}` }).click();
  await page.getByRole('checkbox', { name: `Select ${week}` }).click();
  await button(page, 'Deactivate').click();
  await expect(said(page, '2 sections deactivated, 1 already inactive')).toHaveCount(1);
  await expect(rowOf(page, doors)).toContainText('Already inactive');
  expect((await sandbox.read('sections', ONBOARDING_SECTIONS.firstWeek))['Active']).toBe(false);

  await button(page, 'Delete…').click();
  await button(page, 'Delete 3 sections').click();
  await expect(said(page, '3 sections deleted')).toHaveCount(1);
  await expect(rowsOf(page)).toHaveCount(3);
  await expect(page.getByText('selected')).toBeHidden();
  await expect(rowsOf(page).locator(':focus')).toHaveCount(1);

  await button(page, `More actions for ${welcome}`).click();
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  await button(page, 'Delete section').click();
  await expect(rowsOf(page)).toHaveCount(2);
  await expectInStep(page, sandbox, course);
});
