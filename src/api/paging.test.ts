import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ApiError } from './http/errors';
import { isObject, readId } from './http/json';
import { parseCreatedId, parsePage, readAllPages, type Page } from './paging';

const row = (json: unknown) => {
  const Id = isObject(json) ? readId(json['Id']) : null;
  return Id === null ? null : { Id };
};
const rows = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => ({ Id: from + index }));

/** A list on a server: pages of `size`, with what each answer says about the others. */
function listOf(ids: readonly number[], size: number, says: Partial<Page> = {}) {
  const asked: number[] = [];
  const readPage = (page: number): Promise<Page> => {
    asked.push(page);
    const totalPages = Math.ceil(ids.length / size);
    return Promise.resolve({
      records: ids.slice((page - 1) * size, page * size).map((Id) => ({ Id })),
      totalPages,
      totalItems: ids.length,
      hasNextPage: page < totalPages,
      ...says,
    });
  };
  return { asked, readPage };
}

/** Each answer is followed by a delete of the first row, so often. */
function shrinking(count: number, deletes: number) {
  const ids = rows(1, count).map(({ Id }) => Id);
  let left = deletes;
  return async (page: number) => {
    const answer = await listOf(ids, 2).readPage(page);
    if (left-- > 0) ids.shift();
    return answer;
  };
}

describe('a page', () => {
  it('is read from the documented envelope, whatever the kind of its numbers', () => {
    const json = { Records: [1], TotalPages: '3', TotalItems: 55, HasNextPage: 'true', CurrentPage: 1 };
    expect(parsePage(json)).toEqual({ records: [1], totalPages: 3, totalItems: 55, hasNextPage: true });
  });

  it('may be a bare list', () => {
    expect(parsePage([1, 2])).toMatchObject({ records: [1, 2], hasNextPage: false });
  });

  it.each([null, {}, 'x', { Records: null }, { records: [] }])('is not %j', (json) => {
    expect(() => parsePage(json)).toThrow(TypeError);
  });
});

describe('a list', () => {
  it('is read to its last page, whatever the size of the pages', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: 1, max: 1e9 }), { maxLength: 60 }),
        fc.integer({ min: 1, max: 25 }),
        fc.constantFrom(
          {},
          { totalPages: null },
          { hasNextPage: null },
          { totalItems: null },
          { totalPages: null, hasNextPage: null },
        ),
        async (ids, size, says) => {
          const { readPage } = listOf(ids, size, says);
          const list = await readAllPages(readPage, row);
          expect(list).toEqual({ rows: ids.map((Id) => ({ Id })), isComplete: true });
        },
      ),
    );
  });

  it('asks for one page when there is one', async () => {
    const { asked, readPage } = listOf([1, 2, 3], 100);
    await readAllPages(readPage, row);
    expect(asked).toEqual([1]);
  });

  describe('of more than a hundred rows', () => {
    const ids = rows(1, 2500).map(({ Id }) => Id);
    const refusal = new ApiError({ kind: 'refused', outcome: 'notSent' });
    /** A server that takes the size that is asked for, up to its own limit. */
    const serve = (most: number, refuses: (size: number) => boolean = () => false) => {
      const asked: string[] = [];
      const readPage = (page: number, size: number): Promise<Page> => {
        asked.push(`${page} of ${size}`);
        return refuses(size) ? Promise.reject(refusal) : listOf(ids, Math.min(size, most)).readPage(page);
      };
      return { asked, readPage };
    };

    it('is read in large pages', async () => {
      const { asked, readPage } = serve(1000);
      expect((await readAllPages(readPage, row)).rows).toHaveLength(2500);
      expect(asked).toEqual(['1 of 100', '1 of 1000', '2 of 1000', '3 of 1000']);
    });

    it.each([
      ['refuses', serve(1000, (size) => size > 100)],
      ['shortens', serve(100)],
    ])('is read in small pages from a server that %s large ones', async (_, { asked, readPage }) => {
      expect((await readAllPages(readPage, row)).rows).toHaveLength(2500);
      expect(asked.length).toBe(26);
      expect(asked.slice(2)).toEqual(rows(2, 25).map(({ Id }) => `${Id} of 100`));
    });

    it('is not taken for a shorter one when reading it fails for another reason', async () => {
      const { readPage } = listOf(ids, 100);
      const signedOut = new ApiError({ kind: 'signedOut', outcome: 'notSent' });
      const reading = readAllPages(
        (page, size) => (size > 100 ? Promise.reject(signedOut) : readPage(page)),
        row,
      );
      await expect(reading).rejects.toBe(signedOut);
    });
  });

  it('ends when a page brings nothing new, even if the server promises more for ever', async () => {
    const { asked, readPage } = listOf([1, 2, 3], 100, {
      totalPages: 1000,
      hasNextPage: true,
      totalItems: null,
    });
    await readAllPages(readPage, row);
    expect(asked).toEqual([1, 2, 3]);
  });

  it('of a server that ignores the page number is not repeated', async () => {
    const page: Page = { records: rows(1, 5), totalPages: 4, totalItems: null, hasNextPage: true };
    expect((await readAllPages(() => Promise.resolve(page), row)).rows).toEqual(rows(1, 5));
  });

  it('leaves out rows without an Id and keeps the others', async () => {
    const page = parsePage({ Records: [{ Id: 1 }, { Id: 0 }, null, 'x', {}, { Id: '2' }], TotalPages: 1 });
    expect((await readAllPages(() => Promise.resolve(page), row)).rows).toEqual([{ Id: 1 }, { Id: 2 }]);
  });

  it('is read again when rows moved between pages meanwhile', async () => {
    let reads = 0;
    const readPage = (page: number): Promise<Page> => {
      reads += 1;
      const isFirstTime = reads <= 2;
      const records = page === 1 ? rows(1, 2) : isFirstTime ? [{ Id: 2 }, { Id: 4 }] : rows(3, 4);
      return Promise.resolve({ records, totalPages: 2, totalItems: 4, hasNextPage: page < 2 });
    };
    expect(await readAllPages(readPage, row)).toEqual({ rows: rows(1, 4), isComplete: true });
    expect(reads).toBe(4);
  });

  it('is read a third time while it goes on changing', async () => {
    const list = await readAllPages(shrinking(12, 8), row);
    expect(list).toEqual({ rows: rows(9, 12), isComplete: true });
  });

  it('that changes at each reading is said to be incomplete', async () => {
    const list = await readAllPages(shrinking(40, 99), row);
    expect(list.isComplete).toBe(false);
  });

  it('that is too long is an error, not a part of it', async () => {
    const { readPage } = listOf(
      rows(1, 101).map(({ Id }) => Id),
      1,
    );
    await expect(readAllPages(readPage, row)).rejects.toMatchObject({ kind: 'unreadable' });
  });
});

describe('the Id of a new record', () => {
  it('is Value.Id', () => {
    expect(parseCreatedId({ Value: { Id: 87_654_321, Title: 'the whole record' } })).toBe(87_654_321);
  });

  it.each([
    null,
    {},
    { Value: null },
    { Value: 7 },
    { Id: 7 },
    ...[0, -1, 1.5, '7', null].map((Id) => ({ Value: { Id } })),
  ])('is not in %j', (json) => {
    expect(() => parseCreatedId(json)).toThrow(TypeError);
  });
});
