import { describe, expect, it, vi } from 'vitest';
import type { Asked, AskedStore } from '#/features/course-changes/askedTypes';
import { createFakeLocks } from '#/features/course-changes/testing/fakeLocks';
import { createMemoryStorage } from '#/features/course-changes/testing/jobTestBench';
import { createAskedStore } from './askedStore';

const target = { id: 1, title: 'Basics' };
const requests: readonly NonNullable<Asked['request']>[] = [
  { kind: 'move', intent: { ids: [1, 2], after: null }, writes: 2 },
  { kind: 'order', over: [1, 2], wanted: [2, 1], writes: 1 },
  { kind: 'tidyUp', writes: 3 },
  { kind: 'switch', target, isActive: true },
  { kind: 'delete', target },
  { kind: 'deleteMany', targets: [target] },
  { kind: 'change', targets: [target], set: { UnlockType: 3, UnlockAfterDays: 7 } },
  { kind: 'change', targets: [{ ...target, set: { UnlockAfterDays: 14 } }], set: {} },
  { kind: 'duplicate', targets: [target] },
  { kind: 'duplicate', targets: [target], isInactive: true },
  { kind: 'duplicate', targets: [target], goal: { across: { from: 9, into: 'Desks' }, place: 'end' } },
  { kind: 'duplicate', targets: [target], goal: { place: 3 } },
  { kind: 'rename', target, over: null, title: 'New' },
  { kind: 'rename', target, over: 'Old', title: 'New' },
];
const asked = requests.map(
  (request, index): Asked => ({ id: String(index), describe: request.kind, request, status: 'queued' }),
);

/** What a page takes over at once from those before it. */
async function takenBy(store: AskedStore): Promise<readonly Asked[]> {
  const taken: Asked[] = [];
  await store.takeOver((left) => void taken.push(...left));
  return taken;
}

/** The pages of one browser. */
function createBrowser(hasLocks = true) {
  const storage = createMemoryStorage();
  const locks = createFakeLocks() as unknown as LockManager;
  return {
    storage,
    open: (page: string, account = 'me@example.com') =>
      createAskedStore(
        () => storage,
        () => (hasLocks ? locks : undefined),
        { account, courseId: 7, page },
      ),
  };
}

const refuse = () => {
  throw new Error('QuotaExceededError');
};

describe('what a page has yet to carry out', () => {
  it.each([
    ['with locks', true],
    ['without them', false],
  ])('is taken over by the next one, once, %s', async (_, hasLocks) => {
    const { open } = createBrowser(hasLocks);
    const first = open('first');
    first.save(asked);
    first.leave();
    const next = open('next');
    expect(next.hasOthers()).toBe(true);
    expect(await takenBy(next)).toEqual(asked);
    expect(next.hasOthers()).toBe(false);
    expect(await takenBy(next)).toEqual([]);
  });

  it('is left to a page that is open, until that one has gone', async () => {
    const { open } = createBrowser();
    const first = open('first');
    first.save(asked);
    const taken = vi.fn<(left: readonly Asked[], isLate: boolean) => void>();
    await open('next').takeOver(taken);
    expect(taken).not.toHaveBeenCalled();
    first.leave();
    await vi.waitFor(() => expect(taken).toHaveBeenCalledExactlyOnceWith(asked, true));
  });

  it('is not lost between two pages that leave together', async () => {
    const { open } = createBrowser();
    const first = open('first');
    const second = open('second');
    first.save(asked);
    const taken = vi.fn<() => void>();
    await second.takeOver(taken);
    first.leave();
    second.leave();
    expect(await takenBy(open('next'))).toEqual(asked);
    expect(taken).not.toHaveBeenCalled();
  });

  it('is gone when it is done', () => {
    const { open, storage } = createBrowser();
    const page = open('first');
    page.save(asked);
    page.save([]);
    expect(storage.entries.size).toBe(0);
  });

  it('is of one account', async () => {
    const { open } = createBrowser();
    const mine = open('first');
    mine.save(asked);
    mine.leave();
    expect(open('next', 'you@example.com').hasOthers()).toBe(false);
  });

  it.each([
    ['no JSON', '{'],
    ['another version', JSON.stringify({ version: 2, asked })],
    [
      'a request that is not known',
      JSON.stringify({ version: 1, asked: [{ ...asked[0], request: { kind: 'x' } }] }),
    ],
    ['half a request', JSON.stringify({ version: 1, asked: [{ ...asked[0], request: { kind: 'switch' } }] })],
    [
      'values that a job may not change',
      JSON.stringify({
        version: 1,
        asked: [{ ...asked[6], request: { ...asked[6]?.request, set: { CourseId: 1 } } }],
      }),
    ],
  ])('counts as nothing when it is damaged: %s', async (_, text) => {
    const { open, storage } = createBrowser();
    storage.setItem('section-asked/me%40example.com/7/first', text);
    expect(await takenBy(open('next'))).toEqual([]);
  });

  it('is told when the browser refuses to keep it', () => {
    const place = { account: 'me@example.com', courseId: 7, page: 'first' };
    const page = createAskedStore(refuse, () => undefined, place);
    expect(page.save(asked)).toBe(false);
    expect(page.hasOthers()).toBe(false);
  });
});
