import type { ApiError, WriteOutcome } from '#/api/http/errors';
import type { SectionRecord, SectionUpdatePayload, WritableProperty } from '#/api/sections/sections';
import { rawValue } from '#/features/sections/model/sectionFormValues';
import { isSame, isServerNormalised } from './compareStored';

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

/** Sends an update once, and reads the record after it: a lost answer is settled by reading, never by sending again. */
export async function settleUpdate(
  send: () => Promise<void | ApiError>,
  read: (lostAnswer: ApiError | null) => Promise<SectionRecord | ApiError>,
): Promise<UpdateFate> {
  const error = (await send()) ?? null;
  if (error && error.outcome !== 'unknown') return { isSent: false, outcome: error.outcome, error };
  return { isSent: true, lostAnswer: error, record: await read(error) };
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
