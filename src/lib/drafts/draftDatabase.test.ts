import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { indexedDbDrafts } from './draftDatabase';
import { createDraftStore } from './draftStore';

/** A request or a transaction of a browser that may tell how it ended, or never does. */
class Answer extends EventTarget {
  result: unknown;
  error = null;
  tell(type: string, result?: unknown) {
    this.result = result;
    this.dispatchEvent(new Event(type));
  }
}

class Transaction extends Answer {
  commit() {}
  objectStore() {
    return { put: () => new Answer(), delete: () => new Answer(), transaction: this };
  }
}

/** A browser whose database does nothing by itself. */
function silentBrowser() {
  const opening = new Answer();
  const transactions: Transaction[] = [];
  const database = Object.assign(new EventTarget(), {
    transaction() {
      const transaction = new Transaction();
      transactions.push(transaction);
      return transaction;
    },
  });
  vi.stubGlobal('indexedDB', { open: () => opening });
  return { opening, transactions, open: () => opening.tell('success', database) };
}

/** How a call has ended by now. */
const soon = <T>(call: Promise<T>) => Promise.race([call, Promise.resolve('no answer')]);

const draft = {
  account: 'ann',
  record: 'section:7',
  tab: 'a',
  values: { title: 'A' },
  base: null,
  pending: null,
  savedAt: 1,
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a database that does not answer', () => {
  it.each(['stays silent', 'is blocked'])('is refused after two seconds when its opening %s', async (how) => {
    const { opening } = silentBrowser();
    const store = createDraftStore(indexedDbDrafts());
    const saving = store.save(draft);
    if (how === 'is blocked') opening.tell('blocked');
    await vi.advanceTimersByTimeAsync(2000);
    expect(await soon(saving)).toBe('refused');

    // Who asks again is not left waiting for another two seconds.
    const asking = Promise.all([store.save(draft), store.remove(draft), store.find('ann')]);
    await vi.advanceTimersByTimeAsync(1);
    expect(await soon(asking)).toEqual(['refused', 'refused', []]);
  });

  it('is refused when a transaction never ends, and does what was asked once it wakes up', async () => {
    const { open, transactions } = silentBrowser();
    const database = indexedDbDrafts();
    const put = database.put('key', { savedAt: 1 }).catch(() => 'refused');
    open();
    await vi.advanceTimersByTimeAsync(1999);
    expect(await soon(put)).toBe('no answer');
    await vi.advanceTimersByTimeAsync(1);
    expect(await soon(put)).toBe('refused');

    transactions[0]?.tell('complete');
    await vi.advanceTimersByTimeAsync(0);
    const next = database.put('key', { savedAt: 2 }).then(() => 'kept');
    await vi.advanceTimersByTimeAsync(1999);
    transactions[1]?.tell('complete');
    expect(await next).toBe('kept');
  });
});
