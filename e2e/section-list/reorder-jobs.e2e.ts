import type { Page } from '@playwright/test';
import { COURSES } from '../../sandbox/seed/ids';
import { pauseClock } from '../support/clock';
import { holdCalls } from '../support/holdCalls';
import type { SandboxWorld } from '../support/sandbox';
import {
  expectInStep,
  orderWrites,
  rowsOf,
  spaceOut,
  storedTitles,
  titlesOn,
} from '../support/pages/sectionList';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

const course = COURSES.hostTraining;
const path = `/courses/${course}/sections`;
const sections = '/content/coursesections';
const block = [
  'Opening the house',
  'Tours that people remember',
  'Day passes and walk-ins',
  'Difficult conversations',
];
const refusal = {
  status: 400,
  body: { Message: 'Display order: is taken', Errors: null, WasSuccessful: false },
};

/** Moves four of eight sections behind the others: three records have to be written. */
async function moveBlock(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: `Select ${block[0]}` }).click();
  await page.getByRole('checkbox', { name: `Select ${block[3]}` }).click({ modifiers: ['Shift'] });
  await page.getByRole('button', { name: 'Move…' }).click();
  const place = page.getByRole('combobox', { name: 'Place' });
  await expect(place).toHaveValue('');
  await place.click();
  await page.getByRole('option', { name: 'At the end' }).click();
  await expect(page.getByLabel('Position', { exact: true })).toHaveValue('5');
  await expect(page.getByText(/^Last, after “.+”\. Changes 3 sections\.$/)).toBeVisible();
  await expect(page.getByRole('list', { name: 'Before → after' }).getByRole('listitem')).toHaveCount(4);
  await page.getByRole('button', { name: 'Move', exact: true }).click();
}

async function open(page: Page, sandbox: SandboxWorld, account?: string): Promise<void> {
  await spaceOut(sandbox, course);
  await openAs(page, sandbox, path, account);
  await expect(rowsOf(page)).toHaveCount(8);
}

const wanted = async (page: Page) => (await titlesOn(page)).slice(4);

/** The block stands where it was moved to, on the screen and on the server: in this order, for the screen is ahead. */
async function expectMoved(page: Page, sandbox: SandboxWorld): Promise<void> {
  await expect.poll(() => wanted(page)).toEqual(block);
  await expectInStep(page, sandbox, course);
}

test('a run of several writes says how many before, and shows how far it is', async ({ page, sandbox }) => {
  await open(page, sandbox);
  const second = await holdCalls(page, 'PUT', { url: `**${sections}`, after: 1 });
  await moveBlock(page);
  await expect(page.getByRole('status').filter({ hasText: 'Changes 3 sections' })).toHaveCount(1);
  await second.arrived;
  await expect(page.getByRole('progressbar', { name: 'Progress' })).toHaveAttribute(
    'aria-valuetext',
    '1 of 3',
  );
  await expect(page.getByText(/about \d+ seconds? left/)).toBeVisible();
  second.release();
  await expect(
    page.getByRole('status').filter({ hasText: /^4 sections moved to positions 5 to 8$/ }),
  ).toHaveCount(1);
  await expect(page.getByRole('progressbar')).toBeHidden();
  await expectMoved(page, sandbox);
});

for (const step of [1, 2, 3]) {
  test(`row 32: a refusal at write ${step} shows the server’s order, and “Finish” completes the move`, async ({
    page,
    sandbox,
    allow,
  }) => {
    allow.status(400);
    await open(page, sandbox);
    await sandbox.fail({ method: 'PUT', path: sections, after: step - 1, fault: refusal });
    await moveBlock(page);
    await expect(
      page.getByRole('alert').filter({ hasText: `${step - 1} of 3 sections changed` }),
    ).toBeVisible();
    const reason = rowsOf(page).getByText('Display order: is taken');
    await expect(reason).toBeVisible();
    await page.evaluate(() => scrollTo(0, 0));
    await page.getByRole('button', { name: 'Show the section' }).click();
    await expect(reason).toBeInViewport();
    await expectInStep(page, sandbox, course);
    await page.getByRole('button', { name: 'Finish' }).click();
    await expect(page.getByRole('button', { name: 'Finish' })).toBeHidden();
    await expectMoved(page, sandbox);
  });
}

