import { type BrowserContext, expect, type Page } from '@playwright/test';

const paused = new WeakSet<BrowserContext>();

/**
 * Stops the clock of a page (after `page.clock.install`): what is done from here takes no time there, however busy the
 * machine. It jumps ten seconds ahead before; what falls due meanwhile is done. `page.clock.resume()` lets it go on.
 */
export async function pauseClock(page: Page): Promise<void> {
  // Well ahead: a moment that is over by the time the order arrives can't be paused at.
  paused.add(page.context());
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 10_000));
}

/**
 * For the end of a test. Playwright sets a clock going that was left standing, but does not wait for it: the next test in
 * the same tab then began with a page error.
 */
export async function resumeClock(context: BrowserContext): Promise<void> {
  if (paused.delete(context)) await context.clock.resume();
}

/**
 * Lets time pass (after `page.clock.install`) until what is expected has come to pass: the looks for a write whose answer
 * was lost are seconds apart.
 */
export async function passTimeUntil(page: Page, expectation: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await page.clock.fastForward(2_000);
    await expectation();
  }).toPass({ intervals: [100], timeout: 30_000 });
}
