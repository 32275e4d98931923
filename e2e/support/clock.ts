import type { Page } from '@playwright/test';

/**
 * Stops the clock of a page (after `page.clock.install`): what is done from here takes no time there, however busy the
 * machine. It jumps ten seconds ahead before; what falls due meanwhile is done. `page.clock.resume()` lets it go on.
 */
export async function pauseClock(page: Page): Promise<void> {
  // Well ahead: a moment that is over by the time the order arrives can't be paused at.
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 10_000));
}
