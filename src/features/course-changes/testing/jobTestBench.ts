import { runJob, type JobDeps } from '#/features/course-changes/job/runJob';
import type { FakeServer } from './fakeServer';
import { planOrder } from '#/features/course-changes/plan/orderPlan';
import { createRateLimiter } from '#/features/course-changes/job/rateLimiter';
import { createJob, orderChanges } from '#/features/course-changes/job/job';
import type { Job, JobProgress } from '#/features/course-changes/job/jobTypes';
import { createJobStore } from '#/features/course-changes/job/jobStore';

export const courseId = 7;
/** Whose jobs they are. */
export const me = 'me@example.com';

/** localStorage, as far as it is used; it outlives the page. */
export function createMemoryStorage() {
  const entries = new Map<string, string>();
  const storage = {
    entries,
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, text: string) => void entries.set(key, text),
    removeItem: (key: string) => void entries.delete(key),
  };
  // The browser's own lists its keys as properties.
  return new Proxy(storage, {
    ownKeys: (target) => [...Reflect.ownKeys(target), ...entries.keys()],
    getOwnPropertyDescriptor: (target, key) =>
      Reflect.getOwnPropertyDescriptor(target, key) ?? {
        value: entries.get(String(key)),
        enumerable: entries.has(String(key)),
        configurable: true,
      },
  });
}

/** A clock that moves on by `tick` whenever it is looked at, and by the wait when somebody waits. */
export function createFakeClock(tick = 50) {
  const clock = {
    time: 0,
    waits: [] as number[],
    now: () => (clock.time += tick),
    wait: async (ms: number) => {
      clock.waits.push(ms);
      clock.time += ms;
    },
  };
  return clock;
}

/** Everything that a job needs, over a fake server, with what it reported. */
export function createBench(server: FakeServer) {
  const clock = createFakeClock();
  const storage = createMemoryStorage();
  const store = createJobStore(() => storage, me);
  const progress: JobProgress[] = [];
  const deps: JobDeps = {
    getSection: (id) => server.getSection(id),
    updateSection: (payload) => server.updateSection(payload),
    rateLimiter: createRateLimiter(clock),
    wait: clock.wait,
    now: clock.now,
    store,
    onProgress: (event) => void progress.push(event),
  };
  const run = (job: Job, over: Partial<JobDeps> = {}) => runJob(job, { ...deps, ...over });
  /** What the page finds after a reload. */
  const reloaded = () => {
    const job = store.load(courseId);
    if (!job) throw new Error('No job was stored.');
    return job;
  };
  return { clock, storage, store, progress, run, reloaded };
}

/** The job that brings the server's sections into the wanted sequence. */
export function reorderJob(server: FakeServer, wanted: readonly number[]): Job {
  const stored = [...server.records].map(([id, record]) => ({
    id,
    displayOrder: Number(record.DisplayOrder),
  }));
  const plan = planOrder(stored, wanted);
  if (plan.status === 'refused') throw new Error(plan.reason);
  return createJob({
    courseId,
    describe: 'Reorder',
    startedAt: 1_790_000_000_000,
    ids: server.ids(),
    stopAtFailure: true,
    changes: orderChanges(plan.writes, (id) => `Section ${id}`),
  });
}

/** The sequence that members see. */
export function sequenceOf(server: FakeServer): number[] {
  const orderOf = (id: number) => Number(server.records.get(id)?.DisplayOrder);
  return server.ids().sort((left, right) => orderOf(left) - orderOf(right) || left - right);
}
