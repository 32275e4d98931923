import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '#/api/http/errors';
import type { Call } from '#/api/http/http';
import { isOwnVersion, noteUpdate } from './confirmedWrites';
import { forgetSections, OLD_RECORDS_KEY } from './knownSections';
import { getSections, listSections, readSectionList } from './sectionLists';
import type { SectionCreatePayload, SectionUpdatePayload } from './sectionPayloads';
import { getSection, type SectionRecord } from './sections';
import { createSection, deleteSection, updateSection } from './sectionWrites';

type Json = Record<string, unknown>;

/** What is stored, and what reads answer where they lag: the state of then. */
let stored: Map<number, Json>;
let replica: Map<number, Json> | null;
/** How many more reads the replica answers. */
let oldReads: number;
let clock: number;
let answersStamp: boolean;
const waits: number[] = [];
const paths: string[] = [];

const lag = (reads = Infinity) => {
  replica = structuredClone(stored);
  oldReads = reads;
};

function answer({ method, path, body, query }: Call<unknown>): unknown {
  paths.push(`${method} ${path}`);
  if (method === 'GET') return read(path, query?.id);
  const stamp = `2026-01-01T00:00:${String(++clock).padStart(2, '0')}Z`;
  if (method === 'DELETE') return void stored.delete(Number(path.split('/').at(-1)));
  const { NewImageUrl: _url, ClearImageFile: _clear, ...record } = body as Json;
  const id = method === 'POST' ? 90 : Number(record.Id);
  stored.set(id, { ...record, Id: id, UpdatedOn: stamp, UpdatedBy: 'me@example.com' });
  return { Value: { Id: id }, ...(answersStamp && { UpdatedOn: stamp }) };
}

function read(path: string, ids: unknown): unknown {
  const state = replica && oldReads-- > 0 ? replica : stored;
  if (typeof ids === 'string')
    return (JSON.parse(ids) as number[]).flatMap((id) => structuredClone(state.get(id)) ?? []);
  const id = Number(path.split('/').at(-1));
  if (!Number.isNaN(id)) {
    if (!state.has(id)) throw new ApiError({ kind: 'notFound', outcome: 'refused' });
    return structuredClone(state.get(id));
  }
  return { Records: structuredClone([...state.values()]), TotalPages: 1 };
}

vi.mock('#/api/http/http', () => ({
  request: async (call: Call<unknown>) => call.parse(answer(call)),
}));
let clientId: string | null;
vi.mock('#/api/session/session', () => ({ session: { getClientId: () => clientId } }));
vi.mock('#/lib/pause', () => ({
  pause: async (ms: number) => void waits.push(ms),
}));

/** localStorage, as far as it is used. */
function createMemoryStorage() {
  const entries = new Map<string, string>();
  return {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, text: string) => void entries.set(key, text),
    removeItem: (key: string) => void entries.delete(key),
  };
}

function section(id: number, more: Json = {}): Json {
  return {
    Id: id,
    CourseId: 7,
    CourseTitle: 'Welcome',
    Title: `Section ${id}`,
    SectionContents: '<p>Old</p>',
    Active: true,
    DisplayOrder: id,
    UnlockType: 1,
    UnlockAfterDays: 0,
    ImageFileName: null,
    UniqueId: 'a1',
    CreatedOn: '2025-01-15T10:00:00Z',
    UpdatedOn: '2025-01-15T10:00:00Z',
    UpdatedBy: 'before@example.com',
    SystemId: null,
    CustomFields: null,
    ...more,
  };
}

/** The record as just read, with changes: what every write of the app sends. */
function payload(record: SectionRecord, changes: Json): SectionUpdatePayload {
  const { Id, rest, unreadable: _, ...known } = record;
  const { CourseId, Title, SectionContents, Active, DisplayOrder, UnlockType, UnlockAfterDays } = known;
  const written = { CourseId, Title, SectionContents, Active, DisplayOrder, UnlockType, UnlockAfterDays };
  const sent = {
    ...written,
    NewImageUrl: null,
    ClearImageFile: false,
    Id,
    echoed: { ...rest, ...known, Id },
  };
  return { ...sent, ...changes };
}

const change = async (id: number, changes: Json) => updateSection(payload(await getSection(id), changes));
const own = async () => new Set((await listSections(7)).filter(isOwnVersion).map(({ Id }) => Id));
const aMinuteLater = () => vi.setSystemTime(Date.now() + 61_000);
const titles = async () => (await listSections(7)).map(({ Title }) => Title);

