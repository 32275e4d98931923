import {
  type Draft,
  type DraftPlace,
  draftKey,
  type StoredDraft,
  keyPrefix,
  MAX_AGE_MS,
  MAX_DRAFTS,
  packDraft,
  readDraft,
} from './draft';
import type { DraftDatabase } from './draftDatabase';

/** Whether a draft is kept. `full`: no room is left; `refused`: this browser keeps nothing for this page. */
export type StorageState = 'kept' | 'full' | 'refused';

export interface DraftStore {
  /** Keeps a draft in the place of the former one of the same place. Never throws. */
  save(draft: Draft): Promise<StorageState>;
  remove(place: DraftPlace): Promise<StorageState>;
  /** Keeps again what `find` found and `remove` took away, the unreadable byte for byte. Never throws. */
  putBack(found: StoredDraft): Promise<StorageState>;
  /** The drafts of an account, or of one record of it, newest first; the unreadable ones last. Empty when refused. */
  find(account: string, record?: string): Promise<readonly StoredDraft[]>;
}

const isFull = (error: unknown) => error instanceof Error && error.name === 'QuotaExceededError';

async function attempt(work: () => Promise<void>): Promise<StorageState> {
  try {
    await work();
    return 'kept';
  } catch (error) {
    return isFull(error) ? 'full' : 'refused';
  }
}

const age = (found: StoredDraft) => (found.kind === 'draft' ? found.draft.savedAt : Number.NEGATIVE_INFINITY);

/**
 * Drafts for 14 days, at most 50 for each account: the oldest one makes room for the next.
 * @param now milliseconds since 1970
 */
export function createDraftStore(database: DraftDatabase, now: () => number = Date.now): DraftStore {
  /** What was written in the future (a clock that was wrong) counts as new. */
  const removeExpired = async () => database.remove(await database.keysByAge(now() - MAX_AGE_MS));

  const removeSurplus = async (account: string) => {
    const prefix = keyPrefix([account]);
    const keys = (await database.keysByAge()).filter((key) => key.startsWith(prefix));
    await database.remove(keys.slice(0, Math.max(0, keys.length - MAX_DRAFTS)));
  };

  const keep = async (place: DraftPlace, value: unknown) => {
    const put = () => attempt(() => database.put(draftKey(place), value));
    let storage = await put();
    if (storage === 'full' && (await attempt(removeExpired)) === 'kept') storage = await put();
    // The draft is kept even when the tidying after it fails.
    if (storage === 'kept') await attempt(() => removeSurplus(place.account));
    return storage;
  };

  return {
    save: (draft) => keep(draft, packDraft(draft)),
    putBack: (found) =>
      found.kind === 'draft'
        ? keep(found.draft, packDraft(found.draft))
        : keep(found.unreadable, found.unreadable.stored),
    remove: (place) => attempt(() => database.remove([draftKey(place)])),
    async find(account, record) {
      const found: StoredDraft[] = [];
      await attempt(async () => {
        await removeExpired();
        for (const [key, stored] of await database.read(
          keyPrefix(record === undefined ? [account] : [account, record]),
        )) {
          const draft = readDraft(key, stored);
          if (draft) found.push(draft);
        }
      });
      return found.sort((a, b) => age(b) - age(a));
    },
  };
}
