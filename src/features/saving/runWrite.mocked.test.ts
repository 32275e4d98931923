import { onlineManager, QueryClient } from '@tanstack/react-query';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { describeError } from '#/api/http/describeError';
import { ApiError } from '#/api/http/errors';
import * as lists from '#/api/sections/sectionLists';
import * as api from '#/api/sections/sections';
import type { SectionRecord } from '#/api/sections/sections';
import { toListRow } from '#/api/sections/sectionRow';
import * as sends from '#/api/sections/sectionWrites';
import { courseSectionsQuery } from '#/features/sections/queries/courseQueries';
import { type Records, recordsKey } from '#/features/sections/queries/recordsQuery';
import { runDelete } from './runDelete';
import { runCreate, runSave } from './runWrite';
import { sectionQuery } from '#/features/sections/queries/sectionQueries';
import { aSection } from '#/features/sections/testing/sectionFixtures';
import { newSectionDefaults } from '#/features/sections/model/newSection';
import { toFormValues } from '#/features/sections/model/sectionFormValues';

vi.mock('#/lib/pause', () => ({ pause: async () => undefined }));
vi.mock('#/api/sections/sectionLists');
vi.mock('#/api/sections/sections');
vi.mock('#/api/sections/sectionWrites');

const base = aSection();
const saved = aSection({ Title: 'Begin' });
const first = aSection({ Id: base.Id + 2, DisplayOrder: (base.DisplayOrder ?? 0) - 1 });
const last = aSection({ Id: base.Id + 1, DisplayOrder: (base.DisplayOrder ?? 0) + 1 });
const onPhase = () => undefined;
const request = { base, values: { ...toFormValues(base), title: 'Begin' } };
const refusal = new ApiError({ kind: 'refused', outcome: 'refused' });

/** An answer that comes when the test says so. */
function openAnswer<T>() {
  const answers: ((value: T) => void)[] = [];
  const promise = new Promise<T>((resolve) => answers.push(resolve));
  return { promise, resolve: (value: T) => answers.forEach((answer) => answer(value)) };
}

let client: QueryClient;
const recordKey = sectionQuery(base.Id).queryKey;
const listKey = courseSectionsQuery(7).queryKey;
const list = (records: readonly SectionRecord[]) => ({
  rows: records.map(toListRow),
  isComplete: true,
  isBehind: false,
});
const save = () => runSave(client, request, onPhase);
const remove = () => runDelete(client, base.Id, 7);
const isListStale = () => client.getQueryState(listKey)?.isInvalidated;

beforeEach(() => {
  vi.resetAllMocks();
  onlineManager.setOnline(true);
  client = new QueryClient();
  client.setQueryData(listKey, list([]));
  client.setQueryData(recordKey, base);
});

describe('saving', () => {
  it('puts the record that was read back into the cache, and the course’s list is read again', async () => {
    vi.mocked(api.getSection).mockResolvedValueOnce(base).mockResolvedValueOnce(saved);
    expect((await save()).outcome).toBe('saved');
    expect(client.getQueryData(recordKey)).toStrictEqual(saved);
    expect(isListStale()).toBe(true);
  });

  it('shows it on the course’s page at once, also when nothing tells that it is newer than what was read', async () => {
    client.setQueryData(listKey, list([first, base]));
    client.setQueryData(recordsKey(7), new Map([first, base].map((record) => [record.Id, record])));
    vi.mocked(api.getSection).mockResolvedValueOnce(base).mockResolvedValueOnce(saved);
    expect((await save()).outcome).toBe('saved');
    expect(saved.UpdatedOn).toBe(base.UpdatedOn);
    expect(client.getQueryData<Records>(recordsKey(7))?.get(base.Id)).toStrictEqual(saved);
    expect(client.getQueryData<Records>(recordsKey(7))?.get(first.Id)).toStrictEqual(first);
    expect(client.getQueryData(listKey)).toStrictEqual(list([first, saved]));
  });

  it('is not overwritten by a read that started before it', async () => {
    const older = openAnswer<typeof base>();
    const read = client
      .fetchQuery({ ...sectionQuery(base.Id), queryFn: () => older.promise })
      .catch(() => null);
    vi.mocked(api.getSection).mockResolvedValueOnce(base).mockResolvedValueOnce(saved);
    await save();
    older.resolve(base);
    await read;
    expect(client.getQueryData(recordKey)).toStrictEqual(saved);
  });

  it('leaves the cache alone when it was refused', async () => {
    vi.mocked(api.getSection).mockResolvedValueOnce(base);
    vi.mocked(sends.updateSection).mockRejectedValueOnce(refusal);
    expect((await save()).outcome).toBe('refused');
    expect(client.getQueryData(recordKey)).toBe(base);
    expect(isListStale()).toBe(false);
  });

  it('marks the record as old when it could not be read back', async () => {
    client.setQueryData(recordsKey(7), new Map([[base.Id, base]]));
    vi.mocked(api.getSection).mockResolvedValueOnce(base).mockRejectedValueOnce(refusal);
    expect(await save()).toMatchObject({ outcome: 'saved', record: null });
    expect(client.getQueryState(recordKey)?.isInvalidated).toBe(true);
    expect(client.getQueryData<Records>(recordsKey(7))?.size).toBe(0);
    expect(isListStale()).toBe(true);
  });

  it('goes out at once while the browser believes to be offline, and once only', async () => {
    onlineManager.setOnline(false);
    vi.mocked(api.getSection).mockResolvedValueOnce(base);
    vi.mocked(sends.updateSection).mockRejectedValueOnce(refusal);
    expect((await save()).outcome).toBe('refused');
    expect(sends.updateSection).toHaveBeenCalledTimes(1);
  });

  it('looks again at a save whose fate is unknown without sending', async () => {
    const lost = new ApiError({ kind: 'network', outcome: 'unknown' });
    vi.mocked(api.getSection)
      .mockResolvedValueOnce(base)
      .mockRejectedValueOnce(lost)
      .mockResolvedValueOnce(saved);
    vi.mocked(sends.updateSection).mockRejectedValueOnce(lost);
    const first = await save();
    if (first.outcome !== 'unknown') throw new Error(first.outcome);
    const again = await runSave(client, first.pending, onPhase);
    expect(again).toMatchObject({ outcome: 'saved', confirmedBy: 'readBack' });
    expect(sends.updateSection).toHaveBeenCalledTimes(1);
  });
});

