import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserContext, Route } from '@playwright/test';

async function sendLate(route: Route): Promise<void> {
  await pause(Math.random() ** 2 * 500);
  // The page may have gone meanwhile.
  await route.fallback().catch(() => undefined);
}

/**
 * Lets each call of the API and each file of code go out up to half a second late (`E2E_LAG=1 npm run test:e2e`): a test,
 * or code of the app, that counts on an order which nothing promises fails now and then.
 */
export async function lag(context: BrowserContext): Promise<void> {
  for (const url of ['**/api/**', '**/assets/*.js']) await context.route(url, sendLate);
}
