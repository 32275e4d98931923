import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const files = execFileSync('git', ['ls-files', 'src'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((file) => file.endsWith('.test.ts'));

// The other files share their modules: what one of them mocked, the next would get (vite.config.ts).
it('mocks modules only in files that run isolated', () => {
  const mocking = files.filter((file) => {
    const text = readFileSync(root + file, 'utf8');
    return /\bvi\.mock\(|\/commandTestBench'/.test(text);
  });
  expect(mocking.length).toBeGreaterThan(5);
  expect(mocking.filter((file) => !file.endsWith('.mocked.test.ts'))).toEqual([]);
});
