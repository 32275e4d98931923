import type { Page } from '@playwright/test';
import { COURSES } from '../../sandbox/seed/ids';
import type { SandboxWorld } from '../support/sandbox';
import {
  expectInStep,
  orderWrites,
  rowOf,
  rowsOf,
  storedTitles,
  titlesOn,
} from '../support/pages/sectionList';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

const course = COURSES.hostTraining;

async function open(page: Page, sandbox: SandboxWorld): Promise<readonly string[]> {
  await openAs(page, sandbox, `/courses/${course}/sections`);
  await expect(rowsOf(page)).toHaveCount(8);
  return titlesOn(page);
}

const leftOver = (page: Page) => page.getByRole('alert').filter({ hasText: 'Not finished' });

async function moveTo(page: Page, title: string, position: number): Promise<void> {
  await page.getByRole('button', { name: `More actions for ${title}`, exact: true }).click();
  await page.getByRole('menuitem', { name: 'Move to position…' }).click();
  await page.getByLabel('Position', { exact: true }).fill(String(position));
  await page.getByRole('button', { name: 'Move', exact: true }).click();
}

test('on a server that gives numbers of its own, a move is right when the sequence is', async ({
  page,
  sandbox,
}) => {
  await sandbox.setOptions({ renumbers: true });
  const [first = '', ...rest] = await open(page, sandbox);
  await moveTo(page, first, 8);
  await expect.poll(() => storedTitles(sandbox, course)).toEqual([...rest, first]);
  await expectInStep(page, sandbox, course);
  await expect(leftOver(page)).toBeHidden();
  // Into the middle, where such a server leaves no number free.
  await moveTo(page, first, 4);
  const wanted = [...rest.slice(0, 3), first, ...rest.slice(3)];
  await expect.poll(() => storedTitles(sandbox, course)).toEqual(wanted);
  await expectInStep(page, sandbox, course);
  await expect(leftOver(page)).toBeHidden();
});

test('a server that keeps another value is quoted, and is not asked again', async ({ page, sandbox }) => {
  await sandbox.setOptions({ ignoresFields: ['DisplayOrder', 'Active'] });
  const [first = '', second = ''] = await open(page, sandbox);
  await page.getByRole('switch', { name: `Active: ${second}`, exact: true }).click();
  await expect(rowOf(page, second)).toContainText('Active: the server kept “On” instead of “Off”.');
  await moveTo(page, first, 8);
  await expect(leftOver(page)).toContainText('0 of 1 section changed');
  await expect(rowOf(page, first)).toContainText(/Display order: the server kept \d+ instead of \d+\./);
  await expect(page.getByText('could not be read')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Finish' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Put it back' })).toHaveCount(0);
  expect(await orderWrites(sandbox)).toHaveLength(2);
});

test('a section of another course by now is not written', async ({ page, sandbox }) => {
  const [first = '', second = ''] = await open(page, sandbox);
  const stored = await sandbox.sectionsOf(course);
  const moved = stored.find(({ Title }) => Title === first);
  await sandbox.edit('sections', Number(moved?.Id), { CourseId: COURSES.memberOnboarding });
  await page.getByRole('checkbox', { name: `Select ${first}` }).click();
  await page.getByRole('checkbox', { name: `Select ${second}` }).click();
  await page.getByRole('button', { name: 'Deactivate' }).click();
  await expect(leftOver(page)).toContainText('1 of 2 sections changed');
  expect((await sandbox.read('sections', Number(moved?.Id)))['Active']).toBe(true);
  expect(await orderWrites(sandbox)).toHaveLength(1);
});

test('a copy’s title is shortened as far as it must be', async ({ page, sandbox }) => {
  await open(page, sandbox);
  const title = `${'a'.repeat(247)}👩‍🚀`;
  await sandbox.insert('sections', { CourseId: course, Title: title, DisplayOrder: 900 });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await page.getByRole('button', { name: `More actions for ${title}` }).click();
  await page.getByRole('menuitem', { name: 'Duplicate…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Duplicate' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Its title was shortened' })).toHaveCount(1);
  const titles = await storedTitles(sandbox, course);
  expect(titles.at(-1)).toBe(`${'a'.repeat(247)} (copy)`);
});
