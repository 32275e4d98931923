import { expect, type Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';

declare global {
  interface Window {
    axe?: typeof axe;
  }
}

type Theme = 'light' | 'dark';

/** The rules of axe that look at colours; which elements there are, and where, no theme changes. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** Longer than any fade or slide; what goes after seconds can be seen until then. In milliseconds. */
const MAX_PASSING_MS = 1_000;

/** Fades and slides make colours and places that no one sees for long. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async (limit) => {
    const passing = document
      .getAnimations()
      .filter((animation) => Number(animation.effect?.getComputedTiming().endTime) <= limit);
    await Promise.allSettled(passing.map((animation) => animation.finished));
  }, MAX_PASSING_MS);
}

/** Puts axe into a page and the frames in it; what is there already stays. Most of a run would be this. */
async function addAxe(page: Page): Promise<void> {
  for (const frame of page.frames()) {
    if (await frame.evaluate(() => window.axe !== undefined)) continue;
    await frame.evaluate(axe.source);
    // The preview has an origin of its own, and its contents are looked at like the rest.
    await frame.evaluate(() => window.axe?.configure({ allowedOrigins: ['<unsafe_all_origins>'] }));
  }
}

async function expectNoViolation(page: Page, theme: Theme, options: RunOptions): Promise<void> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await settled(page);
  await addAxe(page);
  const violations = await page.evaluate(
    async (runOptions) => (await window.axe?.run(runOptions))?.violations,
    { ...options, resultTypes: ['violations' as const] },
  );
  const found = violations?.map(({ id, help, nodes }) => ({
    id,
    help,
    nodes: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary ?? ''}`),
  }));
  expect(found, `axe, ${theme} theme`).toEqual([]);
}

/** No violation of WCAG 2.2 AA or of axe's best practices in one of the themes, which stays. */
export async function expectThemeClean(page: Page, theme: Theme): Promise<void> {
  // Who speaks to the page says what stands there.
  await expectNoViolation(page, theme, { rules: { 'label-content-name-mismatch': { enabled: true } } });
}

/** Everything can be read in one of the themes, which stays. */
export async function expectContrast(page: Page, theme: Theme): Promise<void> {
  await expectNoViolation(page, theme, { runOnly: ['color-contrast'] });
}

/** The same in both themes, which differ in their colours only. The page is as it was afterwards. */
export async function expectAxeClean(page: Page): Promise<void> {
  await expectThemeClean(page, 'light');
  await expectNoViolation(page, 'dark', { runOnly: COLOUR_RULES });
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
}
