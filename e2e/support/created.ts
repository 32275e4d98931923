import type { Page } from '@playwright/test';
import type { LogEntry } from '../../sandbox/requestLog';
import type { SandboxWorld } from './sandbox';
import { expect } from './test';

export const newSectionPath = (courseId: number) => `/sections/new?courseId=${courseId}`;
export const sectionsPath = (courseId: number) => `/courses/${courseId}/sections`;

/** The only write that arrived, as it came. */
export async function onlyWrite(sandbox: SandboxWorld): Promise<LogEntry | undefined> {
  const writes = await sandbox.writes();
  expect(writes).toHaveLength(1);
  return writes[0];
}

/** After a create: the sections of the course, the new row in focus, and the word that it is there. */
export async function expectCreated(page: Page, courseId: number, title: string): Promise<void> {
  await expect(page).toHaveURL(sectionsPath(courseId));
  await expect(page.getByRole('status').filter({ hasText: 'Section created' })).toBeVisible();
  const rows = page.getByRole('list', { name: 'Sections' }).getByRole('listitem');
  await expect(rows.getByRole('link', { name: title, exact: true })).toBeFocused();
}
