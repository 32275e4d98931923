import { ApiError, type ApiErrorInit } from '#/api/http/errors';
import { updateBody } from '#/api/sections/sectionPayloads';
import { readSectionRecord } from '#/api/sections/sectionRecord';
import { bySectionOrder, readSectionListRow } from '#/api/sections/sectionRow';
import type {
  KnownProperty,
  SectionCreatePayload,
  SectionListRow,
  SectionRecord,
  SectionUpdatePayload,
} from '#/api/sections/sections';

type Json = Record<string, unknown>;

/** What goes wrong with one write. `crash` stands for a page that is closed at that moment; `late` waits for `arrive`. */
export type WriteFault =
  | 'refused'
  | 'tooLong'
  | 'forbidden'
  | 'throttled'
  | 'lostBefore'
  | 'lostAfter'
  | 'late'
  | 'ignored'
  | 'crashBefore'
  | 'crashAfter';

const errors: Readonly<Record<string, ApiErrorInit>> = {
  refused: { kind: 'refused', outcome: 'refused', status: 400, serverMessage: 'Display order: is taken' },
  tooLong: {
    kind: 'refused',
    outcome: 'refused',
    status: 400,
    fieldErrors: [{ propertyName: 'Title', message: 'is too long' }],
  },
  forbidden: { kind: 'forbidden', outcome: 'refused', status: 403, role: 'CourseSection-Edit' },
  throttled: { kind: 'throttled', outcome: 'notSent', status: 409 },
  lostBefore: { kind: 'server', outcome: 'unknown', status: 502 },
  lostAfter: { kind: 'network', outcome: 'unknown' },
  late: { kind: 'server', outcome: 'unknown', status: 504 },
};

const NO_ANSWER: ApiErrorInit = { kind: 'network', outcome: 'notSent' };
const NOT_FOUND: ApiErrorInit = { kind: 'notFound', outcome: 'refused', status: 404 };

/** A closed page: no `ApiError`, nothing after it runs. */
export class PageClosed extends Error {}

export type FakeServer = ReturnType<typeof createFakeServer>;

