import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importProblems, importsOf } from './imports';

const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'src', 'sandbox'], {
  encoding: 'utf8',
}).split('\n');
const files = listed.filter((file) => /\.(?:tsx?|css)$/.test(file) && existsSync(file));
const project = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));

describe('the imports of the project', () => {
  it('go one way', () => {
    expect(importProblems(project)).toEqual([]);
  });

  it('are all seen, and lead to a file', () => {
    const imports = importsOf(project);
    expect(imports.filter(({ target }) => target !== null && !project.has(target))).toEqual([]);
    const lines = [...project.values()].flatMap(
      (text) => text.match(/^(?:import|export|\}) .*from '.*';$|^import '.*';$/gm) ?? [],
    );
    expect(imports.filter(({ kind, file }) => kind !== 'dynamic' && !file.endsWith('.css')).length).toBe(
      lines.length,
    );
  });
});

/** The problems of a made-up tree: each file with the lines that it is made of. */
const problemsOf = (tree: Record<string, string>) => importProblems(new Map(Object.entries(tree)));
const nothing = 'export const x = 1;';

describe('one import', () => {
  const rules: readonly (readonly [file: string, text: string, problem: string])[] = [
    ['src/lib/a.ts', "import { x } from '#/api/b';", 'src/lib is not above src/api'],
    ['src/lib/a.ts', "import { useState } from 'react';", 'src/lib does without react'],
    ['src/api/a.ts', "import type { x } from '#/ui/b';", 'src/api is not above src/ui'],
    [
      'src/api/a.ts',
      "import { x } from '@tanstack/react-query';",
      'src/api does without @tanstack/react-query',
    ],
    ['src/ui/a.tsx', "import { x } from '#/api/b';", 'src/ui is not above src/api'],
    ['src/ui/a.tsx', "import { Link } from 'react-router-dom';", 'src/ui does without react-router-dom'],
    ['src/ui/a.tsx', "import { x } from 'react-hook-form';", 'src/ui does without react-hook-form'],
    [
      'src/ui/a.tsx',
      "import { x } from '@tanstack/react-query';",
      'src/ui does without @tanstack/react-query',
    ],
    ['src/forms/a.tsx', "import { x } from '#/features/saving/b';", 'src/forms is not above src/features'],
    [
      'src/forms/a.tsx',
      "import { x } from '@tanstack/react-query';",
      'src/forms does without @tanstack/react-query',
    ],
    ['src/features/saving/a.ts', "import { x } from '#/layouts/b';", 'src/features is not above src/layouts'],
    ['src/features/saving/a.ts', "const x = import('#/app/b');", 'src/features is not above src/app'],
    ['src/layouts/a.ts', "export { x } from '#/app/b';", 'src/layouts is not above src/app'],
    ['src/paths.ts', "import { x } from '#/features/saving/b';", 'src/paths is not above src/features'],
    ['src/preview/a.ts', "import { x } from '#/ui/b';", 'src/preview is not above src/ui'],
    ['src/news/a.ts', "import { x } from '#/lib/b';", 'src/news has no place among the layers'],
    [
      'src/features/sections/a.ts',
      "import { x } from '#/features/courses/b';",
      'sections is not above courses',
    ],
    [
      'src/features/sections/a.ts',
      "import type { x } from '#/features/saving/b';",
      'sections is not above saving',
    ],
    [
      'src/features/history/a.tsx',
      "import styles from '#/features/section-list/b.module.css';",
      'history is not above section-list',
    ],
    [
      'src/features/history/a.module.css',
      ".a { composes: b from '#/features/section-list/b.module.css'; }",
      'history is not above section-list',
    ],
    [
      'src/features/attic/a.ts',
      "import { x } from '#/features/sections/b';",
      'attic has no place among the rooms',
    ],
    ['src/lib/diff/a.ts', "import { x } from '../b';", 'another folder is imported by #/…'],
    ['src/lib/a.ts', "import { x } from './../../server/b';", 'src/ imports nothing from beside it'],
    ['sandbox/a.ts', "import { x } from '../src/lib/b.ts';", 'the sandbox imports nothing of the app'],
    ['sandbox/a.ts', "import type { x } from '#/lib/b';", 'the sandbox imports nothing of the app'],
  ];

  it.each(rules)('in %s, %s', (file, text, problem) => {
    const specifier = /'([^']+)'/.exec(text)?.[1];
    expect(problemsOf({ [file]: text })).toEqual([`${file} imports ${specifier}: ${problem}`]);
  });

  it.each([
    ['src/lib/a.ts', "import { x } from './b';"],
    ['src/api/a.ts', "import { x } from '#/lib/b';"],
    ['src/forms/a.ts', "import { x } from '#/ui/b';\nimport { y } from 'react-hook-form';"],
    ['src/features/section-form/a.ts', "import { x } from '#/features/history/b';"],
    ['src/app/a.ts', "import { x } from '#/layouts/b';"],
    ['src/lib/a.ts', "// import { x } from '#/api/b';\n/* import { y } from '#/ui/b'; */"],
  ])('is right in %s: %s', (file, text) => {
    expect(problemsOf({ [file]: text })).toEqual([]);
  });
});

describe('a file that only passes on what others export', () => {
  const barrel = "/** All. */\nexport { x } from './b';\nexport * from './c';";
  const tree = { 'src/lib/all.ts': barrel, 'src/lib/b.ts': nothing, 'src/lib/c.ts': nothing };

  it('is wrong when it is imported plainly', () => {
    expect(problemsOf({ ...tree, 'src/lib/a.ts': "import { x } from './all';" })).toEqual([
      'src/lib/all.ts: a barrel file',
    ]);
  });

  it('is right as the root of what is loaded late', () => {
    expect(
      problemsOf({
        ...tree,
        'src/lib/a.ts': "import type * as All from './all';\nconst load = () => import('./all');",
      }),
    ).toEqual([]);
  });
});

describe('a circle', () => {
  it.each([
    ['of two', { a: "import { x } from './b';", b: "import { x } from './a';" }, 'a, b'],
    ['of types', { a: "import type { X } from './b';", b: "import { x } from './a';" }, 'a, b'],
    ['closed late', { a: "import { x } from './b';", b: "const x = import('./a');" }, 'a, b'],
    [
      'of many',
      {
        a: "import { x } from './b';",
        b: "export { x } from './c';\nconst y = 1;",
        c: "import { x } from './a';",
      },
      'a, b, c',
    ],
  ])('%s is wrong', (_name, tree, members) => {
    const files = Object.entries(tree).map(([name, text]) => [`src/lib/${name}.ts`, text]);
    const names = members.split(', ').map((name) => `src/lib/${name}.ts`);
    expect(problemsOf(Object.fromEntries(files) as Record<string, string>)).toEqual([
      `a circle: ${names.join(', ')}`,
    ]);
  });

  it('is none when two ways lead to one file', () => {
    const tree = {
      'src/lib/a.ts': "import { x } from './b';\nimport { y } from './c';",
      'src/lib/b.ts': "import { x } from './c';",
      'src/lib/c.ts': nothing,
    };
    expect(problemsOf(tree)).toEqual([]);
  });
});
