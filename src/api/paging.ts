import { PAGE_SIZE } from './addresses';
import { ApiError, type ApiErrorKind } from './http/errors';
import { inBatches } from '#/lib/inBatches';
import { isObject, own, readBoolean, readNumber } from './http/json';

/** One page of a list, read leniently. Source: docs/api-contract.md 3. */
export interface Page {
  readonly records: readonly unknown[];
  readonly totalPages: number | null;
  readonly totalItems: number | null;
  readonly hasNextPage: boolean | null;
}

/** Rows per page of a longer list: the most that older documentation allows, so that it costs few of the allowed calls. */
const LARGE_PAGE_SIZE = 1000;
const MAX_PAGES = 100;
/** How a server may answer that it does not like a size. */
const tooLarge: readonly ApiErrorKind[] = ['refused', 'server', 'timeout', 'unreadable'];
const MAX_PARALLEL = 2;

/** A list that changes while it is read is read so often at most. */
const MAX_READS = 3;

/** One reading of a list. `isComplete`: as many rows as the server promised; when not, some may be missing. */
export interface List<T> {
  readonly rows: T[];
  readonly isComplete: boolean;
}

type ReadPage = (page: number, size: number) => Promise<Page>;

/** @throws TypeError when it is neither the documented envelope nor a bare array */
export function parsePage(json: unknown): Page {
  if (Array.isArray(json)) return { records: json, totalPages: 1, totalItems: null, hasNextPage: false };
  const records = isObject(json) ? own(json, 'Records') : null;
  if (!isObject(json) || !Array.isArray(records)) throw new TypeError('No Records in the list.');
  return {
    records,
    totalPages: readNumber(own(json, 'TotalPages')) ?? null,
    totalItems: readNumber(own(json, 'TotalItems')) ?? null,
    hasNextPage: readBoolean(own(json, 'HasNextPage')) ?? null,
  };
}

/** Parses every row; rows that can't be read are left out, so that one bad row never empties a list. */
export function parseRows<T>(records: readonly unknown[], parseRow: (row: unknown) => T | null): T[] {
  return records.flatMap((row) => parseRow(row) ?? []);
}

/**
 * Reads every page of a list. Rows are de-duplicated by Id; it stops at the last page by the server's word, or when a
 * page brings no new Id (a server that ignores `page`). When the pages promise different totals, or the count is not the
 * promised one, because rows moved between pages meanwhile, the list is read again, up to three times in all. A list of more than one page is read in large ones, if the server
 * does not mind.
 * @param readPage reads page `page`, from 1, of pages of `size` rows
 * @returns the rows of the last reading; `isComplete` is false when they still were not as many as promised
 * @throws ApiError unreadable beyond 100 pages: never a silently shortened list
 */
export async function readAllPages<T extends { readonly Id: number }>(
  readPage: ReadPage,
  parseRow: (row: unknown) => T | null,
): Promise<List<T>> {
  let list = await readOnce(readPage, parseRow);
  for (let read = 1; !list.isComplete && read < MAX_READS; read += 1)
    list = await readOnce(readPage, parseRow);
  return list;
}

/** For a list that changed while it was read: what rests on all of it is not done. */
export function incomplete(): ApiError {
  return new ApiError({ kind: 'incomplete', outcome: 'notSent' });
}

async function readOnce<T extends { readonly Id: number }>(
  readPage: ReadPage,
  parseRow: (row: unknown) => T | null,
): Promise<List<T>> {
  const rows = new Map<number, T>();
  let skipped = 0;
  /** What the pages promise: more than one total is a list that changed meanwhile, whatever the count. */
  const totals = new Set<number>();
  /** @returns whether the page held an Id that was not known yet */
  const add = (page: Page) => {
    if (page.totalItems !== null) totals.add(page.totalItems);
    const before = rows.size;
    const parsed = parseRows(page.records, parseRow);
    skipped += page.records.length - parsed.length;
    for (const row of parsed) if (!rows.has(row.Id)) rows.set(row.Id, row);
    return rows.size > before;
  };

  let last = await readPage(1, PAGE_SIZE);
  let isNew = add(last);
  let read = 1;
  const large = last.records.length === PAGE_SIZE && hasMore(last, read) ? await readLarge(readPage) : null;
  const size = large ? LARGE_PAGE_SIZE : PAGE_SIZE;
  if (large) {
    last = large;
    isNew = add(large);
  }
  while (isNew && hasMore(last, read)) {
    const ahead = Math.min(MAX_PARALLEL, Math.max(1, (last.totalPages ?? 0) - read));
    if (read + ahead > MAX_PAGES) throw tooLong();
    const pages = await inBatches(
      Array.from({ length: ahead }, (_, index) => read + 1 + index),
      MAX_PARALLEL,
      (page) => readPage(page, size),
    );
    isNew = pages.map(add).every(Boolean);
    last = pages.at(-1) ?? last;
    read += ahead;
  }
  const isComplete =
    read === 1 || totals.size === 0 || (totals.size === 1 && totals.has(rows.size + skipped));
  return { rows: [...rows.values()], isComplete };
}

/** The first large page; null when the server refuses or fails such a size, or gives no more than before. */
async function readLarge(readPage: ReadPage): Promise<Page | null> {
  try {
    const page = await readPage(1, LARGE_PAGE_SIZE);
    return page.records.length > PAGE_SIZE ? page : null;
  } catch (error) {
    if (error instanceof ApiError && tooLarge.includes(error.kind)) return null;
    throw error;
  }
}

/** Either sign of another page counts; with neither, a page that brings nothing new ends it. */
function hasMore(page: Page, read: number): boolean {
  if (page.totalPages === null && page.hasNextPage === null) return page.records.length > 0;
  return page.hasNextPage === true || read < (page.totalPages ?? 0);
}

function tooLong(): ApiError {
  return new ApiError({
    kind: 'unreadable',
    outcome: 'notSent',
    details: `The list has more than ${MAX_PAGES} pages of ${PAGE_SIZE}.`,
  });
}

/**
 * The Id of a record that was just created: `Value.Id`, a positive whole number and nothing else (docs/api-contract.md 4).
 * @throws TypeError, so that the caller looks for the record instead of going to a page that isn't there
 */
export function parseCreatedId(json: unknown): number {
  const value = isObject(json) ? own(json, 'Value') : null;
  const id = isObject(value) ? own(value, 'Id') : null;
  if (typeof id !== 'number' || !Number.isSafeInteger(id) || id <= 0) throw new TypeError('No Value.Id.');
  return id;
}

/** When the record that was just written was last updated, as the answer spells it; null when it does not say. */
export function parseUpdatedOn(json: unknown): string | null {
  const updatedOn = isObject(json) ? own(json, 'UpdatedOn') : null;
  return typeof updatedOn === 'string' ? updatedOn : null;
}

/** For answers in which nothing but success matters. */
export function parseNothing(): void {}
