import { describe, expect, it } from 'vitest';
import type { DraftDatabase } from './drafts/draftDatabase';
import { memoryDrafts } from './drafts/memoryDrafts';
import {
  createLocalHistory,
  earlierThan,
  MAX_VERSIONS_OF_ACCOUNT,
  MAX_VERSION_CHARS,
  MAX_VERSIONS,
  type HistoryKind,
} from './localHistory';

interface Page {
  readonly text: string;
  readonly reader?: string;
}

const pages: HistoryKind<Page> = {
  pack: (page) => ({ page }),
  read: (stored) =>
    'page' in stored && typeof stored.page === 'object' ? (stored.page as Page | null) : null,
  isSame: (a, b) => a.text === b.text,
  sizeOf: ({ text }) => text.length,
  renew: (known, next) => (known.reader === next.reader ? null : next),
};

function setUp(database: DraftDatabase = memoryDrafts()) {
  const clock = { now: 1000 };
  let count = 0;
  const seen = createLocalHistory(
    database,
    pages,
    () => `id${count++}`,
    () => clock.now++,
  );
  return {
    clock,
    note: (text: string, account = 'ann', of = 'page:1') => seen.note(account, of, () => ({ text })),
    texts: async (account = 'ann', of = 'page:1') =>
      (await seen.list(account, of)).versions.map(({ value }) => value.text),
    seen,
  };
}

const refuse = () => Promise.reject(new DOMException('refused', 'SecurityError'));
const refused: DraftDatabase = {
  put: refuse,
  remove: refuse,
  read: refuse,
  keysByAge: refuse,
};

describe('the versions that this browser has seen', () => {
  it('are listed newest first, and the same one only once', async () => {
    const { note, texts } = setUp();
    for (const text of ['A', 'A', 'B', 'B', 'A']) await note(text);
    expect(await texts()).toEqual(['A', 'B', 'A']);
  });

  it('are noted one after another, also when nobody waits for the first', async () => {
    const { note, texts } = setUp();
    await Promise.all(['A', 'A', 'B'].map((text) => note(text)));
    expect(await texts()).toEqual(['B', 'A']);
  });

  it('count once when two tabs have noted the same one, from when it was first seen', async () => {
    const database = memoryDrafts();
    const { note, seen } = setUp(database);
    await note('A');
    database.entries.set('["ann","page:1","other tab"]', { savedAt: 5000, page: { text: 'A' } });
    expect((await seen.list('ann', 'page:1')).versions).toMatchObject([{ seenAt: 1000 }]);
  });

  it('belong to one account and one thing', async () => {
    const { note, texts } = setUp();
    await note('A');
    await note('B', 'bob');
    await note('C', 'ann', 'page:12');
    expect(await texts()).toEqual(['A']);
    expect(await texts('bob')).toEqual(['B']);
    expect(await texts('ann', 'page:12')).toEqual(['C']);
  });

  it('are the last twenty of a thing', async () => {
    const { note, texts } = setUp();
    for (let index = 1; index <= MAX_VERSIONS + 5; index++) await note(`${index}`);
    const kept = await texts();
    expect(kept).toHaveLength(MAX_VERSIONS);
    expect(kept[0]).toBe(`${MAX_VERSIONS + 5}`);
    expect(kept.at(-1)).toBe('6');
  });

  it('leave out one that is very large, and take it for no earlier one', async () => {
    const { note, seen } = setUp();
    await note('A');
    const large = { text: 'x'.repeat(MAX_VERSION_CHARS + 1) };
    const { versions, isKept } = await seen.note('ann', 'page:1', () => large);
    expect([isKept, earlierThan(large, versions, pages).map(({ value }) => value.text)]).toEqual([
      true,
      ['A'],
    ]);
  });

  it('do not grow without end over many things', async () => {
    const { note, texts } = setUp();
    for (let id = 1; id <= MAX_VERSIONS_OF_ACCOUNT + 1; id++) await note('A', 'ann', `page:${id}`);
    expect(await texts('ann', 'page:1')).toEqual([]);
    expect(await texts('ann', 'page:2')).toHaveLength(1);
  });

  it('stay in order when the clock is set back', async () => {
    const { note, texts, clock } = setUp();
    await note('A');
    clock.now = 5;
    await note('B');
    expect(await texts()).toEqual(['B', 'A']);
  });

  it('are made from the newest one, and keep what has become known beside it', async () => {
    const { seen } = setUp();
    await seen.note('ann', 'page:1', (newest) => ({ text: 'A', reader: `after ${newest?.text}` }));
    await seen.note('ann', 'page:1', (newest) => ({ text: 'A', reader: `after ${newest?.text}` }));
    expect((await seen.list('ann', 'page:1')).versions).toMatchObject([
      { value: { text: 'A', reader: 'after A' }, seenAt: 1000 },
    ]);
  });

  it('are said not to be kept where the browser stores nothing, or has no room for more', async () => {
    const nothing = setUp(refused);
    expect(await nothing.note('A')).toEqual({ versions: [], isKept: false });
    expect(await nothing.seen.list('ann', 'page:1')).toEqual({ versions: [], isKept: false });

    const database = memoryDrafts();
    const { note } = setUp(database);
    await note('A');
    database.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
    expect(await note('B')).toMatchObject({ versions: [{ value: { text: 'A' } }], isKept: false });
  });

  it('are only what this app wrote', async () => {
    const database = memoryDrafts();
    const { note, texts } = setUp(database);
    await note('A');
    const odd = [null, 7, { savedAt: 1 }, { savedAt: 'x', page: { text: 'B' } }, { savedAt: 1, page: null }];
    odd.forEach((entry, index) => database.entries.set(`["ann","page:1","odd${index}"]`, entry));
    expect(await texts()).toEqual(['A']);
  });
});
