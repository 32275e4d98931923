import type { SectionRecord } from '#/api/sections/sections';

/** A record as the API would send it: `readSectionRecord` makes the same record of it, also in a later version. */
export function serializeRecord({
  rest,
  unreadable,
  ...known
}: SectionRecord): Readonly<Record<string, unknown>> {
  const readable = Object.entries(known).filter(([name]) => !unreadable.includes(name));
  return { ...rest, ...Object.fromEntries(readable) };
}

const sorted = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** Whether two records are the same in every property, known to us or not. */
export function isSameRecord(a: SectionRecord, b: SectionRecord): boolean {
  return JSON.stringify(a, sorted) === JSON.stringify(b, sorted);
}
