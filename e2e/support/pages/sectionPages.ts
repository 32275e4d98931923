import { expect, type Page } from '@playwright/test';
import { COURSES, ONBOARDING_SECTIONS } from '../../../sandbox/seed/ids';
import type { SandboxWorld } from '../sandbox';
import { openAs } from '../session';
import { sectionForm } from './sectionForm';

/** The create and the edit page, as far as they are alike. */
export interface SectionPage {
  readonly name: 'new' | 'stored';
  /** Of its write. */
  readonly method: 'POST' | 'PUT';
  /** The button that sends it. */
  readonly button: string;
  /** Opens it with everything filled in that is required, signed in. */
  open(page: Page, sandbox: SandboxWorld, account?: string): Promise<void>;
}

export const SECTIONS_PATH = '/content/coursesections';

/** The course and the section of these pages. */
export const COURSE = COURSES.memberOnboarding;
export const SECTION = ONBOARDING_SECTIONS.gettingIn;

export const NEW_SECTION: SectionPage = {
  name: 'new',
  method: 'POST',
  button: 'Create section',
  async open(page, sandbox, account) {
    await openAs(page, sandbox, `/sections/new?courseId=${COURSE}`, account);
    await expect(sectionForm(page).course).toHaveValue('Member onboarding');
    await sectionForm(page).title.fill('Fire drill');
  },
};

export const STORED_SECTION: SectionPage = {
  name: 'stored',
  method: 'PUT',
  button: 'Save changes',
  async open(page, sandbox, account) {
    await openAs(page, sandbox, `/sections/${SECTION}/edit`, account);
    await sectionForm(page).title.fill('Fire drill');
  },
};

export const SECTION_PAGES: readonly SectionPage[] = [NEW_SECTION, STORED_SECTION];

export const submit = (page: Page, { button }: SectionPage): Promise<void> =>
  page.getByRole('button', { name: button, exact: true }).click();
