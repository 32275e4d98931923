import { once } from 'node:events';
import { expect, type Locator, type Page } from '@playwright/test';
import { COURSES, ONBOARDING_SECTIONS } from '../../../sandbox/seed/ids';
import type { SandboxWorld } from '../sandbox';
import { openAs } from '../session';

/** The create and the edit page, as far as they are alike. */
export interface SectionForm {
  readonly name: 'new' | 'stored';
  /** Of its write. */
  readonly method: 'POST' | 'PUT';
  /** The button that sends it. */
  readonly button: string;
  readonly title: string;
  /** Opens it with everything filled in that is required, signed in. */
  open(page: Page, sandbox: SandboxWorld, account?: string): Promise<void>;
}

export const SECTIONS_PATH = '/content/coursesections';

/** The course and the section of these forms. */
export const COURSE = COURSES.memberOnboarding;
export const SECTION = ONBOARDING_SECTIONS.gettingIn;

/** The field, however it is built. */
export const field = {
  title: (page: Page) => page.getByRole('textbox', { name: 'Title', exact: true }),
  course: (page: Page) => page.getByRole('combobox', { name: 'Course' }),
  displayOrder: (page: Page) => page.getByRole('textbox', { name: 'Display order' }),
  unlockType: (page: Page) => page.getByRole('radiogroup', { name: 'Unlock type' }),
  unlockAfterDays: (page: Page) => page.getByRole('textbox', { name: 'Unlock after (days)' }),
  active: (page: Page) => page.getByRole('switch', { name: 'Active' }),
  introduction: (page: Page) => page.getByRole('textbox', { name: 'Introduction' }),
  thumbnail: (page: Page) => page.getByRole('group', { name: 'Thumbnail' }),
  imageUrl: (page: Page) => page.getByRole('textbox', { name: 'Image URL' }),
};

export const NEW_SECTION: SectionForm = {
  name: 'new',
  method: 'POST',
  button: 'Create section',
  title: 'New section',
  async open(page, sandbox, account) {
    await openAs(page, sandbox, `/sections/new?courseId=${COURSE}`, account);
    await expect(field.course(page)).toHaveValue('Member onboarding');
    await field.title(page).fill('Fire drill');
  },
};

export const STORED_SECTION: SectionForm = {
  name: 'stored',
  method: 'PUT',
  button: 'Save changes',
  title: 'Edit section',
  async open(page, sandbox, account) {
    await openAs(page, sandbox, `/sections/${SECTION}/edit`, account);
    await field.title(page).fill('Fire drill');
  },
};

export const SECTION_FORMS: readonly SectionForm[] = [NEW_SECTION, STORED_SECTION];

export const submit = (page: Page, form: SectionForm): Promise<void> =>
  page.getByRole('button', { name: form.button, exact: true }).click();

export const save = (page: Page): Promise<void> => submit(page, STORED_SECTION);

/** The error summary. */
export const summary = (page: Page): Locator =>
  page
    .getByRole('alert')
    .filter({ has: page.getByRole('heading', { name: 'There is a problem', exact: true }) });

/** The summary stands there with these lines, has the focus, and the tab says that something is wrong. */
export async function expectSummary(page: Page, ...lines: (string | RegExp)[]): Promise<void> {
  const alert = summary(page);
  await expect(alert.getByRole('link')).toHaveText(lines);
  await expect(page).toHaveTitle(/^Error: /);
  await expect
    .poll(() => alert.evaluate((element) => element.parentElement === document.activeElement))
    .toBe(true);
}

/** The control is marked as wrong, and is described by these words. */
export async function expectInvalid(control: Locator, ...words: string[]): Promise<void> {
  await expect(control).toHaveAttribute('aria-invalid', 'true');
  for (const text of words) await expect(control).toHaveAccessibleDescription(containing(text));
}

/** A text as a part of another. */
export const containing = (text: string): RegExp =>
  new RegExp(text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));

const PHRASES = /^(No changes|Unsaved changes|Saving…|Still saving…|Saved at .+|Not saved)$/;

/** The one true phrase about the form. */
export const saveStatus = (page: Page): Locator => page.getByRole('status').filter({ hasText: PHRASES });

/** Notes what the save status says from now on. @returns what it has said so far */
export async function watchSaveStatus(page: Page): Promise<() => Promise<string[]>> {
  const element = await saveStatus(page).elementHandle();
  const said = await element?.evaluateHandle((status) => {
    const phrases = [status.textContent ?? ''];
    new MutationObserver(() => phrases.push(status.textContent ?? '')).observe(status, {
      characterData: true,
      childList: true,
      subtree: true,
    });
    return phrases;
  });
  return async () => (await said?.jsonValue()) ?? [];
}

/** Holds back the calls of this method and path until `gate` is aborted. */
export async function hold(page: Page, gate: AbortSignal, method: string, path: string): Promise<void> {
  await page.route(
    (url) => url.pathname === `/api${path}`,
    async (route) => {
      if (route.request().method() === method && !gate.aborted) await once(gate, 'abort');
      await route.fallback();
    },
  );
}
