import { seed } from './random';
import { editInTwoBrowsers } from './twoBrowsers';
import { expect, test } from '../support/test';

// Each part has browsers of its own: two run at a time.
const parts = 8;
const count = 25;

for (let part = 0; part < parts; part++) {
  test(`two people, random sequences, part ${part + 1} of ${parts}`, async ({
    page,
    newVisitor,
    sandbox,
    allow,
  }) => {
    test.setTimeout(30 * 60_000);
    allow.networkErrors();
    const first = seed + part * count;
    const { steps, problems } = await editInTwoBrowsers([page, await newVisitor()], sandbox, {
      count,
      steps: 30,
      seed: first,
    });
    process.stdout.write(`Two browsers: ${count} sequences, ${steps} steps, seed ${first}\n`);
    expect(problems).toEqual([]);
  });
}