beforeEach(() => {
  stored = new Map([3, 4, 5].map((id) => [id, section(id)]));
  replica = null;
  clock = 0;
  answersStamp = true;
  waits.length = paths.length = 0;
  clientId = 'one sign-in';
  forgetSections();
  vi.stubGlobal('localStorage', createMemoryStorage());
  vi.useFakeTimers({ toFake: ['Date'] });
});

describe('a record that is older than a confirmed write', () => {
  it('is read again after 1, 2 and 4 seconds, until it is the latest', async () => {
    await getSection(3);
    lag(3);
    await change(3, { SectionContents: '<p>An hour of work</p>' });
    oldReads = 3;
    expect(await getSection(3)).toMatchObject({ SectionContents: '<p>An hour of work</p>' });
    expect(waits).toEqual([1000, 2000, 4000]);
  });

  it('is an error when it stays, so that no write can go over it', async () => {
    lag();
    await change(3, { SectionContents: '<p>An hour of work</p>' });
    await expect(change(3, { Active: false })).rejects.toMatchObject({
      kind: 'outdated',
      outcome: 'notSent',
    });
    expect(paths.filter((path) => path.startsWith('PUT'))).toHaveLength(1);
    expect(stored.get(3)).toMatchObject({ SectionContents: '<p>An hour of work</p>', Active: true });
  });

  it('is one too when it is older than two writes, or was only ever read before the first', async () => {
    await getSection(3);
    lag();
    const first = structuredClone(stored);
    replica = null;
    stored.set(3, section(3, { Title: 'Theirs', UpdatedOn: '2025-02-01T00:00:00Z' }));
    await change(3, { Title: 'Mine' });
    await change(3, { Active: false });
    replica = first;
    await expect(getSection(3)).rejects.toMatchObject({ kind: 'outdated' });
  });

  it('is recognised in a batch, and only that one is read again', async () => {
    lag();
    await change(3, { Title: 'New' });
    const answers = await getSections([3, 4]);
    expect(answers.get(3)).toMatchObject({ kind: 'outdated' });
    expect(answers.get(4)).toMatchObject({ Title: 'Section 4' });
    oldReads = 1;
    expect((await getSections([3, 4])).get(3)).toMatchObject({ Title: 'New' });
  });

  it('is recognised when the answer of the write does not say when', async () => {
    answersStamp = false;
    lag();
    await change(3, { Title: 'New' });
    await expect(getSection(3)).rejects.toMatchObject({ kind: 'outdated' });
  });

  it('is recognised after a write whose answer was lost and that was found by reading', async () => {
    const before = await getSection(3);
    const sent = payload(before, { Title: 'New' });
    lag();
    noteUpdate(sent, [before], null);
    await expect(getSection(3)).rejects.toMatchObject({ kind: 'outdated' });
  });

  it('is believed when the server says and shows that nothing changed', async () => {
    const record = await getSection(3);
    noteUpdate(payload(record, { Title: 'Refused in silence' }), [record], record.UpdatedOn);
    expect(await getSection(3)).toMatchObject({ Title: 'Section 3' });
    expect(waits).toEqual([1000, 2000, 4000]);
    await getSection(3);
    expect(waits).toHaveLength(3);
  });
});

describe('what is old', () => {
  it('stays old, however long nothing later is seen', async () => {
    lag();
    await change(3, { Title: 'New' });
    aMinuteLater();
    await expect(getSection(3)).rejects.toMatchObject({ kind: 'outdated' });
  });

  it('stays old where the answer had the time of before, once something later was seen', async () => {
    const record = await getSection(3);
    noteUpdate(payload(record, { Title: 'New' }), [record], record.UpdatedOn);
    stored.set(3, section(3, { Title: 'New' }));
    await getSection(3);
    replica = new Map([[3, section(3)]]);
    oldReads = Infinity;
    aMinuteLater();
    await expect(getSection(3)).rejects.toMatchObject({ kind: 'outdated' });
  });

  it('is known after an image was sent, too, which a record does not tell', async () => {
    lag();
    await change(3, { NewImageUrl: 'https://example.com/new.png' });
    await expect(getSection(3)).rejects.toMatchObject({ kind: 'outdated' });
  });

  it('is known where a batch spells it otherwise', async () => {
    await change(3, { Title: 'New' });
    replica = new Map([[3, section(3, { SomethingElse: 1 })]]);
    oldReads = Infinity;
    expect((await getSections([3])).get(3)).toMatchObject({ kind: 'outdated' });
  });

  it('is known after a reload and in the other tabs of the sign-in, and not after another one', async () => {
    lag();
    await change(3, { Title: 'New' });
    forgetSections();
    await expect(getSection(3)).rejects.toMatchObject({ kind: 'outdated' });
    clientId = 'another sign-in';
    expect(await getSection(3)).toMatchObject({ Title: 'Section 3' });
    clientId = 'one sign-in';
    await expect(getSection(3)).rejects.toMatchObject({ kind: 'outdated' });
  });

  it.each(['refused', 'damaged'])('is known to the tab itself where the storage is %s', async (how) => {
    const storage = createMemoryStorage();
    if (how === 'refused')
      storage.setItem = () => {
        throw new Error('full');
      };
    vi.stubGlobal('localStorage', storage);
    lag();
    await change(3, { Title: 'New' });
    if (how === 'damaged') storage.setItem(OLD_RECORDS_KEY, '{"one sign-in":{"3":[null,5]},"x":[]}');
    await expect(getSection(3)).rejects.toMatchObject({ kind: 'outdated' });
  });

  it('is forgotten, with its key, when its time is over', async () => {
    await change(3, { Title: 'New' });
    vi.setSystemTime(Date.now() + 16 * 60_000);
    await change(4, { Title: 'New' });
    expect(localStorage.getItem(OLD_RECORDS_KEY)).not.toContain('"3"');
  });
});

