import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig, devices } from '@playwright/test';

const port = process.env['E2E_PORT'] || '4174';
const baseURL = `http://127.0.0.1:${port}`;
const executablePath = process.env['CHROMIUM_PATH'];
const report = process.env['E2E_REPORT'];

/** The production build with the headers that it is deployed with; scripts/browserTests.ts chooses port and browser. */
export default defineConfig({
  testDir: '.',
  // The long runs of `npm run proof` are apart: scripts/proof.ts.
  testMatch: process.env['E2E_PROOF'] ? '**/*.proof.ts' : '**/*.e2e.ts',
  outputDir: '../test-results',
  fullyParallel: true,
  // One more than a small machine has cores: a test waits for a tenth of its time.
  workers: Math.max(3, Math.floor(availableParallelism() / 2)),
  retries: 0,
  timeout: 40_000,
  expect: { timeout: 8_000 },
  reporter: report ? [['list'], ['json', { outputFile: report }]] : [['list']],
  use: {
    ...devices['Desktop Chrome'],
    baseURL,
    // A tab that has run the app before opens it with half the work. That a test leaves nothing to the next is up to
    // Playwright and `leave` in support/browserProblems.ts, and checked in harness.e2e.ts.
    reuseContext: true,
    // Frames of transitions that no test looks at are a tenth of the run; where one does, it asks for motion.
    contextOptions: { reducedMotion: 'reduce' },
    locale: 'en-GB',
    timezoneId: 'Europe/Lisbon',
    actionTimeout: 10_000,
    navigationTimeout: 15_000,
    // Recording every test costs a third of the run: `E2E_TRACE=1 npm run test:e2e -- name` when one has to be looked into.
    trace: process.env['E2E_TRACE'] ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-quic',
        '--no-first-run',
        // A page lives for seconds: what optimising its code would cost is a tenth of the run.
        '--js-flags=--no-opt,--no-maglev',
        // Nothing outside this machine answers, whatever a page asks for.
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      ],
    },
  },
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --port ${port} --strictPort --logLevel warn`,
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    url: baseURL,
    env: { SANDBOX_STORAGE: 'memory', NEXUDUS_URL: '' },
    reuseExistingServer: false,
    timeout: 60_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 3_000 },
  },
});
