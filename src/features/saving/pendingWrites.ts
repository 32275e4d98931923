import { ApiError } from '#/api/http/errors';
import { isObject } from '#/api/http/json';
import { readSectionRecord } from '#/api/sections/sectionRecord';
import type { SectionCreatePayload } from '#/api/sections/sections';
import { readFormValues } from '#/features/sections/model/newSection';
import { toPayload } from '#/features/sections/model/sectionPayload';
import { serializeRecord } from '#/features/sections/model/serialization';
import type { LostCreate, PendingCreate, PendingSave, Sending } from './types';

/** A write of unknown fate as a draft keeps it. It holds no token: those never leave `api/`. */
export function serializePending(sending: Sending): object {
  return 'before' in sending
    ? { before: serializeRecord(sending.before), values: { ...sending.values } }
    : { ...storedCreate(sending), earlier: (sending.earlier ?? []).map(storedCreate) };
}

const storedCreate = ({ sent, idsBefore, values }: Omit<LostCreate, 'error'>) => ({
  sent,
  idsBefore,
  values,
});

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
  const create = readCreate(stored);
  const earlier = isObject(stored) && Array.isArray(stored['earlier']) ? stored['earlier'] : [];
  return create && { ...create, earlier: earlier.flatMap((one) => readCreate(one) ?? []) };
}

function readCreate(stored: unknown): LostCreate | null {
  if (typeof stored !== 'object' || stored === null || !('sent' in stored) || !('idsBefore' in stored))
    return null;
  const { sent, idsBefore } = stored;
  if (!isPayload(sent)) return null;
  const isList = Array.isArray(idsBefore) && idsBefore.every((id) => typeof id === 'number');
  if (!(idsBefore === null || isList)) return null;
  // Drafts of earlier versions lack the values.
  const values = 'values' in stored ? readFormValues(stored.values) : null;
  return { error: lost(), sent, values, idsBefore: isList ? idsBefore : null };
}

type Check = (value: unknown) => boolean;
const orNull =
  (type: 'string' | 'number' | 'boolean'): Check =>
  (value) =>
    value === null || typeof value === type;

const payloadChecks: Readonly<Record<keyof SectionCreatePayload, Check>> = {
  CourseId: (value) => typeof value === 'number',
  Title: orNull('string'),
  SectionContents: orNull('string'),
  Active: orNull('boolean'),
  DisplayOrder: orNull('number'),
  UnlockType: orNull('number'),
  UnlockAfterDays: orNull('number'),
  NewImageUrl: orNull('string'),
  ClearImageFile: (value) => typeof value === 'boolean',
};

/** Whether it is what a create sends: half of it would be compared with what is stored as if it were all. */
const isPayload = (stored: unknown): stored is SectionCreatePayload =>
  isObject(stored) && Object.entries(payloadChecks).every(([property, check]) => check(stored[property]));