/** A server of sections in memory, for tests of jobs: full-replacement PUT, faults by the number of the call. */
export function createFakeServer(orders: readonly (number | null)[]) {
  const records = new Map<number, Json>(
    orders.map((order, index) => [index + 1, sectionJson(index + 1, order)]),
  );

  /** Courses beside the first one: their sections are in no other list. */
  const courses = new Set<unknown>();

  /** Each write counts, whatever it does; the faults go by that number. */
  function write(id: number, commit: () => void): void {
    server.beforeWrite();
    server.writes.push(id);
    const fault = server.writeFaults.get(server.writes.length);
    if (fault === undefined || fault === 'lostAfter' || fault === 'crashAfter') commit();
    if (fault === 'late') server.late.push(commit);
    if (fault === 'crashBefore' || fault === 'crashAfter') throw new PageClosed();
    const error = fault && errors[fault];
    if (error) throw new ApiError(error);
  }

  function store(id: number, body: Json): void {
    const { NewImageUrl: _image, ClearImageFile: _clear, ...stored } = structuredClone(body);
    records.set(id, server.cleanUp({ ...stored, Id: id, UpdatedBy: server.account }));
    if (server.renumbers) renumber();
  }

  function renumber(): void {
    const rows = [...records.values()].flatMap((record) => readSectionListRow(record) ?? []);
    rows.sort(bySectionOrder).forEach(({ Id }, index) => {
      records.set(Id, { ...records.get(Id), DisplayOrder: index + 1 });
    });
  }

  const server = {
    /** Who writes. */
    account: 'me@example.com',
    writeFaults: new Map<number, WriteFault>(),
    /** Numbers of the readings that fail. */
    readFaults: new Set<number>(),
    readError: NO_ANSWER,
    /** Numbers of the listings that fail. */
    listFaults: new Set<number>(),
    /** Called before each reading, with its number: the moment for a colleague or for “Stop”. */
    beforeRead: (_reading: number): void => undefined,
    /** Called before each listing and before each write. */
    beforeList: (): void => undefined,
    beforeWrite: (): void => undefined,
    /** What the server makes of a record before it stores it. */
    cleanUp: (record: Json): Json => record,
    /** After each write the orders of all are 1…n, in their sequence. */
    renumbers: false,
    /** Whether its list stays the same while it is read. */
    isWhole: true,
    /** How many lessons each section has; left out: none. */
    lessons: new Map<number, number>(),
    /** How many sections one creation makes. */
    copies: 1,
    /** The Id of the next section that is created. */
    nextId: 100,
    reads: 0,
    lists: 0,
    /** The Ids that were written, in order; of a creation the last one that it made. */
    writes: [] as number[],
    records,
    /** What is still on its way. */
    late: [] as (() => void)[],
    arrive() {
      for (const commit of server.late.splice(0)) commit();
    },
    ids: () => [...records.keys()],
    orders: () => [...records.values()].map((record) => record.DisplayOrder),
    /** Another course with sections of these orders, whose ids go on from `firstId`. */
    addCourse(courseId: number, firstId: number, orders: readonly number[]) {
      courses.add(courseId).add(7);
      for (const [index, order] of orders.entries()) {
        const id = firstId + index;
        records.set(id, { ...sectionJson(id, order), CourseId: courseId });
      }
    },
    /** A colleague's change. */
    change(id: number, values: Json) {
      records.set(id, { ...records.get(id), ...values, UpdatedBy: 'colleague@example.com' });
    },
    async getSection(id: number): Promise<SectionRecord> {
      server.beforeRead(++server.reads);
      if (server.readFaults.has(server.reads)) throw new ApiError(server.readError);
      const record = readSectionRecord(structuredClone(records.get(id)));
      if (!record) throw new ApiError(NOT_FOUND);
      return record;
    },
    async getSections(ids: readonly number[]): Promise<Map<number, SectionRecord | ApiError>> {
      return new Map(
        ids.map((id) => [id, readSectionRecord(structuredClone(records.get(id))) ?? new ApiError(NOT_FOUND)]),
      );
    },
    /** Of a course; left out: all. */
    async listSections(courseId?: number): Promise<SectionListRow[]> {
      server.beforeList();
      if (server.listFaults.has(++server.lists)) throw new ApiError(NO_ANSWER);
      return [...records.values()]
        .filter(({ CourseId }) => !courses.has(CourseId) || CourseId === courseId)
        .flatMap((record) => readSectionListRow(structuredClone(record)) ?? [])
        .sort(bySectionOrder);
    },
    async updateSection(payload: SectionUpdatePayload): Promise<void> {
      write(payload.Id, () => store(payload.Id, updateBody(payload)));
    },
    async createSection(payload: SectionCreatePayload): Promise<number> {
      const ids = Array.from({ length: server.copies }, () => server.nextId++);
      const id = server.nextId - 1;
      write(id, () => {
        for (const made of ids) store(made, { ...payload });
      });
      return id;
    },
    /** As the app's own: one that is gone already counts as deleted. */
    async deleteSection(id: number): Promise<void> {
      write(id, () => void records.delete(id));
    },
  };
  return server;
}

function sectionJson(id: number, order: number | null): Json {
  return {
    Id: id,
    CourseId: 7,
    CourseTitle: 'Welcome',
    Title: `Section ${id} `,
    SectionContents: `<p>One\r\nTwo ${id}</p>`,
    Active: id % 2 === 0,
    DisplayOrder: order,
    UnlockType: id % 5,
    UnlockAfterDays: id % 3 === 0 ? null : 3,
    ImageFileName: null,
    UniqueId: 'b7a5',
    CreatedOn: '2025-01-15T10:30:00Z',
    UpdatedOn: '2025-01-15T10:30:00Z',
    UpdatedBy: 'before@example.com',
    SystemId: '  spaces ',
    CustomFields: { Nested: [1, { deep: null }] },
    LocalizationDetails: null,
    IsNew: false,
    AddedByALaterVersion: ['kept'],
  } satisfies Record<KnownProperty, unknown> & Json;
}
