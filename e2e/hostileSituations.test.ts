import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');

/** The numbers in the titles of a file: `row 12, 14: …`. */
const rowsIn = (file: string): number[] =>
  Array.from(read(file).matchAll(/\brow (\d+(?:, \d+)*):/g)).flatMap(([, rows = '']) =>
    rows.split(', ').map(Number),
  );

/** The numbers of each file of browser tests, by its path without the ending. */
const titled = new Map(
  readdirSync(new URL('.', import.meta.url), { encoding: 'utf8', recursive: true })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.e2e.ts'))
    .map((name) => [name.replace(/\.e2e\.ts$/, ''), new Set(rowsIn(name))]),
);

const row = /^\| (\d+) \| [SNDUEX] \| [^|]+ \| [^|]+ \| ([^|]+) \|$/gm;
const table = Array.from(read('../docs/hostile-situations.md').matchAll(row)).map(
  ([, number, shownBy = '']) => ({
    number: Number(number),
    shownBy,
    named: Array.from(shownBy.matchAll(/`([\w-]+\/[\w-]+)`/g), ([, file = '']) => file),
  }),
);

describe('docs/hostile-situations.md', () => {
  it('has the rows 1 to 104, each once', () => {
    expect(table.map(({ number }) => number)).toEqual(Array.from({ length: 104 }, (_, index) => index + 1));
  });

  it('names exactly the files of tests whose titles carry the number', () => {
    for (const { number, named } of table) {
      const carrying = [...titled].filter(([, rows]) => rows.has(number)).map(([file]) => file);
      expect(named.toSorted(), `row ${number}`).toEqual(carrying.toSorted());
    }
  });

  it('gives a reason where there is no test', () => {
    for (const { number, shownBy } of table.filter(({ named }) => named.length === 0))
      expect(shownBy, `row ${number} needs a test or a reason`).toMatch(/^(No|Nothing) .+\.$/);
  });

  it('has a row for every number in a title', () => {
    const known = new Set(table.map(({ number }) => number));
    for (const [file, rows] of titled)
      expect({ file, unknown: [...rows].filter((number) => !known.has(number)) }).toEqual({
        file,
        unknown: [],
      });
  });
});
