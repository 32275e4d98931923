import { describe, expect, it } from 'vitest';
import { createFakeServer } from '#/features/course-changes/testing/fakeServer';
import { undoJob } from './job';
import {
  courseId,
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

function entryOf(change: (entry: { version: number; job: Record<string, unknown> }) => unknown): string {
  return JSON.stringify(change({ version: 1, job: { ...job } }));
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
    expect(store.save(undoJob(withOutcome(outcome), 1))).toBe(true);
    expect(store.load(courseId)).toEqual(undoJob(withOutcome(outcome), 1));
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

describe('an entry that cannot be used counts as none', () => {
  it.each([
    ['no JSON', '{'],
    ['something else', '[1]'],
    ['another version', entryOf((entry) => ({ ...entry, version: 2 }))],
    ['no run', entryOf(() => ({ version: 1 }))],
    [
      'the run of another course',
      entryOf(({ job: stored }) => ({ version: 1, job: { ...stored, courseId: 8 } })),
    ],
    ['no steps', entryOf(({ job: stored }) => ({ version: 1, job: { ...stored, steps: null } }))],
    ['a broken step', entryOf(({ job: stored }) => ({ version: 1, job: { ...stored, steps: [{ id: 1 }] } }))],
    ['broken ids', entryOf(({ job: stored }) => ({ version: 1, job: { ...stored, ids: ['1'] } }))],
    ['an unknown outcome', JSON.stringify({ version: 1, job: withOutcome({ status: 'odd' } as never) })],
    [
      'an outcome without its values',
      JSON.stringify({ version: 1, job: withOutcome({ status: 'written' } as never) }),
    ],
    [
      'a property that no run may change',
      JSON.stringify({
        version: 1,
        job: withOutcome({ status: 'written', before: { CourseId: 1 }, after: {} } as never),
      }),
    ],
  ])('%s', (_, text) => {
    const { store, storage } = createBench(createFakeServer([]));
    store.save(job);
    const [key = ''] = storage.entries.keys();
    storage.setItem(key, text);
    expect(store.load(courseId)).toBeNull();
  });
});

describe('a browser that refuses storage', () => {
  it('is survived, and said', () => {
    const store = createJobStore(() => {
      throw new Error('SecurityError');
    }, 'a@example.com');
    expect(store.save(job)).toBe(false);
    expect(store.load(courseId)).toBeNull();
    expect(() => store.remove(courseId)).not.toThrow();
  });
});

function createMemoryStorageOnce() {
  const storage = createMemoryStorage();
  return () => storage;
}