describe('a record that is not old', () => {
  it('is one that a later write made equal again, on a server that keeps no times', async () => {
    answersStamp = false;
    for (const Active of [false, true, false]) {
      await change(3, { Active });
      stored.set(3, { ...stored.get(3), UpdatedOn: '2025-01-15T10:00:00Z', UpdatedBy: 'before@example.com' });
      expect(await getSection(3)).toMatchObject({ Active });
    }
    expect(waits).toEqual([]);
  });

  it('is a colleague’s, whatever it holds', async () => {
    await change(3, { Title: 'Mine' });
    stored.set(3, section(3, { UpdatedOn: '2026-03-01T00:00:00Z', UpdatedBy: 'colleague@example.com' }));
    expect(await getSection(3)).toMatchObject({ Title: 'Section 3' });
    expect(waits).toEqual([]);
  });
});

it('the version that a write of this tab has made is told from a later one, though it was never read', async () => {
  lag();
  await change(3, { Title: 'New' });
  const id = await createSection({ ...section(0), Title: 'Made' } as unknown as SectionCreatePayload);
  expect(await own()).toEqual(new Set([3]));
  replica = null;
  expect(await own()).toEqual(new Set([3, id]));
  stored.set(3, section(3, { UpdatedOn: '2026-03-01T00:00:00Z' }));
  expect(await own()).toEqual(new Set([id]));
});

describe('a section that was just created', () => {
  it('is asked for again while it is not found', async () => {
    lag();
    const id = await createSection({ ...section(0), Title: 'New' } as unknown as SectionCreatePayload);
    oldReads = 2;
    expect(await getSection(id)).toMatchObject({ Title: 'New' });
    expect(waits).toEqual([1000, 2000]);
  });
});

describe('a section that was created and then deleted', () => {
  it('is not waited for', async () => {
    const id = await createSection({ ...section(0), Title: 'New' } as unknown as SectionCreatePayload);
    await deleteSection(id);
    await expect(getSection(id)).rejects.toMatchObject({ kind: 'notFound' });
    expect(waits).toEqual([]);
  });
});

describe('a list that is behind confirmed writes', () => {
  it('shows what was confirmed, and says that it is behind', async () => {
    lag();
    await change(3, { Title: 'New', DisplayOrder: 9 });
    await createSection({ ...section(4), Title: 'Made' } as unknown as SectionCreatePayload);
    await deleteSection(5);
    expect(await titles()).toEqual(['Section 4', 'Made', 'New']);
    expect((await readSectionList(7)).isBehind).toBe(true);
    replica = null;
    expect(await titles()).toEqual(['Section 4', 'Made', 'New']);
    expect((await readSectionList(7)).isBehind).toBe(false);
  });

  it('is believed after a minute', async () => {
    lag();
    await change(3, { Title: 'New' });
    await deleteSection(5);
    aMinuteLater();
    expect(await titles()).toEqual(['Section 3', 'Section 4', 'Section 5']);
    expect((await readSectionList(7)).isBehind).toBe(false);
  });

  it('does not hide what a colleague has done since', async () => {
    await change(3, { Title: 'Mine' });
    await listSections(7);
    stored.set(3, section(3, { Title: 'Theirs', UpdatedOn: '2026-03-01T00:00:00Z' }));
    expect(await titles()).toEqual(['Theirs', 'Section 4', 'Section 5']);
  });
});
