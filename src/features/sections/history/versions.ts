import { readSectionRecord } from '../../../api/sectionRecord';
import type { SectionRecord } from '../../../api/sections';
import { draftKey, keyPrefix } from '../../../lib/drafts/draft';
import type { DraftDatabase } from '../../../lib/drafts/draftDatabase';
import { sectionKey } from '../recordKeys';
import { isSameRecord, packRecord } from '../storedRecord';

/** A stored version of a section that this browser has seen. */
export interface SeenVersion {
  readonly key: string;
  readonly record: SectionRecord;
  /** When it was first seen here, in milliseconds since 1970. */
  readonly seenAt: number;
}

/** So many versions of a section are kept, and so many of all sections of an account. */
export const maxVersions = 20;
export const maxAllVersions = 400;
/** A larger version is left out, in UTF-16 units: the history must not take the room of the drafts. */
export const maxLength = 1_000_000;

function readVersion(key: string, stored: unknown): SeenVersion | null {
  if (typeof stored !== 'object' || stored === null || !('record' in stored) || !('savedAt' in stored))
    return null;
  const record = readSectionRecord(stored.record);
  return record && typeof stored.savedAt === 'number' ? { key, record, seenAt: stored.savedAt } : null;
}

/**
 * The versions of sections that this browser has seen, by account: the API keeps no history of its own.
 * Nothing here throws: where the browser refuses to store, the history is empty.
 */
export function createVersions(database: DraftDatabase, newId: () => string, now: () => number = Date.now) {
  async function list(account: string, sectionId: number): Promise<readonly SeenVersion[]> {
    try {
      const entries = await database.read(keyPrefix([account, sectionKey(sectionId)]));
      return entries
        .flatMap(([key, stored]) => readVersion(key, stored) ?? [])
        .sort((a, b) => b.seenAt - a.seenAt);
    } catch {
      return [];
    }
  }

  /** Notes a version unless it is the newest one already. */
  async function note(account: string, record: SectionRecord): Promise<void> {
    if ((record.SectionContents?.length ?? 0) > maxLength) return;
    const known = await list(account, record.Id);
    if (known[0] && isSameRecord(known[0].record, record)) return;
    // After the newest one, also when the clock was set back.
    const savedAt = Math.max(now(), (known[0]?.seenAt ?? 0) + 1);
    try {
      const key = draftKey({ account, record: sectionKey(record.Id), tab: newId() });
      await database.put(key, { savedAt, record: packRecord(record) } as { savedAt: number });
      await database.remove(known.slice(maxVersions - 1).map((version) => version.key));
      const prefix = keyPrefix([account]);
      const all = (await database.keysByAge()).filter((one) => one.startsWith(prefix));
      await database.remove(all.slice(0, Math.max(0, all.length - maxAllVersions)));
    } catch {
      // A browser that keeps nothing keeps no history either.
    }
  }

  return { list, note };
}
