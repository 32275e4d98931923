import type { Page } from '@playwright/test';
import { COURSES, ONBOARDING_SECTIONS } from '../../sandbox/seed/ids';
import { expectGoodLooks, type Stage, type State } from '../support/states';
import { sectionForm } from '../support/pages/sectionForm';
import { rowsOf } from '../support/pages/sectionList';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

const pathOf = (courseId: number) => `/courses/${courseId}/sections`;
const path = pathOf(COURSES.memberOnboarding);
const hosts = pathOf(COURSES.hostTraining);
const sections = '/content/coursesections';
const doors = 'Getting in and out';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function openMenu({ page }: Stage): Promise<void> {
  await button(page, `More actions for ${doors}`).click();
  await expect(page.getByRole('menu')).toBeVisible();
}

async function choose(stage: Stage, item: string): Promise<void> {
  await openMenu(stage);
  await stage.page.getByRole('menuitem', { name: item }).click();
  await expect(stage.page.getByRole('dialog')).toBeVisible();
}

async function selectAll({ page }: Stage): Promise<void> {
  await page.getByRole('checkbox', { name: 'Select all' }).click();
  await expect(page.getByText('selected')).toBeVisible();
}

/** Four of eight sections have to be written for it. */
async function moveBlock({ page }: Stage): Promise<void> {
  await page.getByRole('checkbox', { name: 'Select Opening the house' }).click();
  await page
    .getByRole('checkbox', { name: 'Select Difficult conversations' })
    .click({ modifiers: ['Shift'] });
  await button(page, 'Move…').click();
  await page.getByLabel('Position', { exact: true }).fill('5');
  await button(page, 'Move').click();
}

const states: readonly State[] = [
  {
    name: 'while it is loading',
    path,
    prepare: (sandbox) => sandbox.fail({ method: 'GET', path: sections, times: 20, fault: { hang: true } }),
    reach: ({ page }) => expect(page.getByText('Loading the sections…')).toBeVisible(),
  },
  {
    name: 'without a section',
    path: pathOf(COURSES.podcastStudio),
    reach: ({ page }) => expect(page.getByText('No sections yet')).toBeVisible(),
  },
  {
    name: 'with awkward contents',
    path: pathOf(COURSES.imported),
    reach: ({ page }) => expect(page.getByText('Unknown unlock rule (99)')).toBeVisible(),
  },
  {
    name: 'with positions that are shared, filtered',
    path: `${pathOf(COURSES.eventHosting)}?active=yes`,
    reach: async ({ page }) => {
      await expect(page.getByText('Sections share positions 2 and 4')).toBeVisible();
      await expect(page.getByText('Clear the filter to drag.')).toBeVisible();
      await expect(rowsOf(page)).not.toHaveCount(0);
    },
  },
  {
    name: 'when the account may not read records',
    path,
    account: 'no-read',
    allow: (allowed) => allowed.status(401),
    reach: ({ page }) => expect(page.getByText('CourseSection-Read: ')).toBeVisible(),
  },
  { name: 'with the menu of a row', path, reach: openMenu },
  {
    name: 'with a title that is changed in its row, and refused',
    path,
    reach: async (stage) => {
      await openMenu(stage);
      await stage.page.getByRole('menuitem', { name: 'Rename' }).click();
      const box = stage.page.getByRole('textbox', { name: `Title of ${doors}` });
      await box.fill('');
      await box.press('Enter');
      await expect(stage.page.getByText('Enter a title')).toBeVisible();
    },
  },
  {
    name: 'asking where to move a row, and refusing the answer',
    path,
    reach: async (stage) => {
      await choose(stage, 'Move to position…');
      await button(stage.page, 'Move').click();
      await expect(stage.page.getByText('Enter a whole number')).toBeVisible();
    },
  },
  {
    name: 'asking where a copy is to go',
    path,
    reach: async (stage) => {
      await choose(stage, 'Duplicate…');
      await stage.page.getByRole('combobox', { name: 'Place' }).click();
      await expect(stage.page.getByRole('option', { name: 'At the start' })).toBeVisible();
    },
  },
  { name: 'asking whether to delete a row', path, reach: (stage) => choose(stage, 'Delete…') },
  {
    name: 'asking for an unlock rule, and refusing the answer',
    path,
    reach: async (stage) => {
      await selectAll(stage);
      await button(stage.page, 'Set unlock rule…').click();
      await stage.page.getByRole('radio', { name: 'Timed' }).click();
      await button(stage.page, 'Set unlock rule').click();
      await expect(stage.page.getByText('Enter the number of days')).toBeVisible();
    },
  },
  { name: 'with selected rows', path, reach: selectAll },
  {
    name: 'while a row is dragged',
    path,
    reach: async ({ page }) => {
      const handle = await button(page, `Reorder ${doors}`).boundingBox();
      if (!handle) throw new Error('The handle is not on the screen.');
      await page.mouse.move(handle.x + 8, handle.y + 8);
      await page.mouse.down();
      await page.mouse.move(handle.x + 8, handle.y + 100, { steps: 4 });
    },
  },
  {
    name: 'while a run is under way',
    path: hosts,
    prepare: (sandbox) => sandbox.fail({ method: 'PUT', path: sections, after: 1, fault: { hang: true } }),
    reach: async (stage) => {
      await moveBlock(stage);
      await expect(stage.page.getByText('1 of 4')).toBeVisible();
    },
  },
  {
    name: 'after a run that failed',
    path: hosts,
    allow: (allowed) => allowed.status(400),
    prepare: (sandbox) => sandbox.fail({ method: 'PUT', path: sections, after: 1, fault: { status: 400 } }),
    reach: async (stage) => {
      await moveBlock(stage);
      await expect(stage.page.getByText('1 of 4 sections changed')).toBeVisible();
    },
  },
  {
    name: 'with what others have done',
    path,
    reach: async ({ page, sandbox }) => {
      await expect(rowsOf(page)).toHaveCount(6);
      await sandbox.edit('sections', ONBOARDING_SECTIONS.community, { DisplayOrder: 0 });
      await page.getByRole('link', { name: doors }).focus();
      await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
      await expect(page.getByText('The list has changed meanwhile')).toBeVisible();
      await expect(page.getByText('Changed', { exact: true })).toBeVisible();
    },
  },
];

for (const state of states) {
  test(`The sections page looks right to all: ${state.name}`, async ({ page, sandbox, allow }) => {
    state.allow?.(allow);
    await state.prepare?.(sandbox);
    await openAs(page, sandbox, state.path, state.account);
    await state.reach({ page, sandbox, form: sectionForm(page) });
    await expectGoodLooks(page);
  });
}
