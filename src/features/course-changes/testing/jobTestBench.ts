import { driveRun, type RunDeps } from '#/features/course-changes/job/runJob';
import type { createFakeServer } from './fakeServer';
import { planOrder } from '#/features/course-changes/plan/orderPlan';
import { createPace } from '#/features/course-changes/job/rateLimiter';
import { createRun, orderChanges } from '#/features/course-changes/job/job';
import type { Run, RunProgress } from '#/features/course-changes/job/jobTypes';
import { createRunStore } from '#/features/course-changes/job/jobStore';

export const courseId = 7;

type Server = ReturnType<typeof createFakeServer>;

/** localStorage, as far as it is used; it outlives the page. */
export function createMemoryStorage() {
  const entries = new Map<string, string>();
  return {
    entries,
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, text: string) => void entries.set(key, text),
    removeItem: (key: string) => void entries.delete(key),
  };
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

/** Everything that a run needs, over a fake server, with what it reported. */
export function createBench(server: Server) {
  const clock = createFakeClock();
  const storage = createMemoryStorage();
  const store = createRunStore(() => storage, 'me@example.com');
  const progress: RunProgress[] = [];
  const deps: RunDeps = {
    getSection: (id) => server.getSection(id),
    updateSection: (payload) => server.updateSection(payload),
    pace: createPace(clock),
    now: clock.now,
    store,
    onProgress: (event) => void progress.push(event),
  };
  const drive = (run: Run, over: Partial<RunDeps> = {}) => driveRun(run, { ...deps, ...over });
  /** What the page finds after a reload. */
  const reloaded = () => {
    const run = store.load(courseId);
    if (!run) throw new Error('No run was stored.');
    return run;
  };
  return { clock, storage, store, progress, drive, reloaded };
}

/** The run that brings the server's sections into the wanted sequence. */
export function reorderRun(server: Server, wanted: readonly number[]): Run {
  const stored = [...server.records].map(([id, record]) => ({
    id,
    displayOrder: Number(record.DisplayOrder),
  }));
  const plan = planOrder(stored, wanted);
  if (plan.status === 'refused') throw new Error(plan.reason);
  return createRun({
    courseId,
    describe: 'Reorder',
    startedAt: 1_790_000_000_000,
    ids: server.ids(),
    stopAtFailure: true,
    changes: orderChanges(plan.writes, (id) => `Section ${id}`),
  });
}

/** The sequence that members see. */
export function sequenceOf(server: Server): number[] {
  const orderOf = (id: number) => Number(server.records.get(id)?.DisplayOrder);
  return server.ids().sort((left, right) => orderOf(left) - orderOf(right) || left - right);
}
