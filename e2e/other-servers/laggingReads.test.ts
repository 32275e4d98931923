import { describe, expect, test } from 'vitest';
import type { Lag } from '../../sandbox/replica';
import { brokenPromises, FALSE_ALONE, unlisted } from './law';
import type { Confirmed } from './confirmed';
import { openTab, setServer } from './tab';
import { WRITES, type Write } from './writes';

type Pair = readonly [name: string, first: Write, second: Write];

const pairsOf = (firsts: readonly Write[]): Pair[] =>
  firsts.flatMap((first) =>
    WRITES.map((second) => [`${second.name} right after ${first.name}`, first, second] as const),
  );
/** The others write in the same ways as one of these. */
const firsts = WRITES.filter(
  ({ name }) => !/title|Tidy|earlier|Finish|Put|Undo|delete of several|another course/.test(name),
);
const many = pairsOf(firsts);
const some = pairsOf(firsts.slice(0, 1));

async function open(lag: Lag) {
  const tab = await openTab([10, 20, 30, 40, 40]);
  // From here on: what was stored before is known to every server.
  await setServer({ readLag: lag, listLag: lag });
  const confirmed: Confirmed = { sections: new Map(), order: null };
  const [, , third = 0] = tab.ids;
  return { tab, confirmed, third };
}

/** Does one write and then another to the same section, or to what the first has made of it. */
async function runPair(first: Write, second: Write, lag: Lag) {
  const { tab, confirmed, third } = await open(lag);
  const subject = await first.run(tab, third, confirmed);
  const isSecondDone = (await second.run(tab, subject ?? third, confirmed)) !== null;
  return { tab, confirmed, done: [subject !== null, isSecondDone] };
}

const passing: readonly (readonly [name: string, lag: Lag, pairs: readonly Pair[]])[] = [
  ['are up to date', 'none', some],
  ['are old once after each write', { answers: 1 }, many],
  ['are old three times after each write', { answers: 3 }, some],
  ['are 1.5 s old', { ms: 1500 }, some],
  ['come from two servers in turns', 'turns', some],
];
for (const [name, lag, pairs] of passing) {
  describe(`where answers ${name}`, () => {
    test.each(pairs)('%s is carried out, and shown', async (_name, first, second) => {
      const { tab, confirmed, done } = await runPair(first, second, lag);
      expect.soft(done, [...tab.said].join(' · ')).toEqual([true, true]);
      expect.soft((await brokenPromises(tab, confirmed, FALSE_ALONE)).join('\n')).toBe('');
      expect.soft((await unlisted(tab, confirmed)).join('\n')).toBe('');
    });
  });
}

/** Whether a section that was not found right after it was created has been deleted since is not known. */
const FALSE_LONG = FALSE_ALONE.filter((one) => !one.test('It may have been deleted'));

/** These are done when they are read back, which is never here; what else comes first is. */
const UNSEEN = new Set(['the switch', 'a change of several']);

describe('where answers stay old', () => {
  test.each(many)('%s undoes nothing, and says nothing that is not so', async (_name, first, second) => {
    const { tab, confirmed, done } = await runPair(first, second, 'held');
    const words = [...tab.said].join(' · ');
    if (UNSEEN.has(first.name)) expect.soft(words).toMatch(/could not confirm|shows an older version/);
    else expect.soft(done[0], words).toBe(true);
    expect.soft((await brokenPromises(tab, confirmed, FALSE_LONG)).join('\n')).toBe('');
    expect.soft((await unlisted(tab, confirmed)).join('\n')).toBe('');
    await setServer({ readLag: 'none', listLag: 'none' });
    await tab.refresh();
    expect.soft((await unlisted(tab, confirmed)).join('\n'), 'once they are new').toBe('');
  });
});

describe('where answers stay old, after a reload', () => {
  const saves = WRITES.filter(({ name }) => /save of the (?:introduction|image)/.test(name));
  test.each(pairsOf(saves))('%s undoes nothing', async (_name, first, second) => {
    const { tab, confirmed, third } = await open('held');
    expect.soft(await first.run(tab, third, confirmed), [...tab.said].join(' · ')).toBe(third);
    tab.reload();
    await second.run(tab, third, confirmed);
    expect.soft((await brokenPromises(tab, confirmed, FALSE_LONG)).join('\n')).toBe('');
  });
});
