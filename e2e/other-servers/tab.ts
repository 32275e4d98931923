import { hashKey, QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, vi } from 'vitest';
import { describeError } from '#/api/http/describeError';
import { ApiError } from '#/api/http/errors';
import { settle } from '#/api/http/result';
import { session, sessionStore } from '#/api/session/session';
import { forgetSections } from '#/api/sections/knownSections';
import type { Request as Wish } from '#/features/course-changes/askedTypes';
import type { Job } from '#/features/course-changes/job/jobTypes';
import { courseStore, setState, type Activity } from '#/features/course-changes/courseStore';
import { loadCommands, moveRows, request, runCommand, undoLast } from '#/features/course-changes/dispatch';
import { isSameSequence, moveTo } from '#/features/course-changes/plan/sequence';
import { createFakeLocks } from '#/features/course-changes/testing/fakeLocks';
import { createMemoryStorage } from '#/features/course-changes/testing/jobTestBench';
import { runCreate } from '#/features/saving/runWrite';
import type { EditorParts, EditorState } from '#/features/section-form/editorParts';
import { createOrderQuestion } from '#/features/section-form/orderQuestion';
import { settleCreate } from '#/features/section-form/settleCreate';
import { submitEdit } from '#/features/section-form/submitEdit';
import { remoteChangesOf } from '#/features/section-list/remoteChanges';
import {
  type SectionField,
  type SectionFormValues,
  toFormValues,
} from '#/features/sections/model/sectionFormValues';
import { courseSectionsQuery } from '#/features/sections/queries/courseQueries';
import { sectionQuery } from '#/features/sections/queries/sectionQueries';
import { PASSWORD } from '../../sandbox/accounts';
import type { SubmitReport } from '#/forms/useEntityForm';
import { createStore } from '#/lib/store';
import { createSandbox, type Sandbox } from '../../sandbox/app';
import { DEFAULT_OPTIONS, type WorldOptions } from '../../sandbox/options';
import type { QueuedFault } from '../../sandbox/faults';
import type { StoredRecord } from '../../sandbox/db';
import { clientOf, record, records, type TestClient } from '../../sandbox/testClient';
import { finished, pass, stopClock, untimed } from './clock';

const ACCOUNT = 'admin@sandbox.test';

let sandbox: Sandbox;
let client: TestClient;
let opened = 0;

const EMPTY = { notes: [], overtaken: null, conflict: null, pending: null, isDeleted: false };

/** The app's own code over the sandbox, in one process: no browser, no network, no time. */
beforeEach(async () => {
  sandbox ??= createSandbox({ storage: 'memory', now: () => Date.now() });
  client ??= await clientOf(sandbox);
  // What is loaded late takes a time that no clock here knows.
  await Promise.all([loadCommands(), import('#/api/sections/currentReads')]);
  stopClock();
  const { json } = await client.token({
    grant_type: 'password',
    username: ACCOUNT,
    password: PASSWORD,
  });
  vi.spyOn(session, 'getAccessToken').mockResolvedValue(String(record(json)['access_token']));
  vi.spyOn(session, 'getClientId').mockReturnValue('this sign-in');
  vi.spyOn(sessionStore, 'getSnapshot').mockReturnValue({ status: 'signedIn', username: ACCOUNT });
  vi.stubGlobal('localStorage', createMemoryStorage());
  vi.stubGlobal('navigator', { onLine: true, locks: createFakeLocks() });
  const page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }));
  vi.stubGlobal('fetch', (url: string, init?: RequestInit) =>
    untimed(
      url === '/config.json'
        ? Promise.resolve(new Response(null, { status: 404 }))
        : sandbox.fetch(new Request(`http://localhost${url}`, init)),
    ),
  );
  await client.control('DELETE', '/faults');
  await setServer(DEFAULT_OPTIONS);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  // Each list reads them all.
  const { store } = sandbox.worlds.default();
  for (const { Id } of store.list('sections')) store.remove('sections', Id);
});

