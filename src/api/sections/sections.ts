import { sectionAddress } from '#/api/addresses';
import { ApiError } from '#/api/http/errors';
import { type Call, request } from '#/api/http/http';
import { settle } from '#/api/http/result';
import type * as CurrentReads from './currentReads';
import { mayBeOld, noteRead } from './knownSections';
import { readSectionRecord, type SectionRecord } from './sectionRecord';

export type { KnownProperty, SectionRecord, Unreadable } from './sectionRecord';
export type {
  SectionCreatePayload,
  SectionPayload,
  SectionUpdatePayload,
  WritableProperty,
} from './sectionPayloads';
export type { SectionListRow } from './sectionRow';

/** One full record. @throws ApiError `unreadable` also when the answer is another record, `outdated`: see `makeCurrent` */
export async function getSection(id: number, signal?: AbortSignal): Promise<SectionRecord> {
  const read = async () => new Map([[id, await settle(readOne(id, { signal }))]]);
  // Asked before and after: a write may have been confirmed while this was read.
  const loading = mayBeOld() ? loadCurrentReads() : null;
  // It is waited for below, after the reading.
  loading?.catch(() => undefined);
  const answers = await read();
  if (loading || mayBeOld()) {
    const { makeCurrent } = await (loading ?? loadCurrentReads());
    await makeCurrent(answers, read, signal);
  }
  const answer = answers.get(id);
  if (answer instanceof ApiError || answer === undefined) throw answer;
  noteRead(answer);
  return answer;
}

/** Its code comes with that of the writes, or after a reload: a form that only opens does not wait for it. */
async function loadCurrentReads(): Promise<typeof CurrentReads> {
  try {
    return await import('./currentReads');
  } catch (cause) {
    throw new ApiError({ kind: 'network', outcome: 'notSent', cause });
  }
}

/** What the calls of one reading share. */
export type Reading = Pick<Call<unknown>, 'signal' | 'noteRole'>;

/** One reading, whatever its age. @throws ApiError */
export function readOne(id: number, reading: Reading): Promise<SectionRecord> {
  return request({
    method: 'GET',
    ...sectionAddress(id),
    role: 'CourseSection-Read',
    parse: (json) => {
      const record = readSectionRecord(json);
      if (record?.Id !== id) throw new TypeError('Not the record that was asked for.');
      return record;
    },
    ...reading,
  });
}