describe('creating', () => {
  const values = { ...newSectionDefaults({ courseId: '7', displayOrder: 3 }), title: 'Begin' };
  const create = () => runCreate(client, { values }, onPhase);

  beforeEach(() => {
    vi.mocked(lists.listSections).mockResolvedValue([]);
    vi.mocked(lists.getSections).mockResolvedValue(new Map([[saved.Id, saved]]));
  });

  it('keeps the new record in the cache and in the course’s list, which is read again', async () => {
    client.setQueryData(listKey, list([first, last]));
    vi.mocked(sends.createSection).mockResolvedValueOnce(saved.Id);
    expect((await create()).outcome).toBe('created');
    expect(client.getQueryData(recordKey)).toStrictEqual(saved);
    expect(client.getQueryData(listKey)).toStrictEqual(list([first, saved, last]));
    expect(isListStale()).toBe(true);
  });

  it('leaves the cache alone when it was refused', async () => {
    vi.mocked(sends.createSection).mockRejectedValueOnce(refusal);
    expect((await create()).outcome).toBe('refused');
    expect(isListStale()).toBe(false);
  });

  it('looks again for a section whose fate is unknown without sending', async () => {
    const pending = { error: refusal, sent: { ...base, ...aPayload }, values: null, idsBefore: [] };
    vi.mocked(lists.listSections).mockResolvedValue([saved]);
    const result = await runCreate(client, pending, onPhase);
    expect(result).toMatchObject({ outcome: 'created', confirmedBy: 'readBack' });
    expect(sends.createSection).not.toHaveBeenCalled();
    expect(isListStale()).toBe(true);
  });
});

describe('deleting', () => {
  const notFound = new ApiError({ kind: 'notFound', outcome: 'refused' });
  const lost = new ApiError({ kind: 'server', outcome: 'unknown' });

  beforeEach(() => {
    vi.mocked(api.getSection).mockResolvedValue(base);
  });

  it('forgets the record, and the course’s list is read again', async () => {
    await remove();
    expect(sends.deleteSection).toHaveBeenCalledWith(base.Id);
    expect(client.getQueryData(recordKey)).toBeUndefined();
    expect(isListStale()).toBe(true);
  });

  it('keeps the record when it fails, and looks at the list, since the answer may be lost', async () => {
    vi.mocked(sends.deleteSection).mockRejectedValueOnce(refusal);
    await expect(remove()).rejects.toBe(refusal);
    expect(client.getQueryData(recordKey)).toBe(base);
    expect(isListStale()).toBe(true);
  });

  it('leaves a section alone that is of another course by now, and says so', async () => {
    vi.mocked(api.getSection).mockResolvedValue({ ...base, CourseId: 8, CourseTitle: 'Elsewhere' });
    expect(await remove()).toBe('Not deleted: it belongs to “Elsewhere” now.');
    expect(sends.deleteSection).not.toHaveBeenCalled();
  });

  it('sends nothing where the section cannot be read', async () => {
    const noAnswer = new ApiError({ kind: 'network', outcome: 'notSent' });
    vi.mocked(api.getSection).mockRejectedValue(noAnswer);
    await expect(remove()).rejects.toBe(noAnswer);
    expect(sends.deleteSection).not.toHaveBeenCalled();
  });

  it.each([
    ['is gone already', notFound],
    ['was last answered by a late server', new ApiError({ kind: 'outdated', outcome: 'notSent' })],
  ])('goes on where the section %s', async (_, error) => {
    vi.mocked(api.getSection).mockRejectedValue(error);
    expect(await remove()).toBeNull();
    expect(sends.deleteSection).toHaveBeenCalledWith(base.Id);
  });

  it.each([
    ['deletes what is listed', [base], null],
    ['leaves alone what is not', [], 'You don’t have access'],
  ])('without the role to read %s', async (_, rows, words) => {
    vi.mocked(api.getSection).mockRejectedValue(new ApiError({ kind: 'forbidden', outcome: 'refused' }));
    vi.mocked(lists.listSections).mockResolvedValue(rows);
    const result = await remove().catch((error: unknown) => describeError(error).title);
    expect(result).toBe(words);
    expect(sends.deleteSection).toHaveBeenCalledTimes(words === null ? 1 : 0);
  });

  it('looks whether the section is gone where the answer is lost', async () => {
    vi.mocked(sends.deleteSection).mockRejectedValueOnce(lost);
    vi.mocked(api.getSection)
      .mockResolvedValueOnce(base)
      .mockResolvedValueOnce(base)
      .mockRejectedValue(notFound);
    expect(await remove()).toBeNull();
    expect(client.getQueryData(recordKey)).toBeUndefined();
  });
});

const aPayload = { Title: 'Begin', NewImageUrl: null, ClearImageFile: false };
