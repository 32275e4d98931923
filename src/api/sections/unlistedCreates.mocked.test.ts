import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '#/api/http/errors';
import type { Call } from '#/api/http/http';
import { forgetSections } from './knownSections';
import { readSectionList } from './sectionLists';
import type { SectionCreatePayload, SectionUpdatePayload } from './sectionPayloads';
import { getSection } from './sections';
import { createSection, updateSection } from './sectionWrites';

type Json = Record<string, unknown>;
type State = ReadonlyMap<number, Json>;

let stored: Map<number, Json>;
/** What lists and single reads answer instead, where they are late. */
let oldList: State | null;
let oldReads: State | null;
let stamps: number;

function answer({ method, path, body, query }: Call<unknown>): unknown {
  const ids = typeof query?.id === 'string' ? (JSON.parse(query.id) as number[]) : [];
  const one = Number(path.split('/').at(-1));
  if (method !== 'GET') {
    const id = method === 'POST' ? 9 : Number((body as Json).Id);
    const UpdatedOn = `2026-01-01T00:00:0${++stamps}Z`;
    stored.set(id, { ...(body as Json), Id: id, UpdatedOn });
    return { Value: { Id: id }, UpdatedOn };
  }
  const reads = oldReads ?? stored;
  if (ids.length > 0) return ids.flatMap((id) => reads.get(id) ?? []);
  if (Number.isNaN(one)) return { Records: [...(oldList ?? stored).values()], TotalPages: 1 };
  const found = reads.get(one);
  if (!found) throw new ApiError({ kind: 'notFound', outcome: 'refused' });
  return found;
}

vi.mock('#/api/http/http', () => ({
  request: async (call: Call<unknown>) => call.parse(structuredClone(answer(call))),
}));
vi.mock('#/api/session/session', () => ({ session: { getClientId: () => null } }));
vi.mock('#/lib/pause', () => ({ pause: async (ms: number) => pass(ms) }));

const pass = (ms: number) => void vi.setSystemTime(Date.now() + ms);
const listed = async () => (await readSectionList(7)).rows.map(({ Id }) => Id);
const section = (Id: number): Json => ({ Id, CourseId: 7, Title: `Section ${Id}`, DisplayOrder: Id });
const create = () => createSection(section(0) as unknown as SectionCreatePayload);
/** Another write of this tab, after the create. */
const writeAnother = () => {
  const sent = { ...section(3), Title: 'Later', NewImageUrl: null, ClearImageFile: false };
  return updateSection({ ...sent, echoed: {} } as unknown as SectionUpdatePayload);
};

beforeEach(() => {
  stored = new Map([3, 4].map((id) => [id, section(id)]));
  oldList = oldReads = null;
  stamps = 0;
  forgetSections();
  vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined });
  vi.useFakeTimers({ toFake: ['Date'] });
});

describe('a section of this tab that the list lacks', () => {
  it.each([
    ['read', () => getSection(9)],
    ['listed', () => listed()],
  ])('is gone once it is not found either, where it had been %s', async (_, see) => {
    await create();
    await see();
    stored.delete(9);
    expect(await listed()).toEqual([9, 3, 4]);
    pass(5_000);
    expect(await listed()).toEqual([3, 4]);
    expect((await readSectionList(7)).isBehind).toBe(false);
  });

  it('is gone where the list holds what was written after it', async () => {
    await create();
    stored.delete(9);
    pass(1_000);
    expect(await listed()).toEqual([9, 3, 4]);
    pass(5_000);
    await writeAnother();
    expect(await listed()).toEqual([3, 4]);
  });

  it('stays where nothing tells that answers have got past the create', async () => {
    oldList = oldReads = new Map(stored);
    await create();
    await writeAnother();
    for (const _ of Array.from({ length: 5 })) {
      pass(10_000);
      expect(await listed()).toContain(9);
    }
    expect((await readSectionList(7)).isBehind).toBe(true);
  });

  it('stays where it is found by its Id', async () => {
    oldList = new Map(stored);
    await create();
    pass(30_000);
    expect(await listed()).toEqual([9, 3, 4]);
  });

  it('stays where it was found again in between: two servers answer in turns', async () => {
    await create();
    const late = new Map([3, 4].map((id) => [id, section(id)]));
    for (const _ of Array.from({ length: 3 })) {
      oldList = oldReads = null;
      await listed();
      oldList = oldReads = late;
      expect(await listed()).toContain(9);
      pass(4_000);
    }
  });

  it('leaves the list when it is of another course by now', async () => {
    await create();
    stored.set(9, { ...section(9), CourseId: 8 });
    expect(await listed()).toEqual([3, 4]);
  });
});
