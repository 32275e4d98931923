import { ApiError } from '#/api/http/errors';
import type { SectionRecord, SectionUpdatePayload } from '#/api/sections/sections';
import { holds, payloadOf, valuesOf, type StoredValues } from './recordPayload';
import { writtenOver } from './job';
import type { JobError, JobStep, StepOutcome } from './jobTypes';

export interface StepCalls {
  getSection(id: number): Promise<SectionRecord>;
  updateSection(payload: SectionUpdatePayload): Promise<void>;
  /** Keeps an outcome before the write goes out, so that a crash in the middle is known as one. */
  keep(outcome: StepOutcome): void;
}

/**
 * One step of a job: read the record, change only what it must, send it whole, read it back. The reading just before
 * keeps what others changed meanwhile; without a version in the API (docs/api-contract.md 5) a change in the moment between that
 * reading and the write is lost.
 * @throws only what is no `ApiError`
 */
export async function updateStep(step: JobStep, calls: StepCalls): Promise<StepOutcome> {
  const earlier = writtenOver(step);
  const record = await attempt(calls.getSection(step.id));
  if (record instanceof ApiError) {
    return step.outcome?.status === 'unknown'
      ? { ...step.outcome, error: toJobError(record) }
      : failed(record, earlier);
  }
  if (holds(record, step.set)) return earlier ? written(earlier, step.set) : { status: 'unchanged' };
  if (step.expect && !holds(record, step.expect)) {
    return { status: 'changedSince', by: record.UpdatedBy, on: record.UpdatedOn };
  }

  const before = valuesOf(record, step.set);
  calls.keep({ status: 'unknown', before, error: null });
  const refusal = await attempt(calls.updateSection(payloadOf(record, step.set)));
  if (refusal instanceof ApiError && refusal.outcome !== 'unknown') return failed(refusal, earlier);
  return readBack(step, before, refusal ?? null, calls);
}

/** The record itself says what became of a write, whether its answer was good or lost. */
async function readBack(
  step: JobStep,
  before: StoredValues,
  lostAnswer: ApiError | null,
  calls: StepCalls,
): Promise<StepOutcome> {
  const record = await attempt(calls.getSection(step.id));
  if (record instanceof ApiError) {
    return { status: 'unknown', before, error: toJobError(lostAnswer ?? record) };
  }
  if (holds(record, step.set)) return written(before, step.set);
  return failed(lostAnswer ?? notStored(record, step.set), before);
}

function notStored(record: SectionRecord, wanted: StoredValues): ApiError {
  const found = JSON.stringify(valuesOf(record, wanted));
  return new ApiError({
    kind: 'unreadable',
    outcome: 'unknown',
    details: `The server confirmed ${JSON.stringify(wanted)}, but then answered ${found} (by ${record.UpdatedBy}).`,
  });
}

function written(before: StoredValues, after: StoredValues): StepOutcome {
  return { status: 'written', before, after };
}

function failed(error: ApiError, before: StoredValues | null): StepOutcome {
  return { status: 'failed', error: toJobError(error), before };
}

function toJobError(error: ApiError): JobError {
  const { kind, outcome, status, serverMessage, fieldErrors, role, details } = error;
  return { kind, outcome, status, serverMessage, fieldErrors, role, details };
}

function attempt<T>(call: Promise<T>): Promise<T | ApiError> {
  return call.catch((error: unknown) => {
    if (error instanceof ApiError) return error;
    throw error;
  });
}
