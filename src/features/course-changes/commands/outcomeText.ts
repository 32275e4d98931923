import { describeError } from '#/api/http/describeError';
import { ApiError } from '#/api/http/errors';
import type { Job, JobError, JobStep, StepOutcome } from '#/features/course-changes/job/jobTypes';
import type { RowState } from '#/features/course-changes/courseStore';

/** Why a write did not succeed. A plain refusal is the server's own words and nothing else. */
export function failureText(error: JobError | ApiError): string {
  const whole = error instanceof ApiError ? error : new ApiError(error);
  const { title, text } = describeError(whole);
  if (whole.kind === 'refused') return whole.serverMessage ?? text;
  return `${title}. ${text}`;
}

/** What became of one step, at its row; null for nothing to say. */
export function outcomeNote(job: Job, { outcome }: JobStep): RowState['note'] | null {
  if (outcome === null) return null;
  const trouble = troubleText(outcome);
  if (trouble !== null) return { tone: 'danger', text: trouble };
  const text = doneText(job, outcome);
  return text === null ? null : { tone: 'done', text };
}

/** Why a step is not as it was asked for; null for one that is. */
export function troubleText(outcome: StepOutcome): string | null {
  switch (outcome.status) {
    case 'failed':
      return failedText(outcome.error);
    case 'unknown':
      return 'We could not confirm whether this one was written.';
    case 'changedSince':
      return `Not put back: ${outcome.by ?? 'somebody'} has changed it since.`;
    case 'written':
    case 'unchanged':
    case 'done':
      return null;
  }
}

/** A new order is seen by where the row stands, so it needs no words. */
function doneText({ task, direction, steps }: Job, { status }: StepOutcome): string | null {
  if (status === 'done') return task === 'duplicate' ? 'Duplicated' : 'Deleted';
  if (steps.some(({ set }) => 'DisplayOrder' in set)) return null;
  if (status === 'unchanged') return 'Was so already';
  return direction === 'back' ? 'Put back' : 'Changed';
}

function failedText(error: JobError): string {
  const words = failureText(error);
  return error.outcome === 'unknown' ? `Not stored as asked. ${words}` : words;
}