export async function setServer(options: Partial<WorldOptions>): Promise<void> {
  const { status, text } = await client.control('PATCH', '/options', options);
  if (status !== 200) throw new Error(text);
}

export async function queueFault(fault: Partial<QueuedFault>): Promise<void> {
  const { status, text } = await client.control('POST', '/faults', fault);
  if (status !== 204) throw new Error(text);
}

export async function storedSections(courseId: number): Promise<StoredRecord[]> {
  const { json } = await client.control('GET', `/sections?courseId=${courseId}`);
  return records(json) as unknown as StoredRecord[];
}

async function insert(entity: string, properties: Record<string, unknown>): Promise<number> {
  return Number(record((await client.control('POST', `/${entity}`, properties)).json)['Id']);
}

export type Tab = Awaited<ReturnType<typeof openTab>>;

/** A course with five sections in one tab: its list is open, and any of its forms can be. */
export async function openTab(orders: readonly number[] = [10, 20, 30, 40, 50]) {
  const courseId = await insert('courses', { Title: `Course ${++opened}` });
  const from = await insert('courses', { Title: `Course ${opened}, of originals` });
  const elsewhere = { Title: 'From elsewhere', SectionContents: '<p>From elsewhere</p>' };
  const original = await insert('sections', { CourseId: from, DisplayOrder: 10, ...elsewhere });
  const ids: number[] = [];
  for (const [index, DisplayOrder] of orders.entries()) {
    const Title = `Section ${index + 1}`;
    const SectionContents = `<p>Introduction ${index + 1}</p>`;
    ids.push(await insert('sections', { CourseId: courseId, Title, SectionContents, DisplayOrder }));
  }
  const queries = new QueryClient({ defaultOptions: { queries: { gcTime: Infinity } } });
  const store = courseStore(queries, ACCOUNT, courseId);
  const listQuery = courseSectionsQuery(courseId);
  const state = () => store.state.getSnapshot();
  const list = () => queries.getQueryData(listQuery.queryKey)?.rows ?? [];
  /** Sections that the list has marked as changed by others. */
  const marked = new Set<number>();

  // What the page of the list does with new rows (useSections.ts), and when it is left (useCourseStore.ts).
  let isListOpen = false;
  const showList = (): void => {
    for (const id of remoteChangesOf(list(), store.knownVersions).keys()) marked.add(id);
    for (const { Id, UpdatedOn } of list()) store.knownVersions.set(Id, UpdatedOn);
    const ids = list().map(({ Id }) => Id);
    if (!isSameSequence(state().displayedOrder ?? [], ids)) setState(store, { displayedOrder: ids });
  };
  queries.getQueryCache().subscribe(({ type, query }) => {
    if (isListOpen && type === 'updated' && query.queryHash === hashKey(listQuery.queryKey)) showList();
  });
  const openList = async (): Promise<void> => {
    if (isListOpen) return;
    await finished(queries.fetchQuery(listQuery));
    isListOpen = true;
    showList();
  };
  const leaveList = (): void => {
    isListOpen = false;
    store.knownVersions.clear();
    setState(store, { displayedOrder: null });
  };

  const target = (id: number) => ({ id, title: list().find(({ Id }) => Id === id)?.Title ?? '?' });

  /** All that was said to the person since the last `forget`, in announcements, notices, rows and forms. */
  const said = new Set<string>();
  const say = (...texts: (string | undefined)[]) => {
    for (const text of texts) if (text) said.add(text);
  };
  store.state.subscribe(() => {
    const { status, activity, rows: notes } = state();
    say(status.text, activityText(activity), ...[...notes.values()].map(({ note }) => note?.text));
  });

  /** Why a section is not as it was asked for, or what the list waits for; null when all is well. */
  const trouble = (id: number): string | null => {
    const { activity, rows } = state();
    const note = rows.get(id)?.note;
    return note?.tone === 'danger' ? note.text : activity && activityText(activity);
  };

  /** @param work begins once the list is open */
  const change = async (work: () => Promise<unknown>): Promise<void> => {
    await openList();
    await finished(work());
    // What is read again behind a finished change, and stamps of another second.
    await pass(10_000);
  };

  await openList();
  // What is written from here on has a stamp of its own.
  await pass(10_000);
  return {
    courseId,
    ids,
    /** A section of another course. */
    other: { id: original, courseId: from, facts: elsewhere },
    store,
    state,
    list,
    said,
    trouble,
    openList,
    /** What only memory held is gone; the browser's storage stays. */
    reload(): void {
      leaveList();
      forgetSections();
      queries.clear();
      store.ownOrderWrites.clear();
    },
    /** Reads the list again, as the page does when it gets the focus. */
    refresh: () => change(() => queries.fetchQuery({ ...listQuery, staleTime: 0 })),
    marked,
    ask: (describe: string, wish: Wish) => change(() => request(store, describe, wish)),
    finish: (job: Job) => change(() => runCommand(store, (commands) => commands.finish(store, job))),
    putBack: (job: Job) => change(() => runCommand(store, (commands) => commands.putBack(store, job))),
    /** @returns whether there was something to take back */
    async undo(): Promise<boolean> {
      let isThere = false;
      await change(async () => {
        isThere = undoLast(store);
        await pass(0);
        await store.tail;
      });
      return isThere;
    },
    target,
    /** @param position counted from 1 */
    async move(id: number, position: number): Promise<readonly number[]> {
      await openList();
      const before = list().map(({ Id }) => Id);
      const wanted = moveTo(before, id, position) ?? before;
      moveRows(store, [id], before, wanted, (one) => target(one).title);
      await pass(1000);
      await change(() => store.tail);
      return wanted;
    },
    /** The form of a section, opened now; null when the page shows an error instead. */
    async openForm(id: number) {
      leaveList();
      const opened = await finished(settle(queries.fetchQuery(sectionQuery(id))));
      if (opened instanceof ApiError) {
        say(describeError(opened).text);
        return null;
      }
      let values = toFormValues(opened);
      const editor = createStore<EditorState>({ base: opened, phase: null, ...EMPTY });
      const set = (changes: Partial<EditorState>) => editor.set({ ...editor.getSnapshot(), ...changes });
      const form = {
        values: () => values,
        forget: () => undefined,
        rebase(_stored: SectionFormValues, next: SectionFormValues) {
          values = next;
        },
      };
      const parts: EditorParts = {
        client: queries,
        question: createOrderQuestion(queries),
        state: editor.getSnapshot,
        set,
        form: () => form,
        adopt(base, next) {
          set({ base });
          values = next;
        },
      };
      return {
        values: form.values,
        /** @returns whether the form says that it is saved */
        async save(typed: Partial<SectionFormValues> = {}): Promise<boolean> {
          values = { ...values, ...typed };
          const report = await finished(submitEdit(parts, values));
          say(...wordsOf(report));
          await pass(10_000);
          return report.ok;
        },
      };
    },
    /** @returns the number of the new section; null when the form does not say that it is created */
    async create(values: SectionFormValues): Promise<number | null> {
      leaveList();
      const result = await finished(runCreate(queries, { values }, () => undefined));
      const question = createOrderQuestion(queries);
      const { report, created } = await finished(settleCreate(result, values, question, () => values));
      say(...wordsOf(report));
      await change(async () => undefined);
      return created?.id ?? null;
    },
  };
}

function wordsOf(report: SubmitReport<SectionField>): readonly string[] {
  if (report.ok) return report.notes ?? [];
  return [report.lead ?? '', ...report.form.map(({ text }) => text), ...[...report.fields.values()].flat()];
}

function activityText(activity: Activity | null): string {
  if (activity?.phase === 'message') return `${activity.title}. ${activity.text}`;
  if (activity?.phase !== 'ended') return '';
  return [`Not finished: ${activity.job.describe}`, activity.refusal ?? ''].join('. ');
}
