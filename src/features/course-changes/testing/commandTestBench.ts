import { QueryClient } from '@tanstack/react-query';
import { afterEach, vi } from 'vitest';
import type { SectionCreatePayload, SectionListRow, SectionUpdatePayload } from '#/api/sections/sections';
import { ask, queuedMoves } from '#/features/course-changes/asked';
import type { ChangeTarget, Request, Target } from '#/features/course-changes/askedTypes';
import * as commands from '#/features/course-changes/commands/commands';
import { type CourseStore, courseStore, setState } from '#/features/course-changes/courseStore';
import type { CopyGoal } from '#/features/course-changes/job/jobTypes';
import type { SectionChanges } from '#/features/course-changes/job/recordPayload';
import { replay } from '#/features/course-changes/plan/moveIntent';
import { writesOfMove } from '#/features/course-changes/plan/plannedWrites';
import type { Sequence } from '#/features/course-changes/plan/sequence';
import { courseSectionsQuery } from '#/features/sections/queries/courseQueries';
import { createFakeLocks } from './fakeLocks';
import { createFakeServer, type FakeServer } from './fakeServer';
import { courseId, createMemoryStorage } from './jobTestBench';

let server: FakeServer;
let opened = 0;

// The calls of the API go to the fake server; all that is above them runs as it does in the app. A test imports this
// file before the commands.
vi.mock('#/api/sections/sections', () => ({ getSection: (id: number) => server.getSection(id) }));
vi.mock('#/api/sections/sectionLists', () => ({
  listSections: (id: number) => server.listSections(id),
  readSectionList: async (id: number) => ({
    rows: await server.listSections(id),
    isComplete: server.isWhole,
    isBehind: false,
  }),
  getSections: (ids: readonly number[]) => server.getSections(ids),
}));
vi.mock('#/api/lessons', () => ({ countLessons: async () => server.lessons }));
vi.mock('#/api/sections/sectionWrites', () => ({
  createSection: (payload: SectionCreatePayload) => server.createSection(payload),
  updateSection: (payload: SectionUpdatePayload) => server.updateSection(payload),
  deleteSection: (id: number) => server.deleteSection(id),
}));

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const request = (store: CourseStore, describe: string, what: Request) =>
  commands.carryOut(store, ask(store, describe, what));

/** What a person can ask for, as the screen asks for it. */
const requests = {
  setActive: (store: CourseStore, target: Target, isActive: boolean) =>
    request(store, `${isActive ? 'Activate' : 'Deactivate'} “${target.title}”`, {
      kind: 'switch',
      target,
      isActive,
    }),
  rename: (store: CourseStore, target: Target, over: string | null, title: string) =>
    request(store, `Rename “${target.title}” to “${title}”`, { kind: 'rename', target, over, title }),
  remove: (store: CourseStore, target: Target) =>
    request(store, `Delete “${target.title}”`, { kind: 'delete', target }),
  changeMany: (store: CourseStore, targets: readonly ChangeTarget[], set: SectionChanges, describe: string) =>
    request(store, describe, { kind: 'change', targets, set }),
  removeMany: (store: CourseStore, targets: readonly Target[], describe: string) =>
    request(store, describe, { kind: 'deleteMany', targets }),
  duplicate: (
    store: CourseStore,
    targets: readonly Target[],
    describe: string,
    isInactive?: boolean,
    goal?: CopyGoal,
  ) =>
    request(store, describe, {
      kind: 'duplicate',
      targets,
      ...(isInactive !== undefined && { isInactive }),
      ...(goal && { goal }),
    }),
  renumber: (store: CourseStore, writes: number) => request(store, 'Tidy up', { kind: 'tidyUp', writes }),
  sendOrder: (store: CourseStore, rows: readonly SectionListRow[], wanted: Sequence, describe: string) =>
    request(store, describe, {
      kind: 'order',
      over: rows.map(({ Id }) => Id),
      wanted,
      writes: writesOfMove(rows, wanted) ?? 0,
    }),
  /** What has gathered since the last time. */
  sendMoves: async (store: CourseStore) => {
    const [first] = queuedMoves(store);
    if (first) await commands.carryOut(store, first);
  },
};

/** A course on the screen of one tab, over a fake server whose sections 1, 2, 3… have these orders. */
export async function openCourse(orders: readonly (number | null)[]) {
  server = createFakeServer(orders);
  vi.useFakeTimers();
  const locks = createFakeLocks();
  vi.stubGlobal('localStorage', createMemoryStorage());
  vi.stubGlobal('navigator', { locks });
  const page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }));

  const client = new QueryClient({ defaultOptions: { queries: { gcTime: Infinity } } });
  const listQuery = courseSectionsQuery(courseId);
  const account = `me-${++opened}@example.com`;
  server.account = account;
  const store = courseStore(client, account, courseId);
  const { rows } = await client.fetchQuery(listQuery);
  setState(store, { displayedOrder: rows.map(({ Id }) => Id) });
  server.lists = 0;

  const state = () => store.state.getSnapshot();
  /** What was announced, in order. */
  const said: string[] = [];
  let last = state().status.number;
  store.state.subscribe(() => {
    const { text, number } = state().status;
    if (number !== last && text !== '') said.push(text);
    last = number;
  });

  return {
    server,
    client,
    store,
    state,
    said,
    commands: { ...commands, ...requests },
    /** The list as it is cached. */
    list: () => client.getQueryData(listQuery.queryKey)?.rows ?? [],
    /** Why the last “Finish” or “Put it back” has sent nothing. */
    refusal() {
      const { activity } = state();
      return activity?.phase === 'ended' ? activity.refusal : undefined;
    },
    noteAt: (id: number) => state().rows.get(id)?.note,
    target: (id: number) => ({ id, title: `Section ${id}` }),
    /** Carries out a command to its end: its waits pass at once. */
    async finished<T>(command: Promise<T>): Promise<T> {
      const settled = Promise.allSettled([command]);
      await vi.runAllTimersAsync();
      await settled;
      return command;
    },
    /** Another tab of this browser that changes the course. @returns ends it */
    otherTab: (): (() => void) => {
      let end: (() => void) | undefined;
      const isDone = new Promise<void>((resolve) => {
        end = resolve;
      });
      void locks.request(`section-run/${account}/${courseId}`, () => isDone);
      return () => end?.();
    },
  };
}

/** A course of four whose new order was stopped by a refusal after its first write. */
export async function halfWritten() {
  const course = await openCourse([10, 20, 30, 40]);
  course.server.writeFaults.set(2, 'refused');
  await course.finished(course.commands.sendOrder(course.store, course.list(), [4, 3, 1, 2], 'Move'));
  const { activity } = course.state();
  if (activity?.phase !== 'ended') throw new Error('Nothing was left.');
  course.said.length = 0;
  return { ...course, job: activity.job };
}

/** The person has moved sections: what the page knows until it is sent. */
export function moved(
  { store, list }: Awaited<ReturnType<typeof openCourse>>,
  ...intents: { readonly ids: readonly number[]; readonly after: number | null }[]
) {
  for (const intent of intents) ask(store, 'Move', { kind: 'move', intent, writes: intents.length });
  const ids = list().map(({ Id }) => Id);
  setState(store, { optimisticOrder: replay(ids, intents) });
}

export const refuseStorage = () => {
  localStorage.setItem = () => {
    throw new Error('QuotaExceededError');
  };
};
