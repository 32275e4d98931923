import type { Page } from '@playwright/test';
import { COURSES, ONBOARDING_SECTIONS } from '../../sandbox/seed/ids';
import { cutAfterCommit, expectNoTwin } from './cutting';
import { killWhileTyping } from './killing';
import { expectFlat, keptOverNavigations } from './navigating';
import { seed } from './random';
import { editInTwoBrowsers } from './twoBrowsers';
import { draftsIn } from '../support/drafts';
import { expect, test } from '../support/test';

// The short versions of `npm run proof`.
const { welcome } = ONBOARDING_SECTIONS;

const hasDraft = async (page: Page) => (await draftsIn(page)).length > 0;

test('row 9: a browser that is killed still has what was typed', async ({ sandbox, baseURL }) => {
  test.slow();
  const url = `${baseURL}/sections/${welcome}/edit`;
  const losses = await killWhileTyping(sandbox, url, 2, seed, hasDraft);
  expect(losses).toHaveLength(2);
  // How much is lost is a matter of time, which `npm run proof -- killing` measures.
  for (const { kept } of losses) expect(kept).toBeGreaterThan(0);
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
