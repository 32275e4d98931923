import { ApiError, type ApiErrorKind, type WriteOutcome } from '#/api/http/errors';
import { updateBody } from '#/api/sections/sectionPayloads';
import type { SectionPayload, SectionRecord } from '#/api/sections/sections';
import { parsed } from '#/features/sections/testing/sectionFixtures';
import type { SavingDeps } from '#/features/saving/types';

type Operation = 'get' | 'put' | 'post' | 'list' | 'batch' | 'wait';

/** What goes wrong with one call; `isDone`: the write is carried out all the same. */
export interface Fault {
  readonly error: unknown;
  readonly isDone?: boolean;
}

export function fault(kind: ApiErrorKind, outcome: WriteOutcome = 'unknown', isDone = false): Fault {
  return { error: new ApiError({ kind, outcome, serverMessage: `${kind} message` }), isDone };
}

export interface FakeService {
  readonly records: Map<number, SectionRecord>;
  /** The calls in order. */
  readonly log: string[];
  readonly deps: SavingDeps;
  /** Told of each call before it is carried out, to play a colleague: the operation and how many came before it. */
  onCall: (operation: Operation, count: number) => void;
  /** What the server does to a record before it stores it. */
  cleanUp: (record: SectionRecord) => SectionRecord;
  /** How many records one POST makes. */
  copies: number;
  /** Faults of the next calls of an operation, in order; null = none. */
  readonly fail: (operation: Operation, ...next: (Fault | null)[]) => void;
  readonly change: (id: number, properties: Partial<SectionRecord>) => void;
}

/** A service in memory for tests: stores records, keeps a log of calls, fails as it is told. */
export function fakeService(start: readonly SectionRecord[]): FakeService {
  const records = new Map(start.map((record) => [record.Id, record]));
  const faults = new Map<Operation, (Fault | null)[]>();
  const log: string[] = [];
  let nextId = 1000;

  const service: FakeService = {
    records,
    log,
    onCall: () => {},
    cleanUp: (record) => record,
    copies: 1,
    fail: (operation, ...next) => void faults.set(operation, [...(faults.get(operation) ?? []), ...next]),
    change: (id, properties) => {
      const record = records.get(id);
      if (record) records.set(id, { ...record, ...properties });
    },
    deps: {
      getSection: (id) => call('get', () => found(id)),
      updateSection: (payload) => call('put', () => store(payload.Id, payload, updateBody(payload))),
      createSection: (payload) => call('post', () => create(payload)),
      listSections: (courseId) =>
        call('list', () => [...records.values()].filter(({ CourseId }) => CourseId === courseId)),
      getSections: (ids) => call('batch', () => new Map(ids.map((id) => [id, readable(id)]))),
      wait: (ms) => call('wait', () => void log.push(`${ms} ms`)),
    },
  };

  async function call<T>(operation: Operation, carryOut: () => T): Promise<T> {
    service.onCall(operation, log.filter((entry) => entry === operation).length);
    log.push(operation);
    const next = faults.get(operation)?.shift();
    if (!next) return carryOut();
    if (next.isDone) carryOut();
    throw next.error;
  }

  function create(payload: SectionPayload): number {
    const ids = Array.from({ length: service.copies }, () => nextId++);
    for (const id of ids) store(id, payload);
    return nextId - 1;
  }

  function found(id: number): SectionRecord {
    const record = records.get(id);
    if (!record) throw new ApiError({ kind: 'notFound', outcome: 'refused', status: 404 });
    return record;
  }

  function readable(id: number): SectionRecord | ApiError {
    return records.get(id) ?? new ApiError({ kind: 'notFound', outcome: 'refused' });
  }

  /** Stores what crosses the wire as JSON, with the image that it asks for. */
  function store(id: number, payload: SectionPayload, body: object = payload): void {
    const stored = parsed({ ...(JSON.parse(JSON.stringify(body)) as object), Id: id });
    const url = payload.NewImageUrl;
    const image = payload.ClearImageFile
      ? null
      : url === null
        ? stored.ImageFileName
        : (url.split('/').at(-1) ?? null);
    records.set(id, service.cleanUp({ ...stored, ImageFileName: image, UpdatedOn: `change ${log.length}` }));
  }

  return service;
}
