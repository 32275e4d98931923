// npm run build, then: node scripts/run.mjs scripts/screenshots.ts — the pictures of the README, of the sandbox's data.
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { DOMAIN, PASSWORD } from '../sandbox/accounts';
import { COURSES } from '../sandbox/seed/ids';
import { freePort } from './browserTests';
import { findBrowser } from './findBrowser';
import { runMain } from './runMain';

await runMain(async () => {
  // Read by vite.config.ts.
  Object.assign(process.env, { SANDBOX_STORAGE: 'memory', NEXUDUS_URL: '' });
  const port = await freePort();
  const server = await preview({ logLevel: 'warn', preview: { host: '127.0.0.1', port, strictPort: true } });
  const executablePath = await findBrowser();
  const browser = await chromium.launch(executablePath === undefined ? {} : { executablePath });
  try {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({
        baseURL: `http://127.0.0.1:${port}`,
        viewport: { width: 1000, height: 800 },
        colorScheme,
        locale: 'en-GB',
      });
      const path = `/courses/${COURSES.memberOnboarding}/sections`;
      await page.goto(`/sign-in?next=${encodeURIComponent(path)}`);
      await page.getByLabel('Email').fill(`admin@${DOMAIN}`);
      await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByRole('list', { name: 'Sections' }).getByText('Available at once').first().waitFor();
      await page.mouse.move(0, 0);
      await page.screenshot({ path: `docs/images/sections-${colorScheme}.png` });
      await page.close();
    }
  } finally {
    await browser.close();
    await server.close();
  }
  return true;
});
