import type { ApiErrorKind, FieldError, WriteOutcome } from '#/api/http/errors';
import { isObject } from '#/api/http/json';
import type { ChangeableProperty, StoredValues } from './recordPayload';
import type { CopyGoal, Job, JobError, JobStep, JobStore, SentCopy, StepOutcome } from './jobTypes';

export type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const STORED_VERSION = 1;

const changeable: Readonly<Record<ChangeableProperty, true>> = {
  Title: true,
  SectionContents: true,
  Active: true,
  DisplayOrder: true,
  UnlockType: true,
  UnlockAfterDays: true,
};

const kinds: Readonly<Record<ApiErrorKind, true>> = {
  refused: true,
  signedOut: true,
  forbidden: true,
  notFound: true,
  throttled: true,
  server: true,
  network: true,
  offline: true,
  timeout: true,
  unreadable: true,
  outdated: true,
  incomplete: true,
  aborted: true,
};

const outcomes: Readonly<Record<WriteOutcome, true>> = { refused: true, notSent: true, unknown: true };

/**
 * Keeps one job per account and course in the browser. It holds titles and the values that the job writes; no token.
 * An entry that is damaged or of another version counts as none. What a storage refuses is kept until the page goes.
 * @param storage a function, because reading `window.localStorage` itself can throw
 */
export function createJobStore(storage: () => TextStorage, account: string): JobStore {
  const keyOf = (courseId: number) => `section-run/${encodeURIComponent(account)}/${courseId}`;
  const refused = new Map<number, Job>();
  return {
    save(job) {
      const isKept = attempt(() => {
        storage().setItem(keyOf(job.courseId), JSON.stringify({ version: STORED_VERSION, run: job }));
        return true;
      }, false);
      if (isKept) refused.delete(job.courseId);
      else refused.set(job.courseId, job);
      return isKept;
    },
    load(courseId) {
      const unstored = refused.get(courseId);
      if (unstored) return unstored;
      return attempt(() => {
        const entry: unknown = JSON.parse(storage().getItem(keyOf(courseId)) ?? 'null');
        if (!isObject(entry) || entry.version !== STORED_VERSION || !isJob(entry.run)) return null;
        return entry.run.courseId === courseId ? entry.run : null;
      }, null);
    },
    remove(courseId) {
      refused.delete(courseId);
      attempt(() => storage().removeItem(keyOf(courseId)), undefined);
    },
  };
}

/** What `work` gives; `otherwise` where storage refuses or holds nonsense. */
export function attempt<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch {
    return otherwise;
  }
}

function isJob(value: unknown): value is Job {
  return (
    isObject(value) &&
    typeof value.describe === 'string' &&
    (value.direction === 'forward' || value.direction === 'back') &&
    (value.task === undefined || value.task === 'delete' || value.task === 'duplicate') &&
    (value.goal === undefined || isCopyGoal(value.goal)) &&
    typeof value.startedAt === 'number' &&
    typeof value.stopAtFailure === 'boolean' &&
    (value.ids === null || isIds(value.ids)) &&
    (value.order === undefined || isOrder(value.order)) &&
    Array.isArray(value.steps) &&
    value.steps.every(isStep)
  );
}

export function isCopyGoal(value: unknown): value is CopyGoal {
  if (!isObject(value)) return false;
  const { across, place } = value;
  return (
    (across === undefined ||
      (isObject(across) && Number.isSafeInteger(across.from) && typeof across.into === 'string')) &&
    (place === undefined || place === 'start' || place === 'end' || Number.isSafeInteger(place))
  );
}

function isOrder(value: unknown): value is NonNullable<Job['order']> {
  return (
    isObject(value) &&
    isIds(value.before) &&
    isIds(value.wanted) &&
    isIds(value.alone) &&
    (value.left === undefined || isIds(value.left)) &&
    (value.isBySequence === undefined || typeof value.isBySequence === 'boolean')
  );
}

function isStep(value: unknown): value is JobStep {
  return (
    isObject(value) &&
    Number.isSafeInteger(value.id) &&
    typeof value.describe === 'string' &&
    isValues(value.set) &&
    (value.expect === null || isValues(value.expect)) &&
    (value.outcome === null || isOutcome(value.outcome))
  );
}

function isOutcome(value: unknown): value is StepOutcome {
  if (!isObject(value)) return false;
  switch (value.status) {
    case 'written':
      return isValues(value.before) && isValues(value.after);
    case 'unknown':
      return (
        isValues(value.before) &&
        (value.error === null || isJobError(value.error)) &&
        isCopyOrNone(value.copy)
      );
    case 'failed':
      return (
        (value.before === null || isValues(value.before)) &&
        isJobError(value.error) &&
        isCopyOrNone(value.copy)
      );
    case 'keptOther':
      return isValues(value.before) && isValues(value.found) && isTextOrNull(value.by);
    case 'otherCourse':
      return isTextOrNull(value.course);
    case 'done':
      return (
        (value.createdId === null || Number.isSafeInteger(value.createdId)) &&
        (value.twinIds === undefined || isIds(value.twinIds))
      );
    case 'changedSince':
      return isTextOrNull(value.by) && isTextOrNull(value.on);
    default:
      return value.status === 'unchanged';
  }
}

function isCopyOrNone(value: unknown): value is SentCopy | undefined {
  if (value === undefined) return true;
  return isObject(value) && isObject(value.sent) && (value.idsBefore === null || isIds(value.idsBefore));
}

export function isIds(value: unknown): value is number[] {
  return Array.isArray(value) && value.every(Number.isSafeInteger);
}

function isJobError(value: unknown): value is JobError {
  return (
    isObject(value) &&
    isKeyOf(kinds, value.kind) &&
    isKeyOf(outcomes, value.outcome) &&
    (value.status === null || typeof value.status === 'number') &&
    typeof value.details === 'string' &&
    isTextOrNull(value.serverMessage) &&
    isTextOrNull(value.role) &&
    Array.isArray(value.fieldErrors) &&
    value.fieldErrors.every(isFieldError)
  );
}

function isFieldError(value: unknown): value is FieldError {
  return isObject(value) && isTextOrNull(value.propertyName) && typeof value.message === 'string';
}

export function isValues(value: unknown): value is StoredValues {
  return isObject(value) && Object.keys(value).every((name) => isKeyOf(changeable, name));
}

function isKeyOf<T extends object>(table: T, value: unknown): value is keyof T {
  return typeof value === 'string' && Object.hasOwn(table, value);
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}
