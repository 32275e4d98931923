import { expect, type Page } from '@playwright/test';

/** In the dialog of one row: after the first section, whose title the text is part of. */
export async function chooseSecondPlace(page: Page, first: string): Promise<void> {
  const position = page.getByLabel('Position', { exact: true });
  const place = page.getByRole('combobox', { name: 'Place' });
  await expect(place).toBeFocused();
  await position.fill('1');
  await expect(place).toHaveValue('At the start');
  await place.fill(first);
  await place.press('ArrowDown');
  await place.press('Enter');
  await expect(position).toHaveValue('2');
  await expect(page.getByText(/^Between “.+” and “.+”\. Changes 1 section\.$/)).toBeVisible();
}
