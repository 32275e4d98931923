import { COURSES, ONBOARDING_SECTIONS } from '../../sandbox/seed/ids';
import { cutAfterCommit, expectNoTwin } from './cutting';
import { killWhileTyping } from './killing';
import { expectFlat, keptOverNavigations } from './navigating';
import { seed } from './random';
import { editInTwoBrowsers } from './twoBrowsers';
import { expect, test } from '../support/test';

// The short versions of `npm run proof`.
const { welcome } = ONBOARDING_SECTIONS;

test('row 9: killing the browser costs next to no typing', async ({ sandbox, baseURL }) => {
  test.slow();
  const losses = await killWhileTyping(sandbox, `${baseURL}/sections/${welcome}/edit`, 2, seed);
  for (const { typed, ms } of losses) {
    expect(typed).toBeGreaterThan(0);
    // Twice the promise: here the browser shares the machine with the other tests.
    expect(ms).toBeLessThanOrEqual(2000);
  }
});

test('row 1: sections whose answers are lost after the commit are all recognised', async ({
  page,
  sandbox,
  allow,
}) => {
  test.slow();
  allow.networkErrors();
  expectNoTwin(await cutAfterCommit(page, sandbox, COURSES.podcastStudio, 4), 4);
});

test('row 100: going to and fro between list and form does not fill the memory', async ({
  page,
  sandbox,
}) => {
  test.slow();
  expectFlat(await keptOverNavigations(page, sandbox, COURSES.memberOnboarding, [20]), 20);
});

test('row 4: two people who edit in random order overwrite nothing unseen', async ({
  page,
  newVisitor,
  sandbox,
  allow,
}) => {
  test.slow();
  allow.networkErrors();
  const sequences = { count: 2, steps: 10, seed };
  const { problems } = await editInTwoBrowsers([page, await newVisitor()], sandbox, sequences);
  expect(problems).toEqual([]);
});
