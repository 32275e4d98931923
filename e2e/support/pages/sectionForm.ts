import { expect, type Locator, type Page } from '@playwright/test';

export type UnlockName = 'Immediate' | 'Sequential' | 'Timed';

export type SectionForm = ReturnType<typeof sectionForm>;

export const savedAt = /^Saved at \d{1,2}:\d{2}$/;

const PHRASES = /^(No changes|Unsaved changes|Saving…|Still saving…|Saved at .+|Not saved|Not confirmed)$/;

/** The controls of the create and the edit form, by the names that people see. */
export function sectionForm(page: Page) {
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const textbox = (name: string) => page.getByRole('textbox', { name, exact: true });
  const unlockType = page.getByRole('radiogroup', { name: 'Unlock type' });
  const thumbnail = page.getByRole('group', { name: 'Thumbnail' });
  /** A phrase of a status. */
  const status = (phrase: string | RegExp) => page.getByRole('status').filter({ hasText: phrase });
  return {
    course: page.getByRole('combobox', { name: 'Course' }),
    title: textbox('Title'),
    place: page.getByRole('combobox', { name: 'Place', exact: true }),
    order: textbox('Display order'),
    unlockType,
    rules: unlockType.getByRole('radio'),
    rule: (name: UnlockName) => page.getByRole('radio', { name, exact: true }),
    days: textbox('Unlock after (days)'),
    active: page.getByRole('switch', { name: 'Active' }),
    introduction: textbox('Introduction'),
    thumbnail,
    image: (name: string) => thumbnail.getByRole('radio', { name }),
    imageUrl: textbox('Image URL'),
    create: button('Create section'),
    createAnother: button('Create and add another'),
    save: button('Save changes'),
    cancel: button('Cancel'),
    preview: page.getByRole('tab', { name: 'Preview' }),
    /** The error summary. */
    summary: page.getByRole('alert').filter({
      has: page.getByRole('heading', { name: 'There is a problem', exact: true }),
    }),
    status,
    /** The one true phrase about the form. */
    saveStatus: status(PHRASES),
    /** The question that leaving asks while something is unsaved. */
    question: page.getByRole('dialog', { name: 'Unsaved changes', exact: true }),
    /** What both sides changed, to choose from. */
    comparison: (name: string) => page.getByRole('group', { name, exact: true }),
    useChoices: button('Use these choices'),
  };
}

/** Everything is read that the edit page reads by itself: the hint of the order is the last. */
export async function expectAllRead({ order }: SectionForm): Promise<void> {
  await expect(order).toHaveAccessibleDescription(/^(First|Between|Last)/);
}

/** The summary stands there with these lines, has the focus, and the tab says that something is wrong. */
export async function expectSummary(page: Page, ...lines: (string | RegExp)[]): Promise<void> {
  const { summary } = sectionForm(page);
  await expect(summary.getByRole('link')).toHaveText(lines);
  await expect(page).toHaveTitle(/^Error: /);
  await expect
    .poll(() => summary.evaluate((element) => element.parentElement === document.activeElement))
    .toBe(true);
}

/** A text as a part of another. */
export const containing = (text: string): RegExp =>
  new RegExp(text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));

/** The control is marked as wrong, and is described by these words. */
export async function expectInvalid(control: Locator, ...words: string[]): Promise<void> {
  await expect(control).toHaveAttribute('aria-invalid', 'true');
  for (const text of words) await expect(control).toHaveAccessibleDescription(containing(text));
}

/** Notes what the save status says from now on. @returns what it has said so far */
export async function watchSaveStatus(page: Page): Promise<() => Promise<string[]>> {
  const element = await sectionForm(page).saveStatus.elementHandle();
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
