import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ACCOUNTS, PASSWORD, TOTP_CODE } from './accounts.ts';
import { DEFAULT_OPTIONS } from './options.ts';
import { SENTINELS } from './sentinels.ts';

const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8');

test('the README names every account, the password and the code', () => {
  const missing = ACCOUNTS.filter((account) => !readme.includes(`\`${account.name}@`));
  expect(missing).toEqual([]);
  expect(readme).toContain(`\`${PASSWORD}\``);
  expect(readme).toContain(`\`${TOTP_CODE}\``);
});

test('the README names every fault of a title and every option of a world', () => {
  const names = [...Object.keys(SENTINELS), ...Object.keys(DEFAULT_OPTIONS)];
  expect(names.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
});
