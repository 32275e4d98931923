import type { Page } from '@playwright/test';
import { latch } from './deferred';

export interface HeldCall {
  /** The call was made, and waits. */
  readonly arrived: Promise<void>;
  /** Lets it go on to the sandbox, and those after it at once. */
  readonly release: () => void;
}

/**
 * Holds the next calls of a page with this method until they are released: what has to happen meanwhile happens on a
 * slow machine too, which no delay can promise.
 * @param after how many calls go through before
 */
export async function holdCalls(
  page: Page,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  after = 0,
): Promise<HeldCall> {
  const arrived = latch();
  const released = latch();
  let seen = 0;
  await page.route('**/api/**', async (route, request) => {
    if (request.method() !== method || ++seen <= after) return route.fallback();
    arrived.open();
    await released.opened;
    return route.fallback();
  });
  return { arrived: arrived.opened, release: () => released.open() };
}
