import type { Locator, Page } from '@playwright/test';

/** The one heading of a page, which takes the focus when a person comes there. */
export const heading = (page: Page, name: string): Locator =>
  page.getByRole('heading', { level: 1, name, exact: true });
