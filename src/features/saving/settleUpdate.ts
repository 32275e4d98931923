import { ApiError, type WriteOutcome } from '#/api/http/errors';
import { noteUpdate } from '#/api/sections/confirmedWrites';
import type { SectionRecord, SectionUpdatePayload, WritableProperty } from '#/api/sections/sections';
import { rawValue } from '#/features/sections/model/sectionFormValues';
import { writtenProperties } from '#/features/sections/model/sectionPayload';
import { imageChanged, isServerNormalised } from './compareStored';
import { isSame } from '#/lib/isSame';
import { SETTLE_DELAYS_MS } from './settleDelays';

/** What was sent, and what was stored when it was made. */
export interface Update {
  readonly before: SectionRecord;
  readonly sent: SectionUpdatePayload;
}

export type UpdateFate =
  /** The server's clear no, or it never went out: nothing was stored. */
  | {
      readonly isSent: false;
      readonly outcome: Exclude<WriteOutcome, 'unknown'>;
      readonly error: ApiError;
    }
  /** It may be stored: `record` is what was read since, or why it could not be. */
  | {
      readonly isSent: true;
      /** What came instead of the server's yes. */
      readonly lostAnswer: ApiError | null;
      readonly record: SectionRecord | ApiError;
    };

export interface ReadCalls {
  readonly read: () => Promise<SectionRecord | ApiError>;
  readonly wait: (ms: number) => Promise<void>;
}

export interface UpdateCalls extends ReadCalls {
  readonly send: () => Promise<void | ApiError>;
  /** Told before the first reading, with what came instead of the server's yes. */
  readonly onSent?: (lostAnswer: ApiError | null) => void;
}

/** Sends an update once, and reads the record after it: a lost answer is settled by reading, never by sending again. */
export async function settleUpdate(update: Update, calls: UpdateCalls): Promise<UpdateFate> {
  const error = (await calls.send()) ?? null;
  if (error && error.outcome !== 'unknown') return { isSent: false, outcome: error.outcome, error };
  calls.onSent?.(error);
  const record = await (error ? lookFor(update, calls) : calls.read());
  return { isSent: true, lostAnswer: error, record };
}

/**
 * Looks for a write whose answer was lost, up to three times: the server may still be at it, and a reading may be older
 * than the write (docs/api-contract.md 5). Only reads. @returns the last reading, or why there was none
 */
export async function lookFor(update: Update, { read, wait }: ReadCalls): Promise<SectionRecord | ApiError> {
  let record = await read();
  for (const delay of SETTLE_DELAYS_MS.slice(1)) {
    if (record instanceof ApiError || isStored(update, record)) break;
    await wait(delay);
    record = await read();
  }
  if (!(record instanceof ApiError) && isStored(update, record))
    // Whose version was read is not known: a colleague may have saved since.
    noteUpdate(update.sent, [update.before], null);
  return record;
}

type Written = (typeof writtenProperties)[number];

/** What the update asks to be otherwise than it was, apart from the image. */
export function changedProperties({ before, sent }: Update): readonly Written[] {
  return writtenProperties.filter(([property]) => !isSame(sent[property], rawValue(before, property)));
}

/** The changes of the update that the record does not hold. */
export function missingProperties(update: Update, record: SectionRecord): readonly Written[] {
  return changedProperties(update).filter(([property]) => !hasArrived(property, update, record));
}

/** Whether the record holds the update, as far as a record tells. */
export function isStored(update: Update, record: SectionRecord): boolean {
  if (missingProperties(update, record).length > 0) return false;
  // Beside another change the image proves nothing: an accepted one was once seen not to be stored.
  return changedProperties(update).length > 0 || imageChanged(update.sent, update.before, record) !== false;
}

/**
 * Whether what is stored is what was sent, or what the server made of it. A value that stood there before is no trace of
 * our write.
 */
export function hasArrived(
  property: WritableProperty,
  { before, sent }: Update,
  record: SectionRecord,
): boolean {
  const now = rawValue(record, property);
  return (
    isSame(sent[property], now) ||
    (isServerNormalised(sent[property], now) && !isSame(now, rawValue(before, property)))
  );
}
