import { ONBOARDING_SECTIONS } from '../sandbox/seed/ids';
import { seed } from './long/random';
import { editInTwoBrowsers } from './long/twoBrowsers';
import { expect, test } from './support/test';

for (const part of [1, 2, 3, 4]) {
  test(`two people, random sequences, part ${part} of 4`, async ({ page, newVisitor, sandbox }) => {
    test.setTimeout(20 * 60_000);
    const steps = await editInTwoBrowsers([page, await newVisitor()], sandbox, ONBOARDING_SECTIONS.welcome, {
      count: 50,
      steps: 30,
      seed: seed + part,
    });
    process.stdout.write(`Two browsers: 50 sequences, ${steps} steps, seed ${seed + part}\n`);
    expect(steps).toBeGreaterThan(50);
  });
}
