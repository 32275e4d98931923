import { COURSES } from '../sandbox/seed/ids';
import { heapAfterNavigations } from './long/navigating';
import { expect, test } from './support/test';

const mb = (bytes: number) => (bytes / 1024 / 1024).toFixed(2);

test('200 navigations between list and form', async ({ page, sandbox }) => {
  test.setTimeout(20 * 60_000);
  const { before, after } = await heapAfterNavigations(page, sandbox, COURSES.memberOnboarding, 200);
  process.stdout.write(`Heap: ${mb(before)} MB before, ${mb(after)} MB after 200 navigations\n`);
  expect(after - before).toBeLessThan(2 * 1024 * 1024);
});
