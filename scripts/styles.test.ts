import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importsOf } from './imports';

const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'src'], { encoding: 'utf8' });
const paths = listed.split('\n').filter((file) => /\.(?:tsx?|css)$/.test(file) && existsSync(file));
const project = new Map(paths.map((file) => [file, readFileSync(file, 'utf8')]));
const sheets = [...project]
  .filter(([file]) => file.endsWith('.css'))
  .map(([file, text]) => [file, text.replaceAll(/\/\*[^]*?\*\//g, '')] as const);

/**
 * Inherited, so that they reach into text boxes, which clip; and done by some browsers only, so that the others show
 * nothing of it.
 */
const REACHES_INTO_BOXES =
  /(?<![\w-])(?:hanging-punctuation|text-indent|text-box[\w-]*|initial-letter|text-autospace|text-spacing[\w-]*|-webkit-text-(?:fill-color|stroke[\w-]*|security)|(?:-webkit-)?line-clamp)\s*:/g;

const declaredIn = (text: string) => text.match(REACHES_INTO_BOXES) ?? [];

/** `styles.name` and `styles['name']` of a script, for the local name of an imported sheet. */
const namesUsed = (text: string, local: string) =>
  [
    ...text
      .replaceAll(/^import .*$/gm, '')
      .matchAll(new RegExp(String.raw`\b${local}(?:\.(\w+)|\['([^']+)'\])`, 'g')),
  ].map(([, plain, quoted]) => plain ?? quoted ?? '');

const classesOf = (sheet: string) =>
  new Set([...sheet.matchAll(/\.([a-zA-Z][\w-]*)/g)].map(([, name]) => name));

describe('the style sheets', () => {
  it('set nothing that hides a part of what stands in a text box', () => {
    expect(sheets.length).toBeGreaterThan(30);
    expect(sheets.flatMap(([file, text]) => declaredIn(text).map((found) => `${file} ${found}`))).toEqual([]);
    expect(declaredIn('p {text-indent:1em; text-box-trim: trim-both; my-text-indent: 1em}')).toHaveLength(2);
  });

  it('have every class that a script takes from them', () => {
    const uses = importsOf(project).flatMap(({ file, target }) => {
      if (!target?.endsWith('.module.css')) return [];
      const text = project.get(file) ?? '';
      const name = target.slice(target.lastIndexOf('/') + 1).replaceAll('.', String.raw`\.`);
      const local = new RegExp(String.raw`import (\w+) from '[^']*\b${name}'`).exec(text)?.[1] ?? '';
      const classes = classesOf(sheets.find(([path]) => path === target)?.[1] ?? '');
      return namesUsed(text, local).map((used) => ({ use: `${file} ${used}`, isThere: classes.has(used) }));
    });
    expect(uses.length).toBeGreaterThan(200);
    expect(uses.filter(({ isThere }) => !isThere).map(({ use }) => use)).toEqual([]);
  });
});
