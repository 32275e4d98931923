import { ONBOARDING_SECTIONS } from '../../sandbox/seed/ids';
import { killWhileTyping } from './killing';
import { seed } from './random';
import { expect, test } from '../support/test';

test('killing the browser 50 times while somebody types', async ({ sandbox, baseURL }, info) => {
  test.setTimeout(20 * 60_000);
  const url = `${baseURL}/sections/${ONBOARDING_SECTIONS.welcome}/edit`;
  const losses = await killWhileTyping(sandbox, url, 50, seed);
  const lost = losses.map(({ ms }) => Math.round(ms)).sort((a, b) => a - b);
  info.annotations.push({ type: 'typing lost, ms', description: lost.join(' ') });
  process.stdout.write(`Typing lost: at most ${lost.at(-1)} ms, median ${lost[25]} ms, in 50 kills\n`);
  expect(lost).toHaveLength(50);
  expect(lost.at(-1)).toBeLessThanOrEqual(1000);
});
