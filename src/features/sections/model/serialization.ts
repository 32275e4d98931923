import { ApiError } from '#/api/http/errors';
import { readSectionRecord } from '#/api/sections/sectionRecord';
import type { SectionCreatePayload, SectionRecord } from '#/api/sections/sections';
import type { PendingCreate, PendingSave, Sending } from '#/features/saving/types';
import { readFormValues } from './newSection';
import { toPayload } from './sectionPayload';

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

/** A write of unknown fate as a draft keeps it. It holds no token: those never leave `api/`. */
export function serializePending(sending: Sending): object {
  return 'before' in sending
    ? { before: serializeRecord(sending.before), values: { ...sending.values } }
    : { sent: sending.sent, idsBefore: sending.idsBefore };
}

/** What came instead of an answer, when the page went away before it. */
const lost = () => new ApiError({ kind: 'aborted', outcome: 'unknown' });

/** What `serializePending` kept of a save, ready to be looked up; null for anything else. */
export function readPendingSave(stored: unknown): PendingSave | null {
  if (typeof stored !== 'object' || stored === null || !('before' in stored) || !('values' in stored))
    return null;
  const before = readSectionRecord(stored.before);
  const values = readFormValues(stored.values);
  if (!before || !values) return null;
  return { error: lost(), before, sent: toPayload(values, before), values, kept: [] };
}

/** What `serializePending` kept of a create, ready to be looked up; null for anything else. */
export function readPendingCreate(stored: unknown): PendingCreate | null {
  if (typeof stored !== 'object' || stored === null || !('sent' in stored) || !('idsBefore' in stored))
    return null;
  const { sent, idsBefore } = stored;
  if (typeof sent !== 'object' || sent === null || !('CourseId' in sent)) return null;
  const isList = Array.isArray(idsBefore) && idsBefore.every((id) => typeof id === 'number');
  if (typeof sent.CourseId !== 'number' || !(idsBefore === null || isList)) return null;
  return { error: lost(), sent: sent as SectionCreatePayload, idsBefore: isList ? idsBefore : null };
}
