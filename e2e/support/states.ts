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

/** What has a colour within a frame keeps to the frame’s round corners: it does not paint over them. */
async function expectRoundCorners(page: Page): Promise<void> {
  const over = await page.evaluate(() => {
    // Within the square of a corner and outside of its curve.
    const inset = 1.5;
    const found: string[] = [];
    for (const frame of document.querySelectorAll('body *')) {
      const { borderTopLeftRadius, borderTopStyle } = getComputedStyle(frame);
      if (borderTopStyle === 'none' || Number.parseFloat(borderTopLeftRadius) < 6) continue;
      frame.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { left, right, top, bottom } = frame.getBoundingClientRect();
      for (const x of [left + inset, right - inset]) {
        for (const y of [top + inset, bottom - inset]) {
          for (const element of document.elementsFromPoint(x, y)) {
            if (element === frame || !frame.contains(element)) continue;
            const { backgroundColor } = getComputedStyle(element);
            const isPainted = !/^(?:transparent|rgba\(.*, 0\))$/.test(backgroundColor);
            if (isPainted) found.push(element.outerHTML.slice(0, 200));
          }
        }
      }
    }
    return found;
  });
  expect(over, 'what paints over a round corner').toEqual([]);
}

/**
 * Free of axe's violations and of sideways scrolling: wide and light, then narrow and dark. In the other two
 * combinations only colours can go wrong.
 */
export async function expectGoodLooks(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 800 });
  await expectThemeClean(page, 'light');
  await expectContrast(page, 'dark');
  await expectRoundCorners(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page);
  await expectThemeClean(page, 'dark');
  await expectContrast(page, 'light');
}