test('the panel says no more of the list than is known, and why “Finish” sends nothing', async ({
  page,
  sandbox,
  allow,
}) => {
  allow.status(400);
  await open(page, sandbox);
  const panel = page.getByRole('alert').filter({ hasText: 'Not finished' });
  await sandbox.fail({ method: 'PUT', path: sections, after: 1, fault: refusal });
  const second = await holdCalls(page, 'PUT', { url: `**${sections}`, after: 1 });
  await moveBlock(page);
  await second.arrived;
  const body = { Message: 'No list today', Errors: null, WasSuccessful: false };
  const list = `^${sections}\\?CourseSection_Course`;
  await sandbox.fail({ method: 'GET', path: list, times: 20, fault: { status: 400, body } });
  second.release();
  await expect(panel).toContainText('1 of 3 sections changed. The list could not be read again');
  await expect(panel.getByText('Display order: is taken')).toBeVisible();
  await page.getByRole('button', { name: 'Finish' }).click();
  await expect(panel.getByText('No list today')).toBeVisible();

  await page.getByRole('searchbox', { name: 'Search sections' }).fill('The role of a host');
  await expect(rowsOf(page)).toHaveCount(1);
  await expect(panel.getByText('Display order: is taken')).toBeVisible();

  await sandbox.stopFailing();
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(panel).toContainText('The list shows what Nexudus holds now.');
  await page.getByRole('searchbox', { name: 'Search sections' }).fill('');
  await page.getByRole('button', { name: 'Finish' }).click();
  await expect(panel).toBeHidden();
  await expectMoved(page, sandbox);
});

test('“Put it back” undoes what was written, but not what a colleague has written since', async ({
  page,
  sandbox,
  allow,
}) => {
  allow.status(400);
  await open(page, sandbox);
  const before = await storedTitles(sandbox, course);
  await sandbox.fail({ method: 'PUT', path: sections, after: 2, fault: refusal });
  await moveBlock(page);
  const back = page.getByRole('button', { name: 'Put it back' });
  await back.click();
  await expect(back).toBeHidden();
  await expectInStep(page, sandbox, course);
  expect(await titlesOn(page)).toEqual(before);

  await page.getByRole('button', { name: 'Clear selection' }).click();
  await sandbox.fail({ method: 'PUT', path: sections, after: 2, fault: refusal });
  await moveBlock(page);
  await expect(back).toBeVisible();
  const [[first] = []] = (await orderWrites(sandbox)).slice(-3);
  await sandbox.edit('sections', Number(first), { DisplayOrder: 77 });
  await back.click();
  await expect(rowsOf(page).getByText('has changed it since')).toBeVisible();
  expect((await sandbox.read('sections', Number(first)))['DisplayOrder']).toBe(77);
  await expectInStep(page, sandbox, course);
});

test('“Stop” ends after the record being written; a reload offers to finish', async ({ page, sandbox }) => {
  await open(page, sandbox);
  const first = await holdCalls(page, 'PUT');
  await moveBlock(page);
  await first.arrived;
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText('0 of 3 · stopping')).toBeVisible();
  first.release();
  await expect(page.getByText('1 of 3 sections changed')).toBeVisible();
  await expect(page.getByRole('group', { name: 'Changes' })).toBeFocused();
  await expect(page.getByText('Stopping after')).toHaveCount(0);
  await expectInStep(page, sandbox, course);
  expect(await orderWrites(sandbox)).toHaveLength(1);
  await expect(page.getByRole('button', { name: 'Move up: The role of a host' })).toBeDisabled();
  await page.reload();
  await expect(page.getByText('1 of 3 sections changed')).toBeVisible();
  await page.getByRole('button', { name: 'Finish' }).click();
  await expect(page.getByRole('button', { name: 'Finish' })).toBeHidden();
  await expectMoved(page, sandbox);
});

