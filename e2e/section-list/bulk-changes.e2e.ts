import type { Locator } from '@playwright/test';
import { COURSES, ONBOARDING_SECTIONS } from '../../sandbox/seed/ids';
import { holdCalls } from '../support/holdCalls';
import { expectInStep, rowOf, rowsOf, titlesOn } from '../support/pages/sectionList';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

const { memberOnboarding } = COURSES;
const onboarding = `/courses/${memberOnboarding}/sections`;
const sections = '/content/coursesections';
const welcome = 'Welcome to Harbour House';
const doors = 'Getting in and out';

test('several rows at once: each has its own outcome', async ({ page, sandbox, allow }) => {
  allow.status(400);
  await openAs(page, sandbox, onboarding);
  await page.getByRole('checkbox', { name: 'Select all' }).click();
  const refusal = {
    status: 400,
    body: { Message: 'Active: not this one', Errors: null, WasSuccessful: false },
  };
  await sandbox.fail({ method: 'PUT', path: sections, after: 1, fault: refusal });
  await page.getByRole('button', { name: 'Deactivate', exact: true }).click();
  await expect(page.getByText('Not finished: Deactivate 6 sections')).toBeVisible();
  await expect(rowOf(page, doors).getByRole('alert')).toHaveText('Active: not this one');
  await expect(rowOf(page, 'Invoices and changing your plan')).toContainText('Already inactive');
  await expect(rowOf(page, welcome)).toContainText('Changed');
  await page.getByRole('button', { name: 'Finish' }).click();
  await expect(page.getByRole('button', { name: 'Finish' })).toBeHidden();
  // The button goes as the run begins.
  await expect
    .poll(async () => (await sandbox.sectionsOf(memberOnboarding)).map(({ Active }) => Active))
    .toEqual(Array(6).fill(false));
});

test('several sections are duplicated and deleted', async ({ page, sandbox }) => {
  await openAs(page, sandbox, onboarding);
  await page.getByRole('checkbox', { name: `Select ${welcome}` }).click();
  await page.getByRole('checkbox', { name: `Select ${doors}` }).click();
  await page.getByRole('button', { name: 'Duplicate…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Duplicate 2 sections' });
  await expect(dialog).toContainText(/Lessons are not copied: \d+ stay in the originals\./);
  await dialog.getByRole('checkbox', { name: 'The copies start inactive' }).uncheck();
  await dialog.getByRole('button', { name: 'Duplicate 2 sections' }).click();
  await expect(rowsOf(page)).toHaveCount(8);
  await expectInStep(page, sandbox, memberOnboarding);
  expect((await titlesOn(page)).slice(0, 4)).toEqual([
    welcome,
    `${welcome} (copy)`,
    doors,
    `${doors} (copy)`,
  ]);
  await page.getByRole('button', { name: 'Clear selection' }).click();
  await page.getByRole('checkbox', { name: `Select ${welcome} (copy)` }).click();
  await page.getByRole('checkbox', { name: `Select ${doors} (copy)` }).click();
  await page.getByRole('button', { name: 'Delete…' }).click();
  await page.getByRole('button', { name: 'Delete 2 sections' }).click();
  await expect(page.getByRole('status').filter({ hasText: '2 sections deleted' })).toHaveCount(1);
  await expectInStep(page, sandbox, memberOnboarding);
  expect(await titlesOn(page)).toHaveLength(6);
});

test('a dialog that is open says how many lessons there are as soon as that is known', async ({
  page,
  sandbox,
}) => {
  const lessons = await holdCalls(page, 'GET', { url: '**/api/content/courselessons?*' });
  await openAs(page, sandbox, onboarding);
  await lessons.arrived;
  await page.getByRole('button', { name: `More actions for ${doors}` }).click();
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  const dialog = page.getByRole('dialog', { name: `Delete “${doors}”?` });
  await expect(dialog).toContainText('How many lessons would be concerned is not known.');
  lessons.release();
  await expect(dialog).toContainText('It has 4 lessons.');
});

test('titles from right to left stand in the list of what is deleted from left to right', async ({
  page,
  sandbox,
}) => {
  const title = 'الأمان من الحريق';
  await sandbox.edit('sections', ONBOARDING_SECTIONS.billing, { Title: title });
  await openAs(page, sandbox, onboarding);
  await page.getByRole('checkbox', { name: 'Select all' }).click();
  await page.getByRole('button', { name: 'Delete…' }).click();
  const listed = page.getByRole('dialog').getByRole('listitem').filter({ hasText: title });
  await expect(listed).toHaveCSS('direction', 'ltr');
  await expect(listed.getByText(title)).toHaveCSS('direction', 'rtl');
});

