import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError, type ApiErrorKind } from '#/api/http/errors';
import type { Call } from '#/api/http/http';
import { getSections, listSections, readSectionList } from './sectionLists';
import { getSection } from './sections';
import { createSection, deleteSection, updateSection } from './sectionWrites';

/** Answers the calls in place of the network; what `parse` throws becomes `unreadable`, as in http.ts. */
let answer: (call: Call<unknown>) => unknown;
const calls: Call<unknown>[] = [];
vi.mock('#/api/http/http', () => ({
  request: async (call: Call<unknown>) => {
    calls.push(call);
    const json = await answer(call);
    try {
      return call.parse(json);
    } catch (cause) {
      throw new ApiError({ kind: 'unreadable', outcome: 'unknown', cause });
    }
  },
}));
beforeEach(() => {
  calls.length = 0;
});

const failed = (kind: ApiErrorKind) => new ApiError({ kind, outcome: 'notSent' });
const idsOf = (call: Call<unknown>) => JSON.parse(String(call.query?.['id'])) as number[];
const payload = {
  CourseId: 7,
  Title: 'Welcome',
  SectionContents: null,
  Active: true,
  DisplayOrder: 1,
  UnlockType: 1,
  UnlockAfterDays: 0,
  NewImageUrl: null,
  ClearImageFile: false,
};

describe('the sections of a course', () => {
  it('are asked for by the course’s id and sorted as members see them', async () => {
    answer = () => ({
      Records: [
        { Id: 2, CourseId: 7, DisplayOrder: 5 },
        { Id: 3, CourseId: 7, DisplayOrder: 1 },
        { Id: 1, CourseId: 7, DisplayOrder: 5 },
      ],
      TotalPages: 1,
    });
    expect((await listSections(7)).map(({ Id }) => Id)).toEqual([3, 1, 2]);
    expect(calls[0]).toMatchObject({
      path: '/content/coursesections',
      query: { CourseSection_Course: 7, page: 1 },
      role: 'CourseSection-List',
    });
  });

  it('do not hold those of other courses when the server ignores the filter', async () => {
    answer = () => ({ Records: [{ Id: 1, CourseId: 7 }, { Id: 2, CourseId: 8 }, { Id: 3 }], TotalPages: 1 });
    expect((await listSections(7)).map(({ Id }) => Id)).toEqual([1, 3]);
  });

  it('that may lack some are given only along with that, and to nobody who needs them all', async () => {
    let total = 3;
    answer = ({ query }) => ({ Records: [{ Id: query?.['page'] }], TotalPages: 2, TotalItems: total });
    await expect(listSections(7)).rejects.toMatchObject({ kind: 'incomplete' });
    expect(await readSectionList(7)).toMatchObject({ rows: [{}, {}], isComplete: false });
    total = 2;
    expect(await readSectionList(7)).toMatchObject({ rows: [{}, {}], isComplete: true });
  });
});

describe('one section', () => {
  it('is read in full', async () => {
    answer = () => ({ Id: 5, Title: 'Welcome', CustomFields: { a: 1 } });
    expect(await getSection(5)).toMatchObject({ Id: 5, Title: 'Welcome', rest: { CustomFields: { a: 1 } } });
    expect(calls[0]).toMatchObject({ path: '/content/coursesections/5', role: 'CourseSection-Read' });
  });

  it.each([null, [], {}, { Id: 6 }])('is not %j', async (json) => {
    answer = () => json;
    await expect(getSection(5)).rejects.toMatchObject({ kind: 'unreadable' });
  });
});

