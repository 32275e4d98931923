import type { Page } from '@playwright/test';
import { COURSES, ONBOARDING_SECTIONS } from '../../sandbox/seed/ids';
import { pauseClock } from '../support/clock';
import { holdCalls } from '../support/holdCalls';
import { chooseSecondPlace } from '../support/pages/moveDialog';
import { expectInStep, orderWrites, rowOf, rowsOf, spaceOut, titlesOn } from '../support/pages/sectionList';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

const { memberOnboarding } = COURSES;
const onboarding = `/courses/${memberOnboarding}/sections`;
const invoices = 'Invoices and changing your plan';
const said = `${invoices} moved from position 5 to 2`;

async function dragTo(page: Page, title: string, over: string): Promise<void> {
  // With the rows sliding as most people see them.
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  const handle = page.getByRole('button', { name: `Reorder ${title}` });
  await handle.scrollIntoViewIfNeeded();
  const from = await handle.boundingBox();
  const to = await rowOf(page, over).boundingBox();
  if (!from || !to) throw new Error('The rows are not on the screen.');
  const x = from.x + from.width / 2;
  await page.mouse.move(x, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(x, to.y + to.height / 2, { steps: 6 });
  await page.mouse.move(x, to.y + 4, { steps: 4 });
}

/** What is done in the page's own moment, however long the machine takes for it: the pause of the app begins after it. */
async function atOnce(page: Page, act: () => Promise<void>): Promise<void> {
  await page.clock.install();
  await pauseClock(page);
  await act();
  await page.clock.resume();
}

const waysToMove: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'dragging the handle': async (page) => {
    await dragTo(page, invoices, 'Getting in and out');
    await page.mouse.up();
  },
  'the handle and the keyboard': async (page) => {
    await page.getByRole('button', { name: `Reorder ${invoices}` }).focus();
    for (const key of ['Enter', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'Enter']) await page.keyboard.press(key);
  },
  '“Move up” three times': async (page) => {
    const button = page.getByRole('button', { name: `Move up: ${invoices}` });
    await atOnce(page, async () => {
      for (let times = 0; times < 3; times++) await button.click();
    });
  },
  'Alt and the arrow three times': async (page) => {
    await page.getByRole('link', { name: invoices }).focus();
    await atOnce(page, async () => {
      for (let times = 0; times < 3; times++) await page.keyboard.press('Alt+ArrowUp');
    });
  },
  '“Move to position…”': async (page) => {
    await page.getByRole('button', { name: `More actions for ${invoices}` }).click();
    await page.getByRole('menuitem', { name: 'Move to position…' }).click();
    await chooseSecondPlace(page, 'welcome');
    await page.getByRole('button', { name: 'Move', exact: true }).click();
  },
};

test.describe('every way to move', () => {
  for (const [way, move] of Object.entries(waysToMove)) {
    test(`${way} writes the same one record and keeps the focus on the row`, async ({ page, sandbox }) => {
      await spaceOut(sandbox, memberOnboarding);
      const before = await sandbox.read('sections', ONBOARDING_SECTIONS.billing);
      await openAs(page, sandbox, onboarding);
      await expect(rowsOf(page)).toHaveCount(6);
      await move(page);
      await expect(rowsOf(page).nth(1)).toContainText(invoices);
      await expect(page.getByRole('status').filter({ hasText: said })).toHaveCount(1);
      if (!way.includes('dragging')) await expect(rowOf(page, invoices).locator(':focus')).toHaveCount(1);
      await expect.poll(() => orderWrites(sandbox)).toHaveLength(1);
      await expectInStep(page, sandbox, memberOnboarding);
      const writes = await sandbox.writes();
      expect(writes).toHaveLength(1);
      const { DisplayOrder, NewImageUrl, ClearImageFile, ...sent } = (writes[0]?.body ?? {}) as Record<
        string,
        unknown
      >;
      const { DisplayOrder: old, NewImageUrl: _url, ClearImageFile: _clear, ...rest } = before;
      expect(sent).toMatchObject(rest);
      expect([NewImageUrl, ClearImageFile]).toEqual([null, false]);
      expect([old, DisplayOrder]).toEqual([50, 15]);
    });
  }
});

for (const way of ['the wheel', 'a key']) {
  test(`a row that is held while ${way} scrolls the page lands under the pointer`, async ({
    page,
    sandbox,
  }) => {
    await openAs(page, sandbox, `/courses/${COURSES.handbook}/sections`);
    await expect(rowsOf(page)).toHaveCount(40);
    const handle = page.getByRole('button', { name: 'Reorder Bicycles' });
    const spot = await handle.boundingBox();
    const [x, y] = [(spot?.x ?? 0) + 8, (spot?.y ?? 0) + 8];
    await page.mouse.move(x, y);
    await page.mouse.down();
    if (way === 'the wheel') await page.mouse.wheel(0, 400);
    else await page.keyboard.press('PageDown');
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(300);
    const isUnderPointer = () =>
      page.evaluate((at) => document.elementFromPoint(...at)?.closest('li')?.textContent, [x, y] as const);
    await expect.poll(isUnderPointer).toContain('Bicycles');
    await page.mouse.up();
    await expect(page.getByRole('status').filter({ hasText: 'Bicycles moved from position 4' })).toHaveCount(
      1,
    );
    await expect(page.getByRole('link', { name: 'Bicycles' })).toBeInViewport();
    await expectInStep(page, sandbox, COURSES.handbook);
  });
}

