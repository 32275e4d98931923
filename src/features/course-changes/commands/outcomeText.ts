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
  const isOrder = job.steps.some(({ set }) => 'DisplayOrder' in set);
  switch (outcome.status) {
    case 'written':
      return isOrder ? null : { tone: 'done', text: job.direction === 'back' ? 'Put back' : 'Changed' };
    case 'unchanged':
      return isOrder ? null : { tone: 'done', text: 'Was so already' };
    case 'done':
      return { tone: 'done', text: job.task === 'duplicate' ? 'Duplicated' : 'Deleted' };
    case 'changedSince':
      return { tone: 'danger', text: `Not put back: ${outcome.by ?? 'somebody'} has changed it since.` };
    case 'failed':
      return { tone: 'danger', text: failedText(outcome) };
    case 'unknown':
      return { tone: 'danger', text: 'We could not confirm whether this one was written.' };
  }
}

function failedText({ error }: Extract<StepOutcome, { status: 'failed' }>): string {
  const words = failureText(error);
  return error.outcome === 'unknown' ? `Not stored as asked. ${words}` : words;
}
