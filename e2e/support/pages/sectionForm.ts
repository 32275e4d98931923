import type { Page } from '@playwright/test';

export type UnlockName = 'Immediate' | 'Sequential' | 'Timed';

/** The controls of the create and the edit form, by the names that people see. */
export function sectionForm(page: Page) {
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const textbox = (name: string) => page.getByRole('textbox', { name, exact: true });
  return {
    course: page.getByRole('combobox', { name: 'Course' }),
    title: textbox('Title'),
    order: textbox('Display order'),
    rules: page.getByRole('radiogroup', { name: 'Unlock type' }).getByRole('radio'),
    rule: (name: UnlockName) => page.getByRole('radio', { name, exact: true }),
    days: textbox('Unlock after (days)'),
    active: page.getByRole('switch', { name: 'Active' }),
    introduction: textbox('Introduction'),
    image: (name: string) => page.getByRole('group', { name: 'Thumbnail' }).getByRole('radio', { name }),
    imageUrl: textbox('Image URL'),
    create: button('Create section'),
    createAnother: button('Create and add another'),
    save: button('Save changes'),
    summary: page.getByRole('alert').filter({ hasText: 'There is a problem' }),
    /** A phrase of a status, e.g. the state of the form. */
    status: (phrase: string | RegExp) => page.getByRole('status').filter({ hasText: phrase }),
  };
}

export const savedAt = /^Saved at \d{1,2}:\d{2}$/;