test('a drag that Escape cancels, or that ends where it began, sends nothing', async ({ page, sandbox }) => {
  await openAs(page, sandbox, onboarding);
  await expect(rowsOf(page)).toHaveCount(6);
  const before = await titlesOn(page);
  await dragTo(page, invoices, 'Getting in and out');
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(page.getByRole('status').filter({ hasText: 'stays at position 5 of 6' })).toHaveCount(1);
  const home = await page.getByRole('button', { name: `Reorder ${invoices}` }).boundingBox();
  await dragTo(page, invoices, 'Getting in and out');
  await page.mouse.move(home?.x ?? 0, (home?.y ?? 0) + (home?.height ?? 0) / 2, { steps: 4 });
  await page.mouse.up();
  await page.getByRole('button', { name: `Reorder ${invoices}` }).focus();
  for (const key of ['Enter', 'ArrowUp', 'Escape']) await page.keyboard.press(key);
  // A change that does go out, so that nothing can be behind it.
  await page.getByRole('switch', { name: `Active: ${invoices}` }).click();
  await expect.poll(() => orderWrites(sandbox)).toHaveLength(1);
  expect(await orderWrites(sandbox)).toEqual([[ONBOARDING_SECTIONS.billing, 5]]);
  expect(await titlesOn(page)).toEqual(before);
});

test('row 103: ten moves in a moment become one run, and the last order wins', async ({ page, sandbox }) => {
  const path = `/courses/${COURSES.handbook}/sections`;
  await spaceOut(sandbox, COURSES.handbook);
  await openAs(page, sandbox, path);
  await expect(rowsOf(page)).toHaveCount(40);
  await page.getByRole('link', { name: 'Bookings' }).focus();
  await atOnce(page, async () => {
    for (let times = 0; times < 10; times++) await page.keyboard.press('Alt+ArrowDown');
  });
  await expect(page.getByRole('status').filter({ hasText: 'from position 5 to 15' })).toHaveCount(1);
  await expect.poll(() => orderWrites(sandbox)).toHaveLength(1);
  await expectInStep(page, sandbox, COURSES.handbook);
  expect((await titlesOn(page))[14]).toBe('Bookings');
  await expect(page.getByRole('link', { name: 'Bookings' })).toBeFocused();
});

test('two clicks at one spot move the same row twice', async ({ page, sandbox }) => {
  await openAs(page, sandbox, `/courses/${COURSES.handbook}/sections`);
  await expect(rowsOf(page)).toHaveCount(40);
  const title = (await titlesOn(page))[20] ?? '';
  const up = page.getByRole('button', { name: `Move up: ${title}`, exact: true });
  await up.scrollIntoViewIfNeeded();
  const box = await up.boundingBox();
  if (!box) throw new Error('The button is not on the screen.');
  const spot = [box.x + box.width / 2, box.y + box.height / 2] as const;
  await page.mouse.click(...spot);
  await expect(rowsOf(page).nth(19)).toContainText(title);
  await page.mouse.click(...spot);
  await expect(rowsOf(page).nth(18)).toContainText(title);
  await expectInStep(page, sandbox, COURSES.handbook);
});

test('a move of several writes says how many before the first of them, once', async ({ page, sandbox }) => {
  // No number is free between them.
  await openAs(page, sandbox, onboarding);
  await expect(rowsOf(page)).toHaveCount(6);
  const listRead = await holdCalls(page, 'GET');
  const region = page.getByRole('group', { name: 'Changes' }).getByRole('status');
  await region.evaluate((element) => {
    const heard: string[] = [];
    const hear = () => heard.push(element.textContent);
    new MutationObserver(hear).observe(element, { childList: true, subtree: true });
    Object.assign(window, { heard });
  });
  await page.getByRole('button', { name: 'Move up: Desks, phone booths and meeting rooms' }).click();
  const words = 'Desks, phone booths and meeting rooms moved from position 3 to 2. Changes 2 sections.';
  await expect(page.getByText(words)).toBeVisible();
  expect(await orderWrites(sandbox)).toEqual([]);
  listRead.release();
  const done = words.replace(/\. Changes.*/, '');
  // The progress has the same words meanwhile.
  const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
  await expect.poll(heard).toEqual([words, done]);
  await expectInStep(page, sandbox, memberOnboarding);
});