describe('several sections', () => {
  it('are read in batches, in any order', async () => {
    answer = (call) =>
      idsOf(call)
        .map((Id) => ({ Id }))
        .reverse();
    const ids = Array.from({ length: 120 }, (_, index) => index + 1);
    const found = await getSections([...ids, 1, 2]);
    expect(found.size).toBe(120);
    expect(calls).toHaveLength(3);
    expect(calls[0]).toMatchObject({ path: '/content/coursesections/', role: 'CourseSection-Read' });
  });

  it.each<[string, (call: Call<unknown>) => unknown]>([
    ['leaves some out', () => [{ Id: 1 }, { Id: 99 }, null]],
    ['answers no list', () => ({ Records: [] })],
    ['refuses batches', () => Promise.reject(failed('refused'))],
  ])('are read one by one when the server %s', async (_name, batch) => {
    answer = (call) => (call.query ? batch(call) : { Id: Number(call.path.split('/').at(-1)) });
    const found = await getSections([1, 2]);
    expect(new Set(found.keys())).toEqual(new Set([1, 2]));
    expect(found.get(2)).toMatchObject({ Id: 2 });
  });

  it('may have one that cannot be read; the others are there', async () => {
    answer = (call) => (call.query ? [{ Id: 1 }] : Promise.reject(failed('notFound')));
    const found = await getSections([1, 2]);
    expect(found.get(1)).toMatchObject({ Id: 1 });
    expect(found.get(2)).toMatchObject({ kind: 'notFound' });
  });

  it.each(['network', 'forbidden', 'signedOut', 'throttled'] as const)(
    'are not asked for one by one after %s',
    async (kind) => {
      answer = () => Promise.reject(failed(kind));
      const found = await getSections([1, 2]);
      expect(found.get(2)).toMatchObject({ kind });
      expect(calls).toHaveLength(1);
    },
  );

  it('are given up as a whole when the caller aborts', async () => {
    answer = () => Promise.reject(failed('aborted'));
    await expect(getSections([1, 2])).rejects.toMatchObject({ kind: 'aborted' });
  });

  it('may be none', async () => {
    expect(await getSections([])).toEqual(new Map());
    expect(calls).toHaveLength(0);
  });
});

describe('a write', () => {
  it('that creates gives the new Id', async () => {
    answer = () => ({ Value: { Id: 9 }, WasSuccessful: true });
    expect(await createSection(payload)).toBe(9);
    expect(calls[0]).toMatchObject({ method: 'POST', path: '/content/coursesections', body: payload });
    expect(calls[0]?.role).toBe('CourseSection-Create');
  });

  it('that creates but gives no Id is not a success', async () => {
    answer = () => ({ Value: { Id: 0 }, WasSuccessful: true });
    await expect(createSection(payload)).rejects.toMatchObject({ kind: 'unreadable', outcome: 'unknown' });
  });

  it('that updates has the Id in the body, not in the address', async () => {
    answer = () => ({ WasSuccessful: true });
    await updateSection({ ...payload, Id: 5, echoed: {} });
    expect(calls[0]).toMatchObject({ method: 'PUT', path: '/content/coursesections', body: { Id: 5 } });
    expect(calls[0]?.role).toBe('CourseSection-Edit');
  });

  it('that updates sends all of the record, and over it what is written', async () => {
    answer = () => ({ WasSuccessful: true });
    await updateSection({
      ...payload,
      Id: 5,
      echoed: { Id: 5, SystemId: 'x', Custom: [1], Title: 'Before' },
    });
    expect(calls[0]?.body).toStrictEqual({ ...payload, Id: 5, SystemId: 'x', Custom: [1] });
  });

  it('that deletes succeeds also when the section is gone already', async () => {
    answer = () => ({});
    await deleteSection(5);
    answer = () => Promise.reject(failed('notFound'));
    await deleteSection(5);
    expect(calls[0]).toMatchObject({ method: 'DELETE', path: '/content/coursesections/5' });
    expect(calls[0]?.role).toBe('CourseSection-Delete');
  });

  it('that deletes fails otherwise', async () => {
    answer = () => Promise.reject(failed('refused'));
    await expect(deleteSection(5)).rejects.toMatchObject({ kind: 'refused' });
  });
});