test('a reload in the middle of a write shows the server’s order and can be finished or put back', async ({
  page,
  sandbox,
}) => {
  await open(page, sandbox);
  const before = await titlesOn(page);
  await sandbox.fail({ method: 'PUT', path: sections, after: 1, fault: { hang: true, commit: true } });
  await moveBlock(page);
  await expect.poll(() => orderWrites(sandbox)).toHaveLength(2);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Finish' })).toBeVisible();
  await page.getByRole('button', { name: 'Put it back' }).click();
  await expect(page.getByRole('button', { name: 'Put it back' })).toBeHidden();
  await expectInStep(page, sandbox, course);
  expect(await titlesOn(page)).toEqual(before);
});

test('being throttled in the middle is waited out', async ({ page, sandbox, allow }) => {
  allow.status(409);
  await page.clock.install();
  await open(page, sandbox);
  const fault = { status: 409, headers: { 'Retry-After': '1' } };
  await sandbox.fail({ method: 'PUT', path: sections, after: 1, fault });
  const second = await holdCalls(page, 'PUT', { url: `**${sections}`, after: 1 });
  await moveBlock(page);
  await second.arrived;
  await pauseClock(page);
  second.release();
  await expect(page.getByText('Nexudus asked us to wait')).toBeVisible();
  await page.clock.resume();
  await expect(
    page.getByRole('status').filter({ hasText: /^4 sections moved to positions 5 to 8$/ }),
  ).toHaveCount(1);
  await expectMoved(page, sandbox);
});

test('an answer that is lost after the write counts as written', async ({ page, sandbox, allow }) => {
  allow.status(502);
  await open(page, sandbox);
  await sandbox.fail({ method: 'PUT', path: sections, fault: { status: 502, commit: true } });
  await moveBlock(page);
  await expect(
    page.getByRole('status').filter({ hasText: /^4 sections moved to positions 5 to 8$/ }),
  ).toHaveCount(1);
  await expectInStep(page, sandbox, course);
  expect(await orderWrites(sandbox)).toHaveLength(3);
});

test('a negative number that the service refuses is planned around', async ({ page, sandbox, allow }) => {
  allow.status(400);
  await spaceOut(sandbox, course);
  // Before a first number of 0 there is room for negative ones only.
  const first = await sandbox.insert('sections', { CourseId: course, Title: 'Prologue', DisplayOrder: 0 });
  await openAs(page, sandbox, path);
  await expect(rowsOf(page)).toHaveCount(9);
  await sandbox.fail({ method: 'PUT', path: sections, fault: refusal });
  await page.getByRole('button', { name: 'More actions for Your first shift alone' }).click();
  await page.getByRole('menuitem', { name: 'Move to position…' }).click();
  await page.getByLabel('Position', { exact: true }).fill('1');
  await expect(page.getByText('Changes 1 section.')).toBeVisible();
  await page.getByRole('button', { name: 'Move', exact: true }).click();
  await expect.poll(() => orderWrites(sandbox)).toHaveLength(3);
  await expectInStep(page, sandbox, course);
  expect((await titlesOn(page)).slice(0, 2)).toEqual(['Your first shift alone', 'Prologue']);
  const orders = (await orderWrites(sandbox)).map(([, order]) => Number(order));
  expect(orders[0]).toBeLessThan(0);
  expect(Math.min(...orders.slice(1))).toBeGreaterThanOrEqual(0);
  expect((await orderWrites(sandbox)).map(([id]) => id)).toContain(first.Id);
  await expect(page.getByRole('alert')).toBeHidden();
});

test('two tabs that move in the same course both get what they wanted', async ({
  page,
  sandbox,
  context,
}) => {
  await open(page, sandbox);
  const other = await context.newPage();
  await other.goto(path);
  await expect(rowsOf(other)).toHaveCount(8);
  const held = await holdCalls(page, 'PUT');
  await moveBlock(page);
  await held.arrived;
  await expect(page.getByRole('progressbar')).toBeVisible();
  await other.getByRole('button', { name: 'Move down: The role of a host' }).click();
  await expect(other.getByText('Another tab of this browser is changing this course')).toBeVisible();
  held.release();
  await expect(page.getByRole('progressbar')).toBeHidden();
  await expect.poll(() => orderWrites(sandbox)).toHaveLength(4);
  await expectInStep(other, sandbox, course);
  // After the one that it was put after, wherever that is now.
  expect(await wanted(other)).toEqual(['The role of a host', ...block.slice(1)]);
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expectInStep(page, sandbox, course);
});
