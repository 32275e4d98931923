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
  '_app.js': { file: 'app.js', name: 'app', imports: ['_shared.js', '_react.js'], css: ['app.css'] },
  'src/EditPage.tsx': {
    file: 'edit.js',
    name: 'EditPage',
    imports: ['_app.js', '_form.js'],
    css: ['app.css', 'edit.css'],
  },
  'src/Editor.tsx': { file: 'editor.js' },
  '_shared.js': { file: 'shared.js' },
  '_react.js': { file: 'react.js', imports: ['_shared.js'] },
  '_form.js': { file: 'form.js', css: ['form.css'] },
};
const chunks = ['index.html', 'app', 'src/EditPage.tsx'];

describe('the files of a page', () => {
  it('are its chunks, by source or by name, and all that they import statically, each once', () => {
    const { scripts, styles, missing } = filesOfPage(manifest, chunks);
    expect([...scripts].sort()).toEqual(['app.js', 'boot.js', 'edit.js', 'form.js', 'react.js', 'shared.js']);
    expect([...styles].sort()).toEqual(['app.css', 'edit.css', 'form.css', 'shell.css']);
    expect(missing).toEqual([]);
  });

  it('leave out what comes later', () => {
    expect(filesOfPage(manifest, chunks).scripts).not.toContain('editor.js');
  });

  it('name a chunk that the build does not have', () => {
    expect(filesOfPage(manifest, ['src/GonePage.tsx', 'layout']).missing).toEqual([
      'src/GonePage.tsx',
      'layout',
    ]);
  });
});

const kb = () => 1024;
const oneByteMore = (file: string) => 1024 + (file === 'edit.js' || file === 'edit.css' ? 1 : 0);

describe('the size of a page', () => {
  const budget = { page: 'Edit', chunks, scriptKb: 6, styleKb: 4 };

  it('is right when it is exactly the budget', () => {
    const [size] = measurePages(manifest, [budget], kb);
    expect(size).toMatchObject({ scriptBytes: 6144, styleBytes: 4096, problems: [] });
  });

  it('is a problem one byte above, for scripts and styles alike', () => {
    const [size] = measurePages(manifest, [budget], oneByteMore);
    expect(size?.problems).toEqual(['scripts over 6 kB', 'styles over 4 kB']);
  });

  it('is a problem when the page is not in the build at all', () => {
    const sizes = measurePages(manifest, [{ ...budget, chunks: ['src/Gone.tsx'] }], kb);
    expect(sizes[0]?.problems).toEqual(['no chunk src/Gone.tsx in the build']);
    expect(sizeTable(sizes)).toContain('Gone');
  });
});

describe('the budgets', () => {
  it('are of every page in the build, by default what a list may cost', () => {
    const sources = [
      'src/features/form/EditSectionPage.tsx',
      'src/features/plan/NewPage.tsx',
      'src/Part.tsx',
    ];
    const budgets = pageBudgets(Object.fromEntries(sources.map((source) => [source, { file: 'x.js' }])));
    expect(budgets.map(({ page, scriptKb }) => [page, scriptKb])).toEqual([
      ['EditSectionPage', 148],
      ['NewPage', 160],
    ]);
  });

  it('count the layout for every page but the one before it', () => {
    const budgets = pageBudgets({
      'a/SignInPage.tsx': { file: 'x.js' },
      'a/CoursesPage.tsx': { file: 'y.js' },
    });
    expect(budgets.map((budget) => budget.chunks)).toEqual([
      ['index.html', 'app', 'a/SignInPage.tsx'],
      ['index.html', 'app', 'layout', 'a/CoursesPage.tsx'],
    ]);
  });
});

describe('the size check', () => {
  const directory = mkdtempSync(join(tmpdir(), 'sizes-'));
  const build = (bytes: number, pageCount = 5) => {
    const folder = join(directory, 'dist');
    mkdirSync(join(folder, '.vite'), { recursive: true });
    const pages = ['SignIn', 'Two', 'Three', 'Four', 'Five']
      .slice(0, pageCount)
      .map((name) => `src/${name}Page.tsx`);
    const names = ['index.html', 'app', 'layout', ...pages];
    const entries = names.map((name, index) => [name, { file: `${index}.js` }]);
    writeFileSync(join(folder, '.vite', 'manifest.json'), JSON.stringify(Object.fromEntries(entries)));
    for (const index of names.keys()) writeFileSync(join(folder, `${index}.js`), randomBytes(bytes));
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
    expect(output).toContain('SignInPage');
    expect(ok).toBe(true);
  });

  it('fails when a page has no chunk of its own, so that none goes unmeasured', () => {
    expect(() => readSizes(build(100, 4))).toThrow('The build has 4 pages, src/paths.ts 5.');
  });

  it('fails when a page is over its budget', async () => {
    build(50_000);
    const { ok, output } = await run();
    expect(output).toContain('over 115 kB');
    expect(ok).toBe(false);
  });
});
