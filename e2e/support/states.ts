import type { Page } from '@playwright/test';
import { expectContrast, expectThemeClean } from './axe';
import type { SandboxWorld } from './sandbox';
import type { sectionForm } from './pages/sectionForm';
import { expect } from './test';
import type { Allowed } from './browserProblems';

/** What a state of a page is made with. */
export interface Stage {
  readonly page: Page;
  readonly sandbox: SandboxWorld;
  readonly form: ReturnType<typeof sectionForm>;
}

/** A state of a page, and how a person gets there. */
export interface State {
  readonly name: string;
  readonly path: string;
  readonly account?: string;
  readonly allow?: (allowed: Allowed) => void;
  /** Before the page is opened. */
  readonly prepare?: (sandbox: SandboxWorld) => Promise<unknown>;
  /** Ends when the state can be seen. */
  readonly reach: (stage: Stage) => Promise<unknown>;
}

/** One column at 320 px: whoever enlarges the page to 400 % scrolls in one direction only. */
async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const widths = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return { scrollWidth, clientWidth };
  });
  expect(widths, 'no sideways scroll').toEqual({ scrollWidth: 320, clientWidth: 320 });
}

/**
 * Free of axe's violations and of sideways scrolling: wide and light, then narrow and dark. In the other two
 * combinations only colours can go wrong.
 */
export async function expectGoodLooks(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 800 });
  await expectThemeClean(page, 'light');
  await expectContrast(page, 'dark');
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page);
  await expectThemeClean(page, 'dark');
  await expectContrast(page, 'light');
}
