import { draftKey, keyPrefix } from './drafts/draft';
import type { DraftDatabase } from './drafts/draftDatabase';

/** A version of something that this browser has seen. */
export interface Seen<T> {
  readonly key: string;
  readonly value: T;
  /** When it was first seen here, in milliseconds since 1970. */
  readonly seenAt: number;
}

export interface SeenList<T> {
  /** Newest first, no two neighbours the same. */
  readonly versions: readonly Seen<T>[];
  /** False where the browser refuses to store, or has no room left. */
  readonly isKept: boolean;
}

/** How one kind of thing is stored and told apart. */
export interface SeenKind<T> {
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
export const maxVersions = 20;
export const maxAllVersions = 400;
/** A larger version is left out, in UTF-16 units: the history must not take the room of the drafts. */
export const maxLength = 1_000_000;

/**
 * The versions of things that this browser has seen, by account: the API keeps no history of its own.
 * Nothing here throws, and one call waits for the one before it.
 * @param now milliseconds since 1970
 */
export function createSeenVersions<T>(
  database: DraftDatabase,
  kind: SeenKind<T>,
  newId: () => string,
  now: () => number = Date.now,
) {
  let tail: Promise<unknown> = Promise.resolve();

  const read = async (account: string, of: string): Promise<readonly Seen<T>[]> => {
    const entries = await database.read(keyPrefix([account, of]));
    const seen = entries.flatMap(([key, stored]) => readSeen(kind, key, stored) ?? []);
    seen.sort((a, b) => b.seenAt - a.seenAt);
    // Two tabs may note the same version: what counts is when it was first seen.
    return seen.filter(({ value }, index) => {
      const before = seen[index + 1];
      return !before || !kind.isSame(before.value, value);
    });
  };

  const removeSurplus = async (account: string, versions: readonly Seen<T>[]): Promise<void> => {
    await database.remove(versions.slice(maxVersions).map(({ key }) => key));
    const prefix = keyPrefix([account]);
    const all = (await database.keysByAge()).filter((key) => key.startsWith(prefix));
    await database.remove(all.slice(0, Math.max(0, all.length - maxAllVersions)));
  };

  const noteNow = async (
    account: string,
    of: string,
    make: (newest: T | null) => T,
  ): Promise<SeenList<T>> => {
    let versions = await read(account, of);
    const [newest] = versions;
    const value = make(newest?.value ?? null);
    const isKnown = newest !== undefined && kind.isSame(newest.value, value);
    const next = isKnown ? (kind.renew?.(newest.value, value) ?? null) : value;
    if (next === null || kind.sizeOf(next) > maxLength) return { versions, isKept: true };
    try {
      const key = isKnown ? newest.key : draftKey({ account, record: of, tab: newId() });
      // After the newest one, also when the clock was set back.
      const seenAt = isKnown ? newest.seenAt : Math.max(now(), (newest?.seenAt ?? 0) + 1);
      await database.put(key, { ...kind.pack(next), savedAt: seenAt });
      versions = [{ key, value: next, seenAt }, ...(isKnown ? versions.slice(1) : versions)];
      await removeSurplus(account, versions);
      return { versions: versions.slice(0, maxVersions), isKept: true };
    } catch {
      return { versions, isKept: false };
    }
  };

  const inTurn = (job: () => Promise<SeenList<T>>): Promise<SeenList<T>> => {
    const turn = tail.then(job).catch((): SeenList<T> => ({ versions: [], isKept: false }));
    tail = turn;
    return turn;
  };

  return {
    list: (account: string, of: string) =>
      inTurn(async () => ({ versions: await read(account, of), isKept: true })),
    /** Notes the version that `make` gives from the newest known one, unless that is the same; then lists them all. */
    note: (account: string, of: string, make: (newest: T | null) => T) =>
      inTurn(() => noteNow(account, of, make)),
  };
}

function readSeen<T>({ read }: SeenKind<T>, key: string, stored: unknown): Seen<T> | null {
  if (typeof stored !== 'object' || stored === null || !('savedAt' in stored)) return null;
  const value = read(stored);
  return value !== null && typeof stored.savedAt === 'number' ? { key, value, seenAt: stored.savedAt } : null;
}

/** The versions before what there is now, newest first: the newest one may be that itself. */
export function earlierThan<T>(
  now: T,
  versions: readonly Seen<T>[],
  { isSame }: SeenKind<T>,
): readonly Seen<T>[] {
  const [newest] = versions;
  return newest && isSame(newest.value, now) ? versions.slice(1) : versions;
}
