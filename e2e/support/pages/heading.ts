import type { Locator, Page } from '@playwright/test';

/**
 * The one heading of a page, which takes the focus when a person comes there. “Edit section” is what that of an edit page
 * ends with, after the section's title.
 */
export const heading = (page: Page, name: string): Locator =>
  page.getByRole('heading', {
    level: 1,
    ...(name === 'Edit section' ? { name: /(?:^|\s)Edit section$/ } : { name, exact: true }),
  });
