import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

type Theme = 'light' | 'dark';

/** Fades and slides make colours and places that no one sees for long. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const passing = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().iterations !== Infinity);
    await Promise.allSettled(passing.map((animation) => animation.finished));
  });
}

async function expectNoViolation(page: Page, theme: Theme, configure: (axe: AxeBuilder) => AxeBuilder) {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await settled(page);
  const axe = configure(new AxeBuilder({ page }));
  // Without frames to look into: the same rules in one run, which takes a third of the time.
  if (page.frames().length === 1) axe.setLegacyMode();
  const { violations } = await axe.analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    nodes: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary ?? ''}`),
  }));
  expect(found, `axe, ${theme} theme`).toEqual([]);
}

/** No violation of WCAG 2.2 AA or of axe's best practices in one of the themes, which stays. */
export async function expectThemeClean(page: Page, theme: Theme): Promise<void> {
  await expectNoViolation(page, theme, (axe) =>
    axe.options({
      resultTypes: ['violations'],
      // Who speaks to the page says what stands there.
      rules: { 'label-content-name-mismatch': { enabled: true } },
    }),
  );
}

/** Everything can be read in one of the themes, which stays. */
export async function expectContrast(page: Page, theme: Theme): Promise<void> {
  await expectNoViolation(page, theme, (axe) => axe.withRules('color-contrast'));
}

/** The same in both themes, after which the page is as it was. */
export async function expectAxeClean(page: Page): Promise<void> {
  await expectThemeClean(page, 'light');
  await expectThemeClean(page, 'dark');
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}
