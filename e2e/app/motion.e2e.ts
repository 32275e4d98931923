import type { Page } from '@playwright/test';
import { COURSES } from '../../sandbox/seed/ids';
import { rowOf, rowsOf } from '../support/pages/sectionList';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

const path = `/courses/${COURSES.memberOnboarding}/sections`;
const welcome = 'Welcome to Harbour House';

/** Asks for motion, and notes every transition that starts from now on. */
async function watchMotion(page: Page): Promise<() => Promise<string[]>> {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { transitionsSeen: seen });
    addEventListener('transitionrun', ({ target, propertyName }) => {
      if (target instanceof Element) seen.push(`${propertyName} of ${target.outerHTML.slice(0, 200)}`);
    });
  });
  return () =>
    page.evaluate(async () => {
      // What the last change of style has started is told in the next frame.
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      return (globalThis as unknown as { transitionsSeen: string[] }).transitionsSeen;
    });
}

test.describe('with motion', () => {
  test('a switch slides when it is pressed, and not when its state is only read', async ({
    page,
    sandbox,
  }) => {
    const transitions = await watchMotion(page);
    await openAs(page, sandbox, path);
    await expect(page.getByRole('switch', { checked: true })).toHaveCount(5);
    await expect(rowOf(page, welcome)).toContainText('lessons');
    expect(await transitions()).toEqual([]);
    await page.getByRole('switch', { name: `Active: ${welcome}` }).click();
    await expect.poll(transitions).toContainEqual(expect.stringMatching(/^left /));
  });

  test('rows that scrolling brings in show their state at once', async ({ page, sandbox }) => {
    await sandbox.insertSections(COURSES.podcastStudio, 200);
    const transitions = await watchMotion(page);
    await openAs(page, sandbox, `/courses/${COURSES.podcastStudio}/sections`);
    await expect(page.getByRole('switch', { checked: true }).first()).toBeVisible();
    await page.keyboard.press('End');
    const last = rowsOf(page).last();
    await expect(last).toHaveAttribute('aria-posinset', '200');
    await expect(last.getByRole('switch')).toBeChecked();
    expect(await transitions()).toEqual([]);
  });
});
