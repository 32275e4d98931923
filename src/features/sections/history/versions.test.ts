import { describe, expect, it } from 'vitest';
import type { DraftDatabase } from '../../../lib/drafts/draftDatabase';
import { memoryDrafts } from '../../../lib/drafts/memoryDrafts';
import { aSection } from '../sectionFixtures';
import { createVersions, maxAllVersions, maxLength, maxVersions } from './versions';

function setUp(database: DraftDatabase = memoryDrafts()) {
  const clock = { now: 1000 };
  let count = 0;
  return {
    clock,
    ...createVersions(
      database,
      () => `id${count++}`,
      () => clock.now++,
    ),
  };
}
const titles = async (history: ReturnType<typeof setUp>, account = 'ann', id = 87654321) =>
  (await history.list(account, id)).map(({ record }) => record.Title);

const refused = () => Promise.reject(new DOMException('refused', 'SecurityError'));

describe('the versions that this browser has seen', () => {
  it('are listed newest first, and the same one only once', async () => {
    const history = setUp();
    for (const Title of ['A', 'A', 'B', 'B', 'A']) await history.note('ann', aSection({ Title }));
    expect(await titles(history)).toEqual(['A', 'B', 'A']);
  });

  it('are whole: what the form does not know comes back too', async () => {
    const history = setUp();
    const record = aSection({ CustomFields: { a: [1] }, Unknown: 7, UnlockType: 'odd' });
    await history.note('ann', record);
    expect((await history.list('ann', record.Id))[0]?.record).toEqual(record);
  });

  it('belong to one account and one section', async () => {
    const history = setUp();
    await history.note('ann', aSection({ Title: 'A' }));
    await history.note('bob', aSection({ Title: 'B' }));
    await history.note('ann', aSection({ Id: 5, Title: 'C' }));
    expect(await titles(history)).toEqual(['A']);
    expect(await titles(history, 'bob')).toEqual(['B']);
    expect(await titles(history, 'ann', 5)).toEqual(['C']);
  });

  it('are the last twenty of a section', async () => {
    const history = setUp();
    for (let index = 1; index <= maxVersions + 5; index++)
      await history.note('ann', aSection({ Title: `${index}` }));
    const kept = await titles(history);
    expect(kept).toHaveLength(maxVersions);
    expect(kept[0]).toBe(`${maxVersions + 5}`);
    expect(kept.at(-1)).toBe('6');
  });

  it('leave out one that is very large', async () => {
    const history = setUp();
    await history.note('ann', aSection({ SectionContents: 'x'.repeat(maxLength + 1) }));
    expect(await titles(history)).toEqual([]);
  });

  it('do not grow without end over many sections', async () => {
    const history = setUp();
    for (let Id = 1; Id <= maxAllVersions + 1; Id++) await history.note('ann', aSection({ Id }));
    expect(await titles(history, 'ann', 1)).toEqual([]);
    expect(await titles(history, 'ann', 2)).toHaveLength(1);
  });

  it('stay in order when the clock is set back', async () => {
    const history = setUp();
    await history.note('ann', aSection({ Title: 'A' }));
    history.clock.now = 5;
    await history.note('ann', aSection({ Title: 'B' }));
    expect(await titles(history)).toEqual(['B', 'A']);
  });

  it('are none where the browser stores nothing, and what is no version is left out', async () => {
    const nothing = setUp({
      put: refused,
      remove: refused,
      read: refused,
      keys: refused,
      keysByAge: refused,
    });
    await nothing.note('ann', aSection());
    expect(await titles(nothing)).toEqual([]);

    const database = memoryDrafts();
    const history = setUp(database);
    await history.note('ann', aSection({ Title: 'A' }));
    for (const odd of [
      null,
      7,
      { savedAt: 1 },
      { savedAt: 'x', record: { Id: 1 } },
      { savedAt: 1, record: {} },
    ]) {
      database.entries.set(`["ann","section:87654321","odd${typeof odd}${database.entries.size}"]`, odd);
    }
    expect(await titles(history)).toEqual(['A']);
  });
});
