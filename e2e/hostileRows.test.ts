import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');

/** The numbers in the titles of a file: `row 12, 14: …`. */
const rowsIn = (file: string): number[] =>
  Array.from(read(file).matchAll(/\brow (\d+(?:, \d+)*):/g)).flatMap(([, rows = '']) =>
    rows.split(', ').map(Number),
  );

const files = readdirSync(new URL('.', import.meta.url), { encoding: 'utf8', recursive: true })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.e2e.ts'));
const titled = new Map(files.map((file) => [file, new Set(rowsIn(file))]));

const table = Array.from(read('hostileRows.md').matchAll(/^\| (\d+) \| ([^|]+) \| ([^|]+) \|$/gm)).map(
  ([, row, , shownBy = '']) => ({
    row: Number(row),
    shownBy,
    named: shownBy.match(/[\w/-]+\.e2e\.ts/g) ?? [],
  }),
);

describe('the table of hostile situations', () => {
  it('has the rows 1 to 104, each once', () => {
    expect(table.map(({ row }) => row)).toEqual(Array.from({ length: 104 }, (_, index) => index + 1));
  });

  it('names tests that carry the number', () => {
    const wrong = table.flatMap(({ row, named }) =>
      named
        .filter((file) => !titled.get(file)?.has(row))
        .map((file) => `row ${row} is in no title of ${file}`),
    );
    expect(wrong).toEqual([]);
  });

  it('gives a reason where there is no test, and only there', () => {
    for (const { row, shownBy, named } of table.filter(({ named }) => named.length === 0)) {
      expect(shownBy, `row ${row} needs a test or a reason`).toMatch(/^(No|Nothing) .+\.$/);
      const tests = files.filter((file) => titled.get(file)?.has(row));
      expect(tests, `row ${row} has a test now: name it in hostileRows.md`).toEqual(named);
    }
  });

  it('knows every number in a title', () => {
    const known = new Set(table.map(({ row }) => row));
    for (const [file, rows] of titled)
      expect({ file, unknown: [...rows].filter((row) => !known.has(row)) }).toEqual({ file, unknown: [] });
  });
});
