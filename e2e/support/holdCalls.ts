import type { Page } from '@playwright/test';
import { deferred } from './deferred';

export interface HeldCall {
  /** The call was made, and waits. */
  readonly arrived: Promise<void>;
  /** Lets it go on to the sandbox, and those after it at once. */
  readonly release: () => void;
}

/** Calls that are counted are named: else one that the page makes late, for something else, is counted, too. */
type Which =
  | { readonly url?: string; readonly after?: never }
  | {
      readonly url: string;
      /** How many go through before. */
      readonly after: number;
    };

/**
 * Holds the next calls of a page with this method until they are released: what has to happen meanwhile happens on a
 * slow machine too, which no delay can promise.
 */
export async function holdCalls(
  page: Page,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  { after = 0, url = '**/api/**' }: Which = {},
): Promise<HeldCall> {
  const arrived = deferred();
  const released = deferred();
  let seen = 0;
  await page.route(url, async (route, request) => {
    if (request.method() !== method || ++seen <= after) return route.fallback();
    arrived.resolve();
    await released.promise;
    return route.fallback();
  });
  return { arrived: arrived.promise, release: released.resolve };
}
