import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n')
  .filter(Boolean);

/** What an import finds where names ignore case: `./saveStatus` is SaveStatus.tsx as well as saveStatus.ts. */
const foundAs = (path: string) => path.toLowerCase().replace(/\.tsx?$/, '');

/** Paths that stand for one file on macOS or Windows. */
function collisions(paths: readonly string[]): string[][] {
  const byName = new Map<string, string[]>();
  for (const path of paths) byName.set(foundAs(path), [...(byName.get(foundAs(path)) ?? []), path]);
  return [...byName.values()].filter((group) => group.length > 1);
}

const reserved = /(?:^|\/)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|\/|$)|[<>:"|?*\\]|[. ](?:\/|$)/i;

/** Why cmd.exe, which runs npm's scripts on Windows, does not understand a command; null when it does. */
function cmdProblem(script: string): string | null {
  if (script.includes("'")) return 'single quotes are no quotes';
  if (/[*?$`;|<>~]|(?<!&)&(?!&)/.test(script)) return 'a sign that only a POSIX shell understands';
  const commands = script.split('&&').map((command) => command.trim());
  if (commands.some((command) => /^\w+=|^\.|^(?:rm|cp|mv|cat|export|sh) /.test(command)))
    return 'a command that only a POSIX shell understands';
  return null;
}

describe('the paths of the project', () => {
  it('are each one file, whether names ignore case or not', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(collisions(files)).toEqual([]);
  });

  it('are such as Windows allows', () => {
    expect(files.filter((path) => reserved.test(path))).toEqual([]);
  });

  it('would be found to collide', () => {
    const paths = [
      'src/SaveStatus.tsx',
      'src/saveStatus.ts',
      'src/saveStatus.test.ts',
      'docs/A.md',
      'Docs/a.md',
    ];
    expect(collisions(paths)).toEqual([
      ['src/SaveStatus.tsx', 'src/saveStatus.ts'],
      ['docs/A.md', 'Docs/a.md'],
    ]);
  });

  it.each(['src/aux.ts', 'src/a:b.ts', 'src/what?.ts', 'src/end./a.ts', 'nul'])('would not be %s', (path) => {
    expect(path).toMatch(reserved);
  });
});

describe('the npm scripts', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

  it.each(['start', 'dev', 'build', 'typecheck', 'lint', 'test:unit'])('%s runs on Windows', (name) => {
    expect(cmdProblem(scripts[name] ?? 'missing: ;')).toBeNull();
  });

  it.each([
    "vitest run 'src/**'",
    'NODE_ENV=test vitest run',
    'tsc && CI=1 vitest run',
    'oxlint src/**/*.ts',
    './scripts/run.sh',
    'rm -rf dist && vite build',
    'vite build; vite preview',
    'vite & vitest',
    'vitest | cat',
    'vite --port $PORT',
  ])('would not be %s', (script) => {
    expect(cmdProblem(script)).not.toBeNull();
  });
});
