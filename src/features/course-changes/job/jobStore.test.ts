import { describe, expect, it } from 'vitest';
import { createFakeServer } from '#/features/course-changes/testing/fakeServer';
import { undoJob } from './job';
import {
  courseId,
  me,
  createBench,
  createMemoryStorage,
  reorderJob,
} from '#/features/course-changes/testing/jobTestBench';
import { createJobStore } from './jobStore';
import type { Job, StepOutcome } from './jobTypes';

const job = reorderJob(createFakeServer([1, 2, 3]), [3, 2, 1]);
const error = {
  kind: 'network',
  outcome: 'unknown',
  status: null,
  serverMessage: null,
  fieldErrors: [],
  role: null,
  details: '',
} as const;
const values = { DisplayOrder: 4 };

function withOutcome(outcome: StepOutcome): Job {
  return { ...job, steps: job.steps.map((step) => ({ ...step, outcome })) };
}

/** A stored entry with something else in its job, or in it. */
function entryOf(inJob: Record<string, unknown>, inEntry: Record<string, unknown> = {}): string {
  return JSON.stringify({ version: 1, run: { ...job, ...inJob }, ...inEntry });
}

/** A stored entry of a step that ended in a way that no version of the app writes. */
function entryWith(outcome: unknown): string {
  return entryOf({ steps: job.steps.map((step) => ({ ...step, outcome })) });
}

describe('a run that was stored', () => {
  it.each<StepOutcome>([
    { status: 'written', before: values, after: values },
    { status: 'unchanged' },
    { status: 'done', createdId: null },
    { status: 'done', createdId: 9 },
    { status: 'failed', error, before: null },
    { status: 'failed', error, before: values },
    { status: 'unknown', before: values, error: null },
    { status: 'unknown', before: values, error },
    { status: 'changedSince', by: null, on: '2026-11-01T08:00:00Z' },
  ])('comes back as it was: $status', (outcome) => {
    const store = createJobStore(createMemoryStorageOnce(), 'a@example.com');
    expect(store.save(withOutcome(outcome))).toBe(true);
    expect(store.load(courseId)).toEqual(withOutcome(outcome));
    expect(store.save(undoJob(withOutcome(outcome), 1, me))).toBe(true);
    expect(store.load(courseId)).toEqual(undoJob(withOutcome(outcome), 1, me));
  });

  it('is gone when it is removed', () => {
    const { store, storage } = createBench(createFakeServer([]));
    store.save(job);
    store.remove(courseId);
    expect([store.load(courseId), storage.entries.size]).toEqual([null, 0]);
  });

  it('is found by its own account and course only', () => {
    const storage = createMemoryStorage();
    createJobStore(() => storage, 'a/7').save(job);
    expect(createJobStore(() => storage, 'a').load(courseId)).toBeNull();
    expect(createJobStore(() => storage, 'a/7').load(8)).toBeNull();
    expect(createJobStore(() => storage, 'a/7').load(courseId)).toEqual(job);
  });
});

const loaded = (text: string) => {
  const { store, storage } = createBench(createFakeServer([]));
  store.save(job);
  const [key = ''] = storage.entries.keys();
  storage.setItem(key, text);
  return store.load(courseId);
};

describe('a stored entry', () => {
  it.each([
    ['as it was written', entryOf({})],
    ['with an error', entryWith({ status: 'failed', error, before: values })],
  ])('is read %s', (_, text) => {
    expect(loaded(text)).not.toBeNull();
  });

  it.each([
    ['no JSON', '{'],
    ['something else', '[1]'],
    ['another version', entryOf({}, { version: 2 })],
    ['no job', entryOf({}, { run: undefined })],
    ['the job of another course', entryOf({ courseId: 8 })],
    ['no steps', entryOf({ steps: null })],
    ['a broken step', entryOf({ steps: [{ id: 1 }] })],
    ['broken ids', entryOf({ ids: ['1'] })],
    ['an unknown outcome', entryWith({ status: 'odd' })],
    ['an outcome without its values', entryWith({ status: 'written' })],
    [
      'a property that no job may change',
      entryWith({ status: 'written', before: { CourseId: 1 }, after: {} }),
    ],
    [
      'an unknown kind of error',
      entryWith({ status: 'failed', error: { ...error, kind: 'odd' }, before: null }),
    ],
    [
      'an error of unknown outcome',
      entryWith({ status: 'failed', error: { ...error, outcome: 'toString' }, before: null }),
    ],
    [
      'a broken message',
      entryWith({ status: 'failed', error: { ...error, fieldErrors: [{ message: 1 }] }, before: null }),
    ],
  ])('counts as none with %s', (_, text) => {
    expect(loaded(text)).toBeNull();
  });
});

describe('a browser that refuses storage', () => {
  it('is survived, and said: the job lasts as long as the page', () => {
    const store = createJobStore(refuse, 'a@example.com');
    expect(store.save(job)).toBe(false);
    expect(store.load(courseId)).toEqual(job);
    expect(store.load(courseId + 1)).toBeNull();
    store.remove(courseId);
    expect(store.load(courseId)).toBeNull();
    expect(createJobStore(refuse, 'a@example.com').load(courseId)).toBeNull();
  });

  it('because it is full has the older state of the job, which is not what counts', () => {
    const storage = createMemoryStorage();
    const store = createJobStore(() => storage, 'a@example.com');
    store.save(job);
    const { setItem } = storage;
    storage.setItem = refuse;
    store.save(withOutcome({ status: 'unchanged' }));
    expect(store.load(courseId)).toEqual(withOutcome({ status: 'unchanged' }));
    storage.setItem = setItem;
    store.save(job);
    expect(store.load(courseId)).toEqual(job);
  });
});

const refuse = () => {
  throw new Error('QuotaExceededError');
};

function createMemoryStorageOnce() {
  const storage = createMemoryStorage();
  return () => storage;
}
