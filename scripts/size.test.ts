import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readSizes } from './checkSize';
import { runCommand } from './command';
import { filesOfPage, measurePages, sizeTable } from './sizeGraph';
import { pageBudgets } from './sizePages';

const manifest = {
  'index.html': { file: 'boot.js', imports: ['_shared.js'], css: ['shell.css'] },
  'src/app/main.tsx': { file: 'main.js', imports: ['_shared.js', '_react.js'], css: ['main.css'] },
  'src/Edit.tsx': {
    file: 'edit.js',
    imports: ['src/app/main.tsx', '_form.js'],
    css: ['main.css', 'edit.css'],
  },
  'src/Editor.tsx': { file: 'editor.js' },
  '_shared.js': { file: 'shared.js' },
  '_react.js': { file: 'react.js', imports: ['_shared.js'] },
  '_form.js': { file: 'form.js', css: ['form.css'] },
};
const sources = ['index.html', 'src/app/main.tsx', 'src/Edit.tsx'];

describe('the files of a page', () => {
  it('are its chunks and all that they import statically, each once', () => {
    const { scripts, styles, missing } = filesOfPage(manifest, sources);
    expect([...scripts].sort()).toEqual([
      'boot.js',
      'edit.js',
      'form.js',
      'main.js',
      'react.js',
      'shared.js',
    ]);
    expect([...styles].sort()).toEqual(['edit.css', 'form.css', 'main.css', 'shell.css']);
    expect(missing).toEqual([]);
  });

  it('leave out what comes later', () => {
    expect(filesOfPage(manifest, sources).scripts).not.toContain('editor.js');
  });

  it('name a source that the build does not have', () => {
    expect(filesOfPage(manifest, ['src/Gone.tsx']).missing).toEqual(['src/Gone.tsx']);
  });
});

const kb = () => 1024;
const oneByteMore = (file: string) => 1024 + (file === 'edit.js' || file === 'edit.css' ? 1 : 0);

describe('the size of a page', () => {
  const budget = { page: 'Edit', sources, scriptKb: 6, styleKb: 4 };

  it('is right when it is exactly the budget', () => {
    const [size] = measurePages(manifest, [budget], kb);
    expect(size).toMatchObject({ scriptBytes: 6144, styleBytes: 4096, problems: [] });
  });

  it('is a problem one byte above, for scripts and styles alike', () => {
    const [size] = measurePages(manifest, [budget], oneByteMore);
    expect(size?.problems).toEqual(['scripts over 6 kB', 'styles over 4 kB']);
  });

  it('is a problem when the page is not in the build at all', () => {
    const sizes = measurePages(manifest, [{ ...budget, sources: ['src/Gone.tsx'] }], kb);
    expect(sizes[0]?.problems).toEqual(['src/Gone.tsx has no chunk of its own in the build']);
    expect(sizeTable(sizes)).toContain('Gone');
  });
});

describe('the size check', () => {
  const directory = mkdtempSync(join(tmpdir(), 'sizes-'));
  const build = (bytes: number) => {
    const folder = join(directory, 'dist');
    mkdirSync(join(folder, '.vite'), { recursive: true });
    const keys = [...new Set(pageBudgets.flatMap((budget) => budget.sources))];
    const entries = keys.map((key, index) => [key, { file: `${index}.js` }]);
    writeFileSync(join(folder, '.vite', 'manifest.json'), JSON.stringify(Object.fromEntries(entries)));
    for (const index of keys.keys()) writeFileSync(join(folder, `${index}.js`), randomBytes(bytes));
    return folder;
  };
  afterEach(() => rmSync(join(directory, 'dist'), { recursive: true }));

  const run = () =>
    runCommand(
      process.execPath,
      [join(process.cwd(), 'scripts/run.mjs'), join(process.cwd(), 'scripts/size.ts')],
      {
        output: 'keep',
        timeoutMs: 60_000,
        cwd: directory,
      },
    );

  it('measures after gzip, and passes below the budgets', async () => {
    const [signIn] = readSizes(build(30_000));
    expect(signIn?.scriptBytes).toBeGreaterThan(90_000);
    expect(signIn?.scriptBytes).toBeLessThan(92_000);
    const { ok, output } = await run();
    expect(output).toContain('Sign in');
    expect(ok).toBe(true);
  });

  it('fails when a page is over its budget', async () => {
    build(50_000);
    const { ok, output } = await run();
    expect(output).toContain('over 115 kB');
    expect(ok).toBe(false);
  });
});
