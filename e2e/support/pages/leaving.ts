import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { COURSES, ONBOARDING_SECTIONS } from '../../../sandbox/seed/ids';
import type { SandboxWorld } from '../sandbox';
import { openAs } from '../session';
import { heading } from './heading';
import { sectionForm } from './sectionForm';

export const editPath = `/sections/${ONBOARDING_SECTIONS.welcome}/edit`;
export const sectionsPath = `/courses/${COURSES.memberOnboarding}/sections`;

/** The edit page, come to from the list, so that there is a way back. */
export async function openForm(page: Page, sandbox: SandboxWorld): Promise<void> {
  await openAs(page, sandbox, sectionsPath);
  await page.getByRole('link', { name: 'Welcome to Harbour House' }).click();
  await expect(heading(page, 'Edit section')).toBeVisible();
  await expect(sectionForm(page).title).toBeVisible();
}

export async function openDirtyForm(page: Page, sandbox: SandboxWorld): Promise<void> {
  await openForm(page, sandbox);
  await sectionForm(page).title.fill('Not finished yet');
}

export const waysOut = [
  {
    name: 'a link',
    go: (page: Page) => page.getByRole('navigation').getByRole('link', { name: 'Courses' }).click(),
    place: 'Courses',
  },
  { name: 'Back', go: (page: Page) => page.goBack(), place: 'Member onboarding' },
  { name: 'Cancel', go: (page: Page) => sectionForm(page).cancel.click(), place: 'Member onboarding' },
  {
    name: 'signing out',
    go: (page: Page) => page.getByRole('button', { name: 'Sign out' }).click(),
    place: 'Sign in',
  },
];