test('copies that only lack their places after a reload are said to be made', async ({ page, sandbox }) => {
  await openAs(page, sandbox, onboarding);
  await page.getByRole('checkbox', { name: `Select ${welcome}` }).click();
  await page.getByRole('checkbox', { name: `Select ${doors}` }).click();
  const last = await holdCalls(page, 'POST', { url: `**${sections}`, after: 1 });
  await page.getByRole('button', { name: 'Duplicate…' }).click();
  await page.getByRole('button', { name: 'Duplicate 2 sections' }).click();
  await last.arrived;
  const list = await holdCalls(page, 'GET', { url: `**${sections}?CourseSection_Course*` });
  last.release();
  await list.arrived;
  page.once('dialog', (dialog) => dialog.accept());
  await page.reload();
  list.release();
  const panel = page.getByRole('alert').filter({ hasText: 'Not finished: Duplicate 2 sections' });
  await expect(panel).toContainText('All copies are made. What is left is their places');
  await page.getByRole('button', { name: 'Finish' }).click();
  await expect(panel).toBeHidden();
  await expectInStep(page, sandbox, memberOnboarding);
  expect((await titlesOn(page)).slice(0, 4)).toEqual([
    welcome,
    `${welcome} (copy)`,
    doors,
    `${doors} (copy)`,
  ]);
});

test('no unlock rule is chosen for several sections beforehand', async ({ page, sandbox }) => {
  await openAs(page, sandbox, onboarding);
  await page.getByRole('checkbox', { name: 'Select all' }).click();
  await page.getByRole('button', { name: 'Set unlock rule…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Set the unlock rule of 6 sections' });
  const rules = dialog.getByRole('radiogroup', { name: 'Unlock type' });
  await expect(dialog.getByRole('radio')).toHaveCount(3);
  await expect(dialog.getByRole('radio', { checked: true })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Set unlock rule' }).click();
  await expect(rules).toHaveAccessibleDescription('Choose an unlock type');
  await expect(rules.getByRole('radio', { name: 'Immediate' })).toBeFocused();
  await expect(rules.getByRole('radio', { checked: true })).toHaveCount(0);

  await rules.getByRole('radio', { name: 'Sequential' }).check();
  await expect(rules).not.toHaveAttribute('aria-invalid', 'true');
  await expect(dialog.getByRole('status')).toHaveText('Changes 4 sections. 2 are so already.');
  await expect(dialog.getByRole('list', { name: 'Before → after' }).getByRole('listitem')).toHaveCount(6);
  await dialog.getByRole('button', { name: 'Change 4 sections' }).click();
  await expect
    .poll(async () => (await sandbox.sectionsOf(memberOnboarding)).map(({ UnlockType }) => UnlockType))
    .toEqual(Array(6).fill(2));
});

test('timed sections move by a number of days, each from where it is', async ({ page, sandbox }) => {
  const timed = async () =>
    (await sandbox.sectionsOf(memberOnboarding))
      .filter(({ UnlockType }) => UnlockType === 3)
      .map(({ UnlockAfterDays }) => UnlockAfterDays);
  expect(await timed()).toEqual([7, 1, 30]);
  await openAs(page, sandbox, onboarding);
  await page.getByRole('checkbox', { name: 'Select all' }).click();
  await page.getByRole('button', { name: 'Set unlock rule…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'Timed' }).check();
  await dialog.getByRole('radio', { name: 'Move by … days' }).check();
  const by = dialog.getByRole('textbox', { name: 'Move by (days)' });
  const lines = dialog.getByRole('list', { name: 'Before → after' }).getByRole('listitem');

  await by.fill('-2');
  await expect(dialog.getByRole('status')).toContainText('1 section can’t move that far');
  await expect(lines.first()).toContainText('1 day after enrolment → becomes -1 days: before the enrolment');
  await expect(dialog.getByRole('button', { name: 'Set unlock rule' })).toBeDisabled();

  await by.fill('7');
  await expect(dialog.getByRole('status')).toHaveText('Changes 3 sections. 3 are left alone.');
  await expect(lines.filter({ hasText: `${welcome}:` })).toContainText(
    'Available at once, left alone: it isn’t timed',
  );
  await dialog.getByRole('button', { name: 'Change 3 sections' }).click();
  await expect.poll(timed).toEqual([14, 8, 37]);
  expect(await sandbox.requests('PUT', sections)).toHaveLength(3);
});

/** Whether all of it is in the window, with nothing over its middle and its corners. */
const isInSight = (target: Locator) =>
  target.evaluate((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const spots = [
      [(left + right) / 2, (top + bottom) / 2],
      [left + 1, top + 1],
      [left + 1, bottom - 1],
    ] as const;
    return spots.every((spot) => element.contains(document.elementFromPoint(...spot)));
  });

for (const [width, height] of [
  [1280, 600],
  [390, 844],
  [320, 640],
] as const) {
  test(`the row that says why is in sight above the panel, at ${width}×${height}`, async ({
    page,
    sandbox,
    allow,
  }) => {
    allow.status(400);
    await page.setViewportSize({ width, height });
    await openAs(page, sandbox, onboarding);
    await page.getByRole('checkbox', { name: 'Select all' }).click();
    const body = { Message: 'Active: not this one', Errors: null, WasSuccessful: false };
    await sandbox.fail({ method: 'PUT', path: sections, after: 4, fault: { status: 400, body } });
    await page.getByRole('button', { name: 'Deactivate', exact: true }).click();
    await expect(page.getByText('Not finished: Deactivate 6 sections')).toBeVisible();
    const row = rowOf(page, 'Becoming part of the community');
    await expect.poll(() => isInSight(row.getByRole('alert'))).toBe(true);

    // What takes the focus does not lie under it either.
    for (const name of [welcome, 'Becoming part of the community']) {
      const link = page.getByRole('link', { name });
      await link.focus();
      await expect.poll(() => isInSight(link)).toBe(true);
    }
  });
}
