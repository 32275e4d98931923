import { ApiError, type ApiErrorInit } from '#/api/http/errors';
import { readSectionRecord } from '#/api/sections/sectionRecord';
import { updateBody } from '#/api/sections/sectionPayloads';
import type { KnownProperty, SectionRecord, SectionUpdatePayload } from '#/api/sections/sections';

type Json = Record<string, unknown>;

/** What goes wrong with one write. `crash` stands for a page that is closed at that moment. */
export type WriteFault =
  | 'refused'
  | 'throttled'
  | 'lostBefore'
  | 'lostAfter'
  | 'ignored'
  | 'crashBefore'
  | 'crashAfter';

const errors: Readonly<Record<string, ApiErrorInit>> = {
  refused: { kind: 'refused', outcome: 'refused', status: 400, serverMessage: 'Display order: is taken' },
  throttled: { kind: 'throttled', outcome: 'notSent', status: 409 },
  lostBefore: { kind: 'server', outcome: 'unknown', status: 502 },
  lostAfter: { kind: 'network', outcome: 'unknown' },
};

/** A closed page: no `ApiError`, nothing after it runs. */
export class PageClosed extends Error {}

/** A server of sections in memory, for tests of jobs: full-replacement PUT, faults by the number of the call. */
export function createFakeServer(orders: readonly (number | null)[]) {
  const records = new Map<number, Json>(
    orders.map((order, index) => [index + 1, sectionJson(index + 1, order)]),
  );
  const server = {
    writeFaults: new Map<number, WriteFault>(),
    /** Numbers of the readings that fail. */
    readFaults: new Set<number>(),
    /** Called before each reading, with its number: the moment for a colleague or for “Stop”. */
    beforeRead: (_reading: number): void => undefined,
    /** What the server makes of a record before it stores it. */
    cleanUp: (record: Json): Json => record,
    reads: 0,
    writes: [] as number[],
    records,
    ids: () => [...records.keys()],
    orders: () => [...records.values()].map((record) => record.DisplayOrder),
    /** A colleague's change. */
    change(id: number, values: Json) {
      records.set(id, { ...records.get(id), ...values, UpdatedBy: 'colleague@example.com' });
    },
    async getSection(id: number): Promise<SectionRecord> {
      server.beforeRead(++server.reads);
      if (server.readFaults.has(server.reads)) throw new ApiError({ kind: 'network', outcome: 'notSent' });
      const record = readSectionRecord(structuredClone(records.get(id)));
      if (!record) throw new ApiError({ kind: 'notFound', outcome: 'refused', status: 404 });
      return record;
    },
    async updateSection(payload: SectionUpdatePayload): Promise<void> {
      server.writes.push(payload.Id);
      const fault = server.writeFaults.get(server.writes.length);
      const commits = fault === undefined || fault === 'lostAfter' || fault === 'crashAfter';
      if (commits) {
        const {
          NewImageUrl: _image,
          ClearImageFile: _clear,
          ...stored
        } = structuredClone(updateBody(payload));
        records.set(payload.Id, server.cleanUp({ ...stored, UpdatedBy: 'me@example.com' }));
      }
      if (fault === 'crashBefore' || fault === 'crashAfter') throw new PageClosed();
      const error = fault && errors[fault];
      if (error) throw new ApiError(error);
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
