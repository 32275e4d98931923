import { isObject } from '#/api/http/json';
import type { ChangeableProperty } from './recordPayload';
import type { Job, JobStep, JobStore, StepOutcome } from './jobTypes';

type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const STORED_VERSION = 1;

const changeable: Readonly<Record<ChangeableProperty, true>> = {
  Title: true,
  SectionContents: true,
  Active: true,
  DisplayOrder: true,
  UnlockType: true,
  UnlockAfterDays: true,
};

/**
 * Keeps one job per account and course in the browser. It holds titles and the values that the job writes; no token.
 * An entry that is damaged or of another version counts as none. Storage that refuses or is full is survived.
 * @param storage a function, because reading `window.localStorage` itself can throw
 */
export function createJobStore(storage: () => TextStorage, account: string): JobStore {
  const keyOf = (courseId: number) => `section-run/${encodeURIComponent(account)}/${courseId}`;
  return {
    save(job) {
      return attempt(() => {
        storage().setItem(keyOf(job.courseId), JSON.stringify({ version: STORED_VERSION, run: job }));
        return true;
      }, false);
    },
    load(courseId) {
      return attempt(() => {
        const entry: unknown = JSON.parse(storage().getItem(keyOf(courseId)) ?? 'null');
        if (!isObject(entry) || entry.version !== STORED_VERSION || !isJob(entry.run)) return null;
        return entry.run.courseId === courseId ? entry.run : null;
      }, null);
    },
    remove(courseId) {
      attempt(() => storage().removeItem(keyOf(courseId)), undefined);
    },
  };
}

function attempt<T>(work: () => T, otherwise: T): T {
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
    typeof value.startedAt === 'number' &&
    typeof value.stopAtFailure === 'boolean' &&
    (value.ids === null || isIds(value.ids)) &&
    Array.isArray(value.steps) &&
    value.steps.every(isStep)
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
      return isValues(value.before) && (value.error === null || isJobError(value.error));
    case 'failed':
      return (value.before === null || isValues(value.before)) && isJobError(value.error);
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

function isIds(value: unknown): boolean {
  return Array.isArray(value) && value.every(Number.isSafeInteger);
}

function isJobError(value: unknown): boolean {
  return (
    isObject(value) &&
    typeof value.kind === 'string' &&
    typeof value.outcome === 'string' &&
    typeof value.details === 'string' &&
    isTextOrNull(value.serverMessage) &&
    isTextOrNull(value.role) &&
    Array.isArray(value.fieldErrors)
  );
}

function isValues(value: unknown): boolean {
  return isObject(value) && Object.keys(value).every((name) => Object.hasOwn(changeable, name));
}

function isTextOrNull(value: unknown): boolean {
  return value === null || typeof value === 'string';
}
