import type { BrowserContext } from '@playwright/test';

/** Playwright's side of a context in the same process, as far as it is needed here. */
interface Inside {
  clearCache: () => Promise<void>;
}
interface Connection {
  toImpl?: (context: BrowserContext) => Inside | undefined;
}

/**
 * Lets a worker's tab keep the files of the app from test to test. Playwright empties the browser's cache before each, and
 * has no option for it (decision 019): fifty files were sent, unpacked and compiled anew 500 times. Only what has a hash
 * in its name is used without asking, and answers of the API are not kept at all (server/appHeaders.ts).
 */
export function keepFiles(context: BrowserContext): void {
  const { _connection: connection } = context as unknown as { _connection?: Connection };
  const inside = connection?.toImpl?.(context);
  if (inside) inside.clearCache = () => Promise.resolve();
}
