// npm run proof: the long runs that are too long for npm test, on a production build. Arguments go to Playwright:
// `npm run proof -- killing` runs one of them; PROOF_SEED repeats a run.
import { runBrowserTests } from './browserTests';
import { buildApp, isBuildStale } from './build';
import { runMain } from './runMain';

await runMain(async () => {
  if (isBuildStale() && !(await buildApp()).ok) return false;
  process.env['E2E_PROOF'] = '1';
  process.env['PROOF_SEED'] ||= String(Math.floor(Math.random() * 2 ** 31));
  console.log(`Seed: ${process.env['PROOF_SEED']}`);
  const wanted = process.argv.slice(2);
  const runs = wanted.length > 0 ? [wanted] : [['killing'], ['cutting'], ['navigating'], ['twoBrowsers']];
  let ok = true;
  // One after the other: each has the time limit of its own. What measures has the machine to itself, too.
  for (const run of runs) {
    const workers = run.includes('twoBrowsers') ? 2 : 1;
    ok = (await runBrowserTests([`--workers=${workers}`, ...run], { timeoutMs: 60 * 60_000 })).ok && ok;
  }
  return ok;
});
