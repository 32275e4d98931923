import { expect, type Page } from '@playwright/test';
import { COURSES } from '../../sandbox/seed/ids';
import { rowsOf } from '../support/pages/sectionList';
import { openAs } from '../support/session';
import { test } from '../support/test';

const path = `/courses/${COURSES.memberOnboarding}/sections`;
const doors = 'Getting in and out';

/** As Safari on macOS: pressing a control does not focus it, but what around it can have the focus, or nothing. */
async function pressWithoutFocus(page: Page): Promise<void> {
  await page.addInitScript(() => {
    addEventListener(
      'mousedown',
      (event) => {
        const control = event.target instanceof Element ? event.target.closest('a, button, input') : null;
        if (!control) return;
        event.preventDefault();
        const around = control.parentElement?.closest<HTMLElement>('[tabindex]');
        if (around) around.focus({ preventScroll: true });
        else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      },
      true,
    );
  });
}

test.describe('where a click gives no focus', () => {
  test.beforeEach(async ({ page, sandbox }) => {
    await pressWithoutFocus(page);
    await openAs(page, sandbox, path);
    await expect(rowsOf(page)).toHaveCount(6);
  });

  test('a menu closes when its button is clicked again, and when something else is pressed', async ({
    page,
  }) => {
    const button = page.getByRole('button', { name: `More actions for ${doors}` });
    await button.click();
    await expect(page.getByRole('menuitem', { name: 'Edit' })).toBeFocused();
    await button.click();
    await expect(page.getByRole('menu')).toHaveCount(0);
    await expect(button).toBeFocused();
    await expect(button).toHaveAttribute('aria-expanded', 'false');

    await button.click();
    await expect(page.getByRole('menu')).toBeVisible();
    await page.getByRole('heading', { level: 1 }).click();
    await expect(page.getByRole('menu')).toHaveCount(0);
  });

  test('a dialog returns the focus to the button that opened it', async ({ page }) => {
    const box = page.getByRole('checkbox', { name: `Select ${doors}` });
    await box.click();
    // The row is drawn anew with the focus, and the box keeps its tick.
    await expect(box).toBeFocused();
    await expect(box).toBeChecked();
    for (const name of ['Delete…', 'Move…', 'Set unlock rule…', 'Earlier orders']) {
      const opener = page.getByRole('button', { name, exact: true });
      await opener.click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: /^(?:Cancel|Close)$/ }).click();
      await expect(dialog).toHaveCount(0);
      await expect(opener).toBeFocused();
    }
  });
});
