import { COURSES } from '../../sandbox/seed/ids';
import { cutAfterCommit, expectNoTwin } from './cutting';
import { test } from '../support/test';

test('100 sections whose answers are lost after the commit', async ({ page, sandbox, allow }) => {
  test.setTimeout(20 * 60_000);
  allow.networkErrors();
  const cuts = await cutAfterCommit(page, sandbox, COURSES.podcastStudio, 100);
  process.stdout.write(
    `Created: ${cuts.recognised} recognised, ${cuts.shownTwice} sent twice by the browser itself and shown as such\n`,
  );
  expectNoTwin(cuts, 100);
});
