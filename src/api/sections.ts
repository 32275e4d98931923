import { inBatches } from '../lib/inBatches';
import { ApiError } from './errors';
import { request } from './http';
import { PAGE_SIZE, parseCreatedId, parseNothing, parsePage, parseRows, readAllPages } from './records';
import { bySectionOrder, readSectionListRow, readSectionRecord } from './sectionRecord';
import type { SectionListRow, SectionRecord } from './sectionRecord';

export type { SectionListRow, SectionRecord } from './sectionRecord';

/** What a create sends: every writable property (contract.md 4). */
export interface SectionPayload {
  [property: string]: unknown;
  CourseId: number | null;
  Title: string | null;
  SectionContents: string | null;
  Active: boolean | null;
  DisplayOrder: number | null;
  UnlockType: number | null;
  UnlockAfterDays: number | null;
  NewImageUrl: string | null;
  ClearImageFile: boolean;
}

/** What an update sends: the full record as just read, overlaid with the changes (contract.md 5). */
export interface SectionUpdatePayload extends SectionPayload {
  Id: number;
}

const PATH = '/content/coursesections';
/** The most ids per batch are unknown; 50 keep the URL far below every server's limit. */
const BATCH = 50;
const WIDTH = 3;

/**
 * All sections of a course, by `DisplayOrder`, then `Id`. A filter that the server ignores answers every course's
 * sections, so rows that name another course are dropped (contract.md 3).
 * @throws ApiError
 */
export async function listSections(courseId: number, signal?: AbortSignal): Promise<SectionListRow[]> {
  const readPage = (page: number) =>
    request({
      method: 'GET',
      path: PATH,
      query: { CourseSection_Course: courseId, page, size: PAGE_SIZE },
      role: 'CourseSection-List',
      parse: parsePage,
      signal,
    });
  const rows = await readAllPages(readPage, readSectionListRow);
  return rows.filter((row) => row.CourseId === null || row.CourseId === courseId).sort(bySectionOrder);
}

/** One full record. @throws ApiError `unreadable` also when the answer is another record */
export function getSection(id: number, signal?: AbortSignal): Promise<SectionRecord> {
  return request({
    method: 'GET',
    path: `${PATH}/${id}`,
    role: 'CourseSection-Read',
    parse: (json) => {
      const record = readSectionRecord(json);
      if (record?.Id !== id) throw new TypeError('Not the record that was asked for.');
      return record;
    },
    signal,
  });
}

/**
 * Full records by Id: in batches, then one by one for what did not come (contract.md 3). The map holds each id, with
 * its record or the error that stands for it.
 * @throws ApiError `aborted` only
 */
export async function getSections(
  ids: readonly number[],
  signal?: AbortSignal,
): Promise<Map<number, SectionRecord | ApiError>> {
  const wanted = [...new Set(ids)];
  const found = new Map<number, SectionRecord | ApiError>();
  for (let start = 0; start < wanted.length; start += BATCH) {
    const chunk = wanted.slice(start, start + BATCH);
    const records = await readBatch(chunk, signal).catch(asApiError);
    if (records instanceof ApiError) {
      if (!isWorthAskingAlone(records)) for (const id of chunk) found.set(id, records);
    } else {
      for (const record of records) if (chunk.includes(record.Id)) found.set(record.Id, record);
    }
  }
  const missing = wanted.filter((id) => !found.has(id));
  await inBatches(missing, WIDTH, async (id) => {
    found.set(id, await getSection(id, signal).catch(asApiError));
  });
  return found;
}

function readBatch(ids: readonly number[], signal?: AbortSignal): Promise<SectionRecord[]> {
  return request({
    method: 'GET',
    path: `${PATH}/`,
    query: { id: `[${ids.join(',')}]` },
    role: 'CourseSection-Read',
    parse: (json) => {
      if (!Array.isArray(json)) throw new TypeError('A batch answers an array.');
      return parseRows(json, readSectionRecord);
    },
    signal,
  });
}

/** An abort concerns the whole call; every other failure belongs to its ids. */
function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError && error.kind !== 'aborted') return error;
  throw error;
}

/** Whether the batch itself may be what the server did not like. */
function isWorthAskingAlone({ kind }: ApiError): boolean {
  return kind === 'unreadable' || kind === 'refused' || kind === 'notFound' || kind === 'server';
}

/** Creates a section; never repeated by itself. @returns its Id @throws ApiError */
export function createSection(payload: SectionPayload, signal?: AbortSignal): Promise<number> {
  const role = 'CourseSection-Create';
  return request({ method: 'POST', path: PATH, body: payload, role, parse: parseCreatedId, signal });
}

/** Replaces a section; the Id is in the body (contract.md 5). @throws ApiError */
export function updateSection(payload: SectionUpdatePayload, signal?: AbortSignal): Promise<void> {
  const role = 'CourseSection-Edit';
  return request({ method: 'PUT', path: PATH, body: payload, role, parse: parseNothing, signal });
}

/** Deletes a section; one that is gone already counts as deleted (contract.md 6). @throws ApiError */
export async function deleteSection(id: number, signal?: AbortSignal): Promise<void> {
  const role = 'CourseSection-Delete';
  try {
    await request({ method: 'DELETE', path: `${PATH}/${id}`, role, parse: parseNothing, signal });
  } catch (error) {
    if (!(error instanceof ApiError && error.kind === 'notFound')) throw error;
  }
}
