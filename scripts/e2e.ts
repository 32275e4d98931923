// npm run test:e2e -- <arguments of Playwright>: the browser tests on a production build, built anew when it is old.
import { runBrowserTests } from './browserTests';
import { buildApp, isBuildStale } from './build';
import { runMain } from './runMain';

await runMain(async () => {
  if (isBuildStale()) {
    console.log('Building the app…');
    const build = await buildApp();
    if (!build.ok) return false;
  }
  const tests = await runBrowserTests(process.argv.slice(2));
  return tests.ok;
});
