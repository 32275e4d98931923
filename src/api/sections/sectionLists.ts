import { inBatches } from '#/lib/inBatches';
import { courseSectionsAddress, SECTIONS_PATH } from '#/api/addresses';
import { ApiError } from '#/api/http/errors';
import { request } from '#/api/http/http';
import { noteRoleTogether } from '#/api/http/noteRoleTogether';
import { incomplete, type List, parsePage, parseRows, readAllPages } from '#/api/paging';
import { readSectionRecord, type SectionRecord } from './sectionRecord';
import { bySectionOrder, readSectionListRow, type SectionListRow } from './sectionRow';
import { readOne, type Reading } from './sections';
import { withConfirmed } from './confirmedWrites';
import { settleUnlisted, unlistedCreates } from './unlistedCreates';
import { noteRead } from './knownSections';
import { makeCurrent, type SectionAnswer } from './currentReads';

/** The most ids per batch are unknown; 50 keep the URL far below every server's limit. */
const BATCH_SIZE = 50;
const MAX_PARALLEL = 3;

/** One reading of a course's sections. */
export interface SectionList extends List<SectionListRow> {
  /** The server's list was older than a write that was confirmed to this tab: read it again. */
  readonly isBehind: boolean;
}

/**
 * All sections of a course, by `DisplayOrder`, then `Id`. A filter that the server ignores answers every course's
 * sections, so rows that name another course are dropped (docs/api-contract.md 3). What this tab has had confirmed stands
 * over a list that is still as it was before (5); what the list lacks of it is asked for by its Id.
 * @throws ApiError
 */
export async function readSectionList(courseId: number, signal?: AbortSignal): Promise<SectionList> {
  const readPage = (page: number, size: number) =>
    request({
      method: 'GET',
      ...courseSectionsAddress(courseId, page, size),
      role: 'CourseSection-List',
      parse: parsePage,
      signal,
    });
  const { rows, isComplete } = await readAllPages(readPage, readSectionListRow);
  const own = rows.filter((row) => row.CourseId === null || row.CourseId === courseId).sort(bySectionOrder);
  settleUnlisted(courseId, own, await readMany(unlistedCreates(courseId, own), signal));
  return { ...withConfirmed(courseId, own), isComplete };
}

/** The rows of such a reading. @throws ApiError also when some may be missing */
export async function listSections(courseId: number): Promise<SectionListRow[]> {
  const { rows, isComplete } = await readSectionList(courseId);
  if (!isComplete) throw incomplete();
  return rows;
}

/**
 * Full records by Id: in batches, then one by one for what did not come (docs/api-contract.md 3). The map holds each id, with
 * its record or the error that stands for it.
 * @throws ApiError `aborted` only
 */
export async function getSections(
  ids: readonly number[],
  signal?: AbortSignal,
): Promise<Map<number, SectionAnswer>> {
  const read = (wanted: readonly number[]) => readMany(wanted, signal);
  const answers = await read([...new Set(ids)]);
  await makeCurrent(answers, read, signal);
  for (const answer of answers.values()) if (!(answer instanceof ApiError)) noteRead(answer);
  return answers;
}

async function readMany(
  wanted: readonly number[],
  signal?: AbortSignal,
): Promise<Map<number, SectionAnswer>> {
  const role = noteRoleTogether();
  const reading: Reading = { signal, noteRole: role.note };
  const found = new Map<number, SectionAnswer>();
  for (let start = 0; start < wanted.length; start += BATCH_SIZE) {
    const chunk = wanted.slice(start, start + BATCH_SIZE);
    const records = await readBatch(chunk, reading).catch(asApiError);
    if (records instanceof ApiError) {
      if (!isWorthAskingAlone(records)) for (const id of chunk) found.set(id, records);
    } else {
      for (const record of records) if (chunk.includes(record.Id)) found.set(record.Id, record);
    }
  }
  const missing = wanted.filter((id) => !found.has(id));
  await inBatches(missing, MAX_PARALLEL, async (id) => {
    found.set(id, await readOne(id, reading).catch(asApiError));
  });
  role.end();
  return found;
}

function readBatch(ids: readonly number[], reading: Reading): Promise<SectionRecord[]> {
  return request({
    method: 'GET',
    path: `${SECTIONS_PATH}/`,
    query: { id: `[${ids.join(',')}]` },
    role: 'CourseSection-Read',
    parse: (json) => {
      if (!Array.isArray(json)) throw new TypeError('A batch answers an array.');
      return parseRows(json, readSectionRecord);
    },
    ...reading,
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
