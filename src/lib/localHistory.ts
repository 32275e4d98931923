import { draftKey, keyPrefix } from './drafts/draft';
import type { DraftDatabase } from './drafts/draftDatabase';

/** A version of something that this browser has seen. */
export interface HistoryEntry<T> {
  readonly key: string;
  readonly value: T;
  /** When it was first seen here, in milliseconds since 1970. */
  readonly seenAt: number;
}

export interface HistoryList<T> {
  /** Newest first, no two neighbours the same. */
  readonly versions: readonly HistoryEntry<T>[];
  /** False where the browser refuses to store, or has no room left. */
  readonly isKept: boolean;
}

/** How one kind of thing is stored and told apart. */
export interface HistoryKind<T> {
  readonly pack: (value: T) => object;
  /** null for what no version of the app has written. */
  readonly read: (stored: object) => T | null;
  /** The same version: it is not noted twice. */
  readonly isSame: (a: T, b: T) => boolean;
  /** In characters, about. */
  readonly sizeOf: (value: T) => number;
  /** Facts beside the version that have changed meanwhile, to be kept with it from now on; null when there are none. */
  readonly renew?: (known: T, next: T) => T | null;
}

/** So many versions of one thing are kept, and so many of all things of an account. */
export const MAX_VERSIONS = 20;
export const MAX_VERSIONS_OF_ACCOUNT = 400;
/** A larger version is left out, in UTF-16 units: the history must not take the room of the drafts. */
export const MAX_VERSION_CHARS = 1_000_000;

/**
 * The versions of things that this browser has seen, by account: the API keeps no history of its own.
 * Nothing here throws, and one call waits for the one before it.
 * @param now milliseconds since 1970
 */
export function createLocalHistory<T>(
  database: DraftDatabase,
  kind: HistoryKind<T>,
  newId: () => string,
  now: () => number = Date.now,
) {
  let tail: Promise<unknown> = Promise.resolve();

  const read = async (account: string, of: string): Promise<readonly HistoryEntry<T>[]> => {
    const entries = await database.read(keyPrefix([account, of]));
    const seen = entries.flatMap(([key, stored]) => readSeen(kind, key, stored) ?? []);
    seen.sort((a, b) => b.seenAt - a.seenAt);
    // Two tabs may note the same version: what counts is when it was first seen.
    return seen.filter(({ value }, index) => {
      const before = seen[index + 1];
      return !before || !kind.isSame(before.value, value);
    });
  };

  const removeSurplus = async (account: string, versions: readonly HistoryEntry<T>[]): Promise<void> => {
    await database.remove(versions.slice(MAX_VERSIONS).map(({ key }) => key));
    const prefix = keyPrefix([account]);
    const all = (await database.keysByAge()).filter((key) => key.startsWith(prefix));
    await database.remove(all.slice(0, Math.max(0, all.length - MAX_VERSIONS_OF_ACCOUNT)));
  };

  const noteNow = async (
    account: string,
    of: string,
    make: (newest: T | null) => T,
  ): Promise<HistoryList<T>> => {
    let versions = await read(account, of);
    const [newest] = versions;
    const value = make(newest?.value ?? null);
    const isKnown = newest !== undefined && kind.isSame(newest.value, value);
    const next = isKnown ? (kind.renew?.(newest.value, value) ?? null) : value;
    if (next === null || kind.sizeOf(next) > MAX_VERSION_CHARS) return { versions, isKept: true };
    try {
      const key = isKnown ? newest.key : draftKey({ account, record: of, tab: newId() });
      // After the newest one, also when the clock was set back.
      const seenAt = isKnown ? newest.seenAt : Math.max(now(), (newest?.seenAt ?? 0) + 1);
      await database.put(key, { ...kind.pack(next), savedAt: seenAt });
      versions = [{ key, value: next, seenAt }, ...(isKnown ? versions.slice(1) : versions)];
      await removeSurplus(account, versions);
      return { versions: versions.slice(0, MAX_VERSIONS), isKept: true };
    } catch {
      return { versions, isKept: false };
    }
  };

  const withCourseLock = (job: () => Promise<HistoryList<T>>): Promise<HistoryList<T>> => {
    const turn = tail.then(job).catch((): HistoryList<T> => ({ versions: [], isKept: false }));
    tail = turn;
    return turn;
  };

  return {
    list: (account: string, of: string) =>
      withCourseLock(async () => ({ versions: await read(account, of), isKept: true })),
    /** Notes the version that `make` gives from the newest known one, unless that is the same; then lists them all. */
    note: (account: string, of: string, make: (newest: T | null) => T) =>
      withCourseLock(() => noteNow(account, of, make)),
  };
}

function readSeen<T>({ read }: HistoryKind<T>, key: string, stored: unknown): HistoryEntry<T> | null {
  if (typeof stored !== 'object' || stored === null || !('savedAt' in stored)) return null;
  const value = read(stored);
  return value !== null && typeof stored.savedAt === 'number' ? { key, value, seenAt: stored.savedAt } : null;
}

/** The versions before what there is now, newest first: the newest one may be that itself. */
export function earlierThan<T>(
  now: T,
  versions: readonly HistoryEntry<T>[],
  { isSame }: HistoryKind<T>,
): readonly HistoryEntry<T>[] {
  const [newest] = versions;
  return newest && isSame(newest.value, now) ? versions.slice(1) : versions;
}
