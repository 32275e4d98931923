import { describeError } from '#/api/http/describeError';
import { ApiError } from '#/api/http/errors';
import { counted, numeral } from '#/lib/format';
import { isSame } from '#/lib/isSame';
import { labels } from '#/features/sections/model/fields';
import { textOf, unlockChoices } from '#/features/sections/model/sectionFormValues';
import { writtenProperties } from '#/features/sections/model/sectionPayload';
import { otherCourseText } from '#/features/sections/model/otherCourse';
import { unlockTexts } from '#/features/comparison/fieldText';
import type { ChangeableProperty, StoredValues } from '#/features/course-changes/job/recordPayload';
import { isOvertaken, writtenOver } from '#/features/course-changes/job/job';
import type { Job, JobError, JobStep, StepOutcome } from '#/features/course-changes/job/jobTypes';
import type { RowState } from '#/features/course-changes/courseStore';

/** Why a write did not succeed. A plain refusal is the server's own words and nothing else. */
export function failureText(error: JobError | ApiError): string {
  const whole = error instanceof ApiError ? error : new ApiError(error);
  const { title, text } = describeError(whole);
  if (whole.kind === 'refused') return whole.serverMessage ?? text;
  return `${title}. ${text}`;
}

/** What became of one step, at its row; null for nothing to say. @param account who asked for it */
export function outcomeNote(job: Job, step: JobStep, account: string): RowState['note'] | null {
  const { set, outcome } = step;
  if (outcome === null) return null;
  const trouble = troubleText(outcome, set, account, job.task);
  if (trouble !== null) return { tone: 'danger', text: trouble };
  const text = doneNote(job, step, outcome);
  return text === null ? null : { tone: 'done', text };
}

/**
 * Why a step is not as it was asked for; null for one that is.
 * @param set what it was to store
 * @param account who asked for it: another one that wrote last is named
 * @param task left out: an update
 */
export function troubleText(
  outcome: StepOutcome,
  set: StoredValues,
  account: string,
  task?: Job['task'],
): string | null {
  switch (outcome.status) {
    case 'keptOther':
      return keptText(outcome, set, account);
    case 'otherCourse':
      return `Not ${task ? DONE[task] : 'changed'}: ${otherCourseText(outcome.course)}`;
    case 'failed':
      return outcome.copy ? lateCopyText(outcome.error) : failedText(outcome.error, task);
    case 'unknown':
      return 'We could not confirm whether this one was changed.';
    case 'changedSince':
      return `Not put back: ${outcome.by ?? 'somebody'} has changed it since.`;
    case 'written':
    case 'unchanged':
    case 'done':
      return null;
  }
}

/** A change that was carried out, by what it has changed: “5 sections deactivated, 1 already inactive”. */
export function doneText({ steps }: Job): string {
  const [first] = steps;
  if (!first) return '';
  const { set } = first;
  const changed = steps.filter((step) => writtenOver(step) !== null).length;
  const same = steps.length - changed;
  const already = typeof set.Active === 'boolean' ? `already ${stateText(set.Active)}` : 'already so';
  if (steps.length === 1) return doneOneText(first);
  if (changed === 0) return `Not changed: ${counted(same, 'section')} ${already}`;
  const what =
    typeof set.Active === 'boolean'
      ? `${counted(changed, 'section')} ${set.Active ? 'activated' : 'deactivated'}`
      : 'UnlockType' in set || 'UnlockAfterDays' in set
        ? `Unlock rule of ${counted(changed, 'section')} changed`
        : `${counted(changed, 'section')} changed`;
  return same > 0 ? `${what}, ${numeral(same)} ${already}` : what;
}

function doneOneText({ describe, set }: JobStep): string {
  if (typeof set.Active === 'boolean') return `“${describe}” is ${stateText(set.Active)}`;
  if (typeof set.Title === 'string') return `“${describe}” renamed to “${set.Title}”`;
  return 'UnlockType' in set || 'UnlockAfterDays' in set
    ? `Unlock rule of “${describe}” changed`
    : `“${describe}” changed`;
}

const stateText = (isActive: boolean) => (isActive ? 'active' : 'inactive');

/** A new order is seen by where the row stands, so it needs no words. */
function doneNote({ task, direction, steps }: Job, { set }: JobStep, { status }: StepOutcome): string | null {
  if (status === 'done') return task === 'duplicate' ? 'Duplicated' : 'Deleted';
  if (steps.some(({ set }) => 'DisplayOrder' in set)) return null;
  if (status === 'unchanged')
    return typeof set.Active === 'boolean' ? `Already ${stateText(set.Active)}` : 'Already so';
  return direction === 'back' ? 'Put back' : 'Changed';
}

const DONE = { delete: 'deleted', duplicate: 'duplicated' } as const;

type KeptOther = Extract<StepOutcome, { status: 'keptOther' }>;

function keptText(outcome: KeptOther, set: StoredValues, account: string): string {
  const { before, found, by } = outcome;
  const differing = writtenProperties.flatMap(([property, field]) =>
    property !== 'CourseId' && property in set && !isSame(set[property], found[property])
      ? [{ label: labels[field], now: valueText(property, found), wanted: valueText(property, set) }]
      : [],
  );
  if (isOvertaken(outcome, account)) {
    const texts = differing.map(({ label, now }) => `${label} is ${now}`);
    return `${by} has changed this just after you: ${texts.join('; ')}.`;
  }
  // Something new by nobody known may be anybody's.
  const isServers = by !== null || isSame(before, found);
  const texts = differing.map(
    ({ label, now, wanted }) =>
      `${label}: ${isServers ? 'the server kept ' : ''}${now} instead of ${wanted}.`,
  );
  return isServers ? texts.join(' ') : `${texts.join(' ')} Who changed it is not known.`;
}

/** A stored value in the words of the screen. */
function valueText(property: ChangeableProperty, values: StoredValues): string {
  const value = values[property];
  const choice = property === 'UnlockType' && unlockChoices[Number(value)];
  if (choice) return `“${unlockTexts[choice]}”`;
  if (typeof value === 'boolean') return value ? '“On”' : '“Off”';
  if (typeof value === 'number') return String(value);
  const text = textOf(value);
  return text === '' ? 'nothing' : `“${text}”`;
}

function lateCopyText(error: JobError): string {
  const { title } = describeError(new ApiError(error));
  const words = error.serverMessage === null ? `${title}.` : `${title}: “${error.serverMessage}”`;
  return `No copy was found so far; it can still arrive. “Finish” looks for it before it sends another. ${words}`;
}

function failedText(error: JobError, task: Job['task']): string {
  const words = failureText(error);
  return error.outcome === 'unknown' && task !== 'delete'
    ? `Not ${task ? DONE[task] : 'changed'}. ${words}`
    : words;
}
