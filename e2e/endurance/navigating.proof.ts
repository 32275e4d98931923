import { COURSES } from '../../sandbox/seed/ids';
import { expectFlat, keptOverNavigations } from './navigating';
import { test } from '../support/test';

test('400 navigations between list and form', async ({ page, sandbox }) => {
  test.setTimeout(20 * 60_000);
  const stops = [50, 100, 200, 400];
  const kept = await keptOverNavigations(page, sandbox, COURSES.memberOnboarding, stops);
  for (const [index, { bytes, objects, nodes, listeners, heap }] of kept.entries()) {
    const whole = (heap / 1024 / 1024).toFixed(2);
    process.stdout.write(
      `Heap after ${[0, ...stops][index]} navigations: ${(bytes / 1024).toFixed(1)} kB in ${objects} objects by scripts, ` +
        `${nodes} nodes, ${listeners} listeners; ${whole} MB in all\n`,
    );
  }
  expectFlat(kept, 400);
});
