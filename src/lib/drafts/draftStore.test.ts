import { describe, expect, it } from 'vitest';
import { type Draft, draftKey, MAX_AGE_MS } from './draft';
import { createDraftStore } from './draftStore';
import { memoryDrafts } from './memoryDrafts';

const draft = (change: Partial<Draft> = {}): Draft => ({
  account: 'ann@example.com',
  record: 'section:7',
  tab: 'a',
  values: { title: 'A' },
  base: { Id: 7 },
  pending: null,
  savedAt: 1000,
  ...change,
});

function setUp(now = 1000) {
  const database = memoryDrafts();
  const clock = { now };
  return { database, clock, store: createDraftStore(database, () => clock.now) };
}
const times = (found: Awaited<ReturnType<ReturnType<typeof setUp>['store']['find']>>) =>
  found.map((one) => (one.kind === 'draft' ? one.draft.savedAt : 'set aside'));

describe('drafts', () => {
  it('of two tabs stand side by side, the newest first', async () => {
    const { store } = setUp();
    await store.save(draft());
    await store.save(draft({ tab: 'b', savedAt: 1200 }));
    await store.save(draft({ savedAt: 1100, values: { title: 'B' } }));
    expect(times(await store.find('ann@example.com', 'section:7'))).toEqual([1200, 1100]);
  });

  it('are shown to their account and for their record only', async () => {
    const { store } = setUp();
    await store.save(draft());
    expect(await store.find('bob@example.com')).toEqual([]);
    expect(await store.find('ann@example.com', 'section:77')).toEqual([]);
    expect(await store.find('ann@example.com')).toHaveLength(1);
  });

  it('go after 14 days, of whatever account', async () => {
    const { store, clock, database } = setUp();
    await store.save(draft());
    await store.save(draft({ account: 'bob@example.com', savedAt: 2000 }));
    clock.now = 1000 + MAX_AGE_MS;
    expect(await store.find('ann@example.com')).toHaveLength(1);
    clock.now += 1;
    expect(await store.find('ann@example.com')).toEqual([]);
    expect([...database.entries.keys()]).toEqual([draftKey(draft({ account: 'bob@example.com' }))]);
  });

  it('are 50 at most for an account: the oldest makes room, another account loses none', async () => {
    const { store } = setUp();
    await store.save(draft({ account: 'bob@example.com', savedAt: 1 }));
    for (let n = 0; n < 52; n += 1) await store.save(draft({ record: `section:${n}`, savedAt: 1000 + n }));
    const kept = times(await store.find('ann@example.com'));
    expect(kept).toHaveLength(50);
    expect(kept.at(-1)).toBe(1002);
    expect(await store.find('bob@example.com')).toHaveLength(1);
  });

  it('go when they are removed', async () => {
    const { store } = setUp();
    await store.save(draft());
    expect(await store.remove(draft())).toBe('kept');
    expect(await store.find('ann@example.com')).toEqual([]);
  });

  it('that cannot be read come last, as text', async () => {
    const { store, database } = setUp();
    database.entries.set(draftKey(draft({ tab: 'old' })), 'a text of long ago');
    await store.save(draft());
    expect(times(await store.find('ann@example.com'))).toEqual([1000, 'set aside']);
  });
});

function refusing(name: string) {
  const fail = () => Promise.reject(new DOMException('No', name));
  return createDraftStore({ put: fail, remove: fail, read: fail, keysByAge: fail });
}

describe('a browser that keeps nothing', () => {
  it('is told from one that is full, and neither stops the work', async () => {
    for (const [name, storage] of [
      ['QuotaExceededError', 'full'],
      ['SecurityError', 'refused'],
      ['InvalidStateError', 'refused'],
    ] as const) {
      const store = refusing(name);
      expect(await store.save(draft())).toBe(storage);
      expect(await store.remove(draft())).toBe(storage);
      expect(await store.find('ann@example.com')).toEqual([]);
    }
  });

  it('gets room again from expired drafts', async () => {
    const { database, clock } = setUp();
    const limited = {
      ...database,
      put: async (key: string, value: { savedAt: number }) => {
        if (database.entries.size > 0) throw new DOMException('No', 'QuotaExceededError');
        await database.put(key, value);
      },
    };
    const store = createDraftStore(limited, () => clock.now);
    await store.save(draft({ record: 'section:1', savedAt: 0 }));
    expect(await store.save(draft())).toBe('full');
    clock.now = MAX_AGE_MS + 1;
    expect(await store.save(draft({ savedAt: clock.now }))).toBe('kept');
  });
});
