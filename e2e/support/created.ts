import type { Page } from '@playwright/test';
import { COURSES } from '../../sandbox/seed/ids';
import type { LogEntry } from '../../sandbox/requestLog';
import type { SandboxWorld } from './sandbox';
import { expect } from './test';

export const newSectionPath = (courseId: number) => `/sections/new?courseId=${courseId}`;
export const sectionsPath = (courseId: number) => `/courses/${courseId}/sections`;

/** A section of “Member onboarding” in which nothing but the title was typed. */
export const plainBody = {
  CourseId: COURSES.memberOnboarding,
  Title: 'Lost and found',
  SectionContents: null,
  Active: true,
  DisplayOrder: 7,
  UnlockType: 1,
  UnlockAfterDays: 0,
  NewImageUrl: null,
  ClearImageFile: false,
};

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
