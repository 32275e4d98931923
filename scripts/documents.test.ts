import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter(Boolean);
const documents = tracked.filter((file) => file.endsWith('.md') && existsSync(join(root, file)));
const read = (file: string) => readFileSync(join(root, file), 'utf8');

/** What a document points at: links to files, and names in backticks that look like a path of the repository. */
function pointers(file: string): string[] {
  const text = read(file);
  const links = Array.from(text.matchAll(/\]\(([^)#:\s]+)(?:#[^)]*)?\)/g), ([, link = '']) =>
    join(dirname(file), link),
  );
  const paths = Array.from(
    text.matchAll(/`((?:src|e2e|sandbox|server|scripts|bench|deploy|docs|public)\/[\w./-]*)`/g),
    ([, path = '']) => path,
  );
  return [...links, ...paths];
}

describe('the documents', () => {
  it.each(documents)('%s points at what is there', (file) => {
    expect(pointers(file).filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it.each([
    ['README.md', 90],
    ['CONTRIBUTING.md', 120],
  ])('%s is read in one go', (file, most) => {
    const lines = read(file).trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(most);
    // A table row and a link cannot be wrapped.
    const long = lines.filter((line) => line.length > 100 && !line.startsWith('|'));
    expect(long).toEqual([]);
  });

  it('cite nothing that is not in the repository', () => {
    const cited = tracked
      .filter(
        (file) =>
          /^(?:src|sandbox|server|deploy)\/.*\.(?:tsx?|css)$/.test(file) && existsSync(join(root, file)),
      )
      .flatMap((file) =>
        Array.from(read(file).matchAll(/\bdocs\/[\w-]+\.md\b/g), ([path]) => ({ file, path })),
      );
    expect(cited.filter(({ path }) => !existsSync(join(root, path)))).toEqual([]);
    expect(cited.length).toBeGreaterThan(50);
  });
});
