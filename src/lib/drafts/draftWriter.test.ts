import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Draft } from './draft';
import type { StorageState } from './draftStore';
import { createDraftWriter, WRITE_DELAY_MS } from './draftWriter';

const place = { account: 'ann@example.com', record: 'section:7', tab: 'a' };

function setUp(save: (draft: Draft) => Promise<StorageState> = async () => 'kept') {
  const log: string[] = [];
  const keepings: StorageState[] = [];
  const store = {
    save: async (draft: Draft) => {
      const storage = await save(draft);
      log.push(String(draft.values['title']));
      return storage;
    },
    remove: async (): Promise<StorageState> => {
      log.push('removed');
      return 'kept';
    },
  };
  const writer = createDraftWriter(place, store, (storage) => keepings.push(storage));
  const type = (title: string) => writer.change(() => ({ values: { title }, base: null, pending: null }));
  return { log, keepings, writer, type };
}

describe('a draft behind the typing', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('is never more than the delay behind, however fast one types', async () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 700 }), { minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(gaps, async (waits) => {
        const { log, type } = setUp();
        const typedAt: number[] = [];
        const start = Date.now();
        for (const [n, wait] of waits.entries()) {
          typedAt.push(Date.now() - start);
          type(String(n));
          await vi.advanceTimersByTimeAsync(wait);
          const due = typedAt.findLastIndex((at) => at <= Date.now() - start - WRITE_DELAY_MS);
          expect(Number(log.at(-1) ?? -1)).toBeGreaterThanOrEqual(due);
        }
        await vi.advanceTimersByTimeAsync(WRITE_DELAY_MS);
        expect(log.at(-1)).toBe(String(waits.length - 1));
      }),
      { numRuns: 50 },
    );
  });

  it('is written at once when the page goes away, and not twice', async () => {
    const { log, writer, type } = setUp();
    type('A');
    await writer.flush();
    await writer.flush();
    await vi.advanceTimersByTimeAsync(WRITE_DELAY_MS);
    expect(log).toEqual(['A']);
  });

  it('is written in the order of the typing when writes are slow', async () => {
    const waits = [300, 10];
    const { log, writer, type } = setUp(async () => {
      await new Promise((done) => setTimeout(done, waits.shift()));
      return 'kept';
    });
    type('A');
    void writer.flush();
    type('B');
    void writer.flush();
    await vi.advanceTimersByTimeAsync(400);
    expect(log).toEqual(['A', 'B']);
  });

  it('does not come back after it was discarded', async () => {
    const { log, writer, type } = setUp();
    type('A');
    void writer.flush();
    type('B');
    await writer.discard();
    await vi.advanceTimersByTimeAsync(WRITE_DELAY_MS);
    expect(log).toEqual(['A', 'removed']);
  });

  it('says when it cannot be kept, and when it can again', async () => {
    const answers: StorageState[] = ['full', 'kept'];
    const { keepings, writer, type } = setUp(async () => answers.shift() ?? 'kept');
    type('A');
    await writer.flush();
    type('B');
    await writer.flush();
    expect(keepings).toEqual(['full', 'kept']);
  });
});