test('row 63: ties, gaps and a negative number: a move parts the ties that it has to do with, and no other', async ({
  page,
  sandbox,
}) => {
  const course = COURSES.eventHosting;
  const numberOf = async (title: string) =>
    (await sandbox.sectionsOf(course)).find(({ Title }) => Title === title)?.['DisplayOrder'];
  await openAs(page, sandbox, `/courses/${course}/sections`);
  await expect(rowsOf(page)).toHaveCount(7);
  await expect(page.getByText('Sections share positions 2 and 4')).toBeVisible();
  await page.getByRole('button', { name: 'Move down: Budget and tickets' }).click();
  await expect(page.getByText('Two sections share position 2')).toBeVisible();
  await expectInStep(page, sandbox, course);
  expect(await orderWrites(sandbox)).toHaveLength(1);
  const numbers = await Promise.all(['Telling people about it', 'Budget and tickets'].map(numberOf));
  expect(new Set(numbers).size).toBe(2);
  await page.getByRole('button', { name: 'Move up: Before you begin' }).click({ force: true });
  await page.getByRole('button', { name: 'Move down: Before you begin' }).click();
  await expect(rowsOf(page).nth(1)).toContainText('Before you begin');
  await expect(page.getByText('share position')).toBeHidden();
  await expectInStep(page, sandbox, course);
});

test('row 63: “Tidy up” gives each section a number of its own and keeps the order', async ({
  page,
  sandbox,
}) => {
  await openAs(page, sandbox, `/courses/${COURSES.fireSafety}/sections`);
  await expect(page.getByText('Five sections share position 1')).toBeVisible();
  await page.getByText('Why?').click();
  await expect(page.getByText('and 2 more have the number 0.')).toBeVisible();
  const before = await titlesOn(page);
  await expect(page.getByText('Changes 4 sections')).toBeVisible();
  await page.getByRole('button', { name: 'Tidy up' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Tidied up: 4 sections renumbered' })).toHaveCount(
    1,
  );
  await expect(page.getByText('Five sections share')).toBeHidden();
  const orders = (await sandbox.sectionsOf(COURSES.fireSafety)).map(({ DisplayOrder }) => DisplayOrder);
  expect(new Set(orders).size).toBe(5);
  await expectInStep(page, sandbox, COURSES.fireSafety);
  expect(await titlesOn(page)).toEqual(before);
});

test('what a colleague changed after the page was loaded goes back as it is now', async ({
  page,
  sandbox,
}) => {
  await spaceOut(sandbox, memberOnboarding);
  await openAs(page, sandbox, onboarding);
  await expect(rowsOf(page)).toHaveCount(6);
  const theirs = { Title: 'Bills', SectionContents: '<p>One\r\nTwo</p>', Active: true, Unheard: { of: [1] } };
  await sandbox.edit('sections', ONBOARDING_SECTIONS.billing, theirs);
  await page.getByRole('button', { name: `Move up: ${invoices}` }).click();
  await expect.poll(() => orderWrites(sandbox)).toHaveLength(1);
  await expect(rowOf(page, 'Bills')).toBeVisible();
  const after = await sandbox.read('sections', ONBOARDING_SECTIONS.billing);
  expect(after).toMatchObject(theirs);
  await expectInStep(page, sandbox, memberOnboarding);
});

test('a section that a colleague has put in between stays where it is', async ({ page, sandbox }) => {
  await spaceOut(sandbox, memberOnboarding);
  await openAs(page, sandbox, onboarding);
  await expect(rowsOf(page)).toHaveCount(6);
  await sandbox.edit('sections', ONBOARDING_SECTIONS.community, { DisplayOrder: 0 });
  await sandbox.insert('sections', { CourseId: memberOnboarding, Title: 'Brand new', DisplayOrder: 90 });
  await page.getByRole('button', { name: `Move up: ${invoices}` }).click();
  await expect.poll(() => orderWrites(sandbox)).toHaveLength(1);
  await expectInStep(page, sandbox, memberOnboarding);
  const titles = await titlesOn(page);
  expect([titles[0], titles.at(-1)]).toEqual(['Becoming part of the community', 'Brand new']);
});

test('a move of a title from right to left is told in a sentence from left to right', async ({
  page,
  sandbox,
}) => {
  const title = 'الأمان من الحريق';
  await sandbox.edit('sections', ONBOARDING_SECTIONS.billing, { Title: title });
  await openAs(page, sandbox, onboarding);
  await page.getByRole('button', { name: `Move up: ${title}` }).click();
  const told = page.getByText(`${title} moved from position 5 to 4`);
  await expect(told).toHaveCSS('direction', 'ltr');
  await expectInStep(page, sandbox, memberOnboarding);
});

test('a filter leaves moves to the whole course, and says so', async ({ page, sandbox }) => {
  await spaceOut(sandbox, memberOnboarding);
  await openAs(page, sandbox, `${onboarding}?unlock=timed`);
  await expect(rowsOf(page)).toHaveCount(3);
  await expect(page.getByText('Filtered: numbers are positions in the whole course.')).toBeVisible();
  await expect(page.getByRole('button', { name: `Reorder ${invoices}` })).toBeDisabled();
  await page.getByRole('button', { name: 'Move up: Your first week' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'from position 4 to 3' })).toHaveCount(1);
  await page.getByLabel('Unlock type').selectOption('');
  await expect(rowsOf(page)).toHaveCount(6);
  await expect(page).toHaveURL(onboarding);
  await expect.poll(() => orderWrites(sandbox)).toHaveLength(1);
  await expectInStep(page, sandbox, memberOnboarding);
});
