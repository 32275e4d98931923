import type { DraftDatabase } from './draftDatabase';

const savedAt = (value: unknown) =>
  typeof value === 'object' && value !== null && 'savedAt' in value && typeof value.savedAt === 'number'
    ? value.savedAt
    : null;

/** The database of the tests, and its contents. */
export function memoryDrafts(): DraftDatabase & { readonly entries: Map<string, unknown> } {
  const entries = new Map<string, unknown>();
  const starting = (prefix: string) => [...entries].filter(([key]) => key.startsWith(prefix));
  return {
    entries,
    put: async (key, value) => void entries.set(key, structuredClone(value)),
    remove: async (keys) => {
      for (const key of keys) entries.delete(key);
    },
    read: async (prefix) => starting(prefix),
    keysByAge: async (before = Number.POSITIVE_INFINITY) =>
      [...entries]
        .flatMap(([key, value]) => {
          const at = savedAt(value);
          return at !== null && at < before ? [{ key, at }] : [];
        })
        .sort((a, b) => a.at - b.at)
        .map(({ key }) => key),
  };
}
