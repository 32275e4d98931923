import { expect, type Locator, type Page } from '@playwright/test';

/** What is focused: whether it can be seen to be, and nothing lies on top of it. */
export async function expectVisibleFocus(target: Locator): Promise<void> {
  await expect(target).toBeInViewport();
  const look = await target.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const front = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 40));
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return {
      outline: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
      isInFront: element.contains(front) || element.parentElement?.contains(front) === true,
    };
  });
  expect(look).toEqual({ outline: true, isInFront: true });
}

/** Presses Tab (or Shift+Tab) until the focus is on `target`; it must get there, and be seen there. */
export async function walkTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const isThere = () => target.evaluate((element) => element === document.activeElement);
  for (let steps = 0; steps < 60 && !(await isThere()); steps += 1) {
    await page.keyboard.press(key);
  }
  await expect(target).toBeFocused();
  await expectVisibleFocus(target);
}
