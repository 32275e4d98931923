import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { screenWords } from './screenWords';

/** Words of the API and of the code, which a community manager does not use (docs/wording.md). */
const forbidden =
  /\b(?:PUT|POST|GET|DELETE|PATCH|HTTP|JSON|API|CORS|null|undefined|boolean|DisplayOrder|UnlockType|UnlockAfterDays|SectionContents|CourseId|[Pp]ayloads?|[Rr]ecords?|[Ww]ritten|[Ww]rites?|[Jj]obs?|[Ee]ndpoints?|[Ee]ntity|[Ee]ntities|[Qq]uery|[Qq]ueries|[Pp]arsed?|[Tt]okens?)\b/;

/** Where one of them may stand, and why. */
const exceptions: readonly (readonly [file: string, text: RegExp, why: string])[] = [
  ['api/http/describeError.ts', /\(CORS\)/, 'names the possibility, as docs/api-contract.md 8 asks for'],
];

const src = new URL('../src/', import.meta.url);
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.ts$|\/testing\//.test(file));
const all = files.flatMap((file) => screenWords(file, readFileSync(new URL(file, src), 'utf8')));

describe('the words on the screen', () => {
  it('are none of the API or of the code', () => {
    const wrong = all.filter(
      ({ file, text }) =>
        forbidden.test(text) && !exceptions.some(([where, what]) => where === file && what.test(text)),
    );
    expect(wrong).toEqual([]);
  });

  it('are excepted only where they stand', () => {
    const isUsed = ([where, what]: (typeof exceptions)[number]) =>
      all.some(({ file, text }) => where === file && what.test(text) && forbidden.test(text));
    expect(exceptions.filter((exception) => !isUsed(exception))).toEqual([]);
  });

  it('are all seen', () => {
    const texts = new Set(all.map(({ text }) => text));
    for (const text of [
      'There is a problem',
      'Nothing was saved.',
      'Your account lacks the role ….',
      'Select all',
      'Password',
      'Enter whole days, such as 7',
      '… moved from position … to …',
    ])
      expect(texts).toContain(text);
    expect(all.length).toBeGreaterThan(600);
  });
});

const textsOf = (source: string) => screenWords('a.tsx', source).map(({ text }) => text);

describe('one file', () => {
  it('has words between tags, in spoken attributes, in templates and in longer texts', () => {
    expect(textsOf('const a = <p title="Record">Written <b>now</b></p>;')).toEqual([
      'Record',
      'Written',
      'now',
    ]);
    expect(textsOf('const a = `Sent ${n} records`; const b = { text: "no record of it" };')).toEqual([
      'Sent … records',
      'no record of it',
    ]);
    expect(textsOf('const a = <P title={is ? "Payload" : `Job ${n}`} />;').join()).toMatch(/Job …/);
  });

  it('has none in types, imports, errors, and names of the code', () => {
    expect(
      textsOf(`
        import x from 'two words';
        type T = 'a type' | 'of the code';
        const a = record['DisplayOrder'];
        if (a === 'written') throw new TypeError('No Records in the list.');
        const b = (c as 'a type') ?? 'written';
      `),
    ).toEqual([]);
  });
});
