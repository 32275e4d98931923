import { ApiError } from '#/api/http/errors';
import { settle } from '#/api/http/result';
import type { SectionRecord, SectionUpdatePayload } from '#/api/sections/sections';
import { isWrittenSince } from '#/features/saving/compareStored';
import { hasArrived, settleUpdate } from '#/features/saving/settleUpdate';
import { isElsewhere } from '#/features/sections/model/otherCourse';
import { keysOf } from '#/lib/objects';
import { holds, payloadOf, valuesOf, type StoredValues } from './recordPayload';
import { writtenOver } from './job';
import type { JobError, JobStep, StepOutcome } from './jobTypes';

export interface StepCalls {
  /** The course that the person saw the section in. */
  readonly courseId: number;
  getSection(id: number): Promise<SectionRecord>;
  updateSection(payload: SectionUpdatePayload): Promise<void>;
  /** Resolves after so many milliseconds. */
  readonly wait: (ms: number) => Promise<void>;
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
  const record = await settle(calls.getSection(step.id));
  if (record instanceof ApiError) {
    return step.outcome?.status === 'unknown'
      ? { ...step.outcome, error: toJobError(record) }
      : failed(record, earlier);
  }
  if (isElsewhere(record, calls.courseId)) return { status: 'otherCourse', course: record.CourseTitle };
  if (holds(record, step.set)) return earlier ? written(earlier, step.set) : { status: 'unchanged' };
  if (step.expect && !holds(record, step.expect)) {
    return { status: 'changedSince', by: record.UpdatedBy, on: record.UpdatedOn };
  }

  const before = valuesOf(record, step.set);
  const sent = payloadOf(record, step.set);
  calls.keep({ status: 'unknown', before, error: null });
  const fate = await settleUpdate(
    { before: record, sent },
    {
      send: () => settle(calls.updateSection(sent)),
      read: () => settle(calls.getSection(step.id)),
      wait: calls.wait,
    },
  );
  if (!fate.isSent) return failed(fate.error, earlier);
  const { lostAnswer, record: after } = fate;
  if (after instanceof ApiError) {
    return { status: 'unknown', before, error: toJobError(lostAnswer ?? after) };
  }
  const isStored = keysOf(step.set).every((name) => hasArrived(name, { before: record, sent }, after));
  if (isStored) return written(before, step.set);
  // Without the server's yes, what stood there before is no answer to what was sent.
  if (lostAnswer && holds(after, before)) return failed(lostAnswer, before);
  // A stamp from before the write is the name of nobody who has overtaken it.
  const by = isWrittenSince(record, after) ? after.UpdatedBy : null;
  return { status: 'keptOther', before, found: valuesOf(after, step.set), by };
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
