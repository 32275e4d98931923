import { sectionAddress } from '#/api/addresses';
import { request } from '#/api/http/http';
import { readSectionRecord, type SectionRecord } from './sectionRecord';

export type { KnownProperty, SectionRecord, Unreadable } from './sectionRecord';
export type {
  SectionCreatePayload,
  SectionPayload,
  SectionUpdatePayload,
  WritableProperty,
} from './sectionPayloads';
export type { SectionListRow } from './sectionRow';

/** One full record. @throws ApiError `unreadable` also when the answer is another record */
export function getSection(id: number, signal?: AbortSignal): Promise<SectionRecord> {
  return request({
    method: 'GET',
    ...sectionAddress(id),
    role: 'CourseSection-Read',
    parse: (json) => {
      const record = readSectionRecord(json);
      if (record?.Id !== id) throw new TypeError('Not the record that was asked for.');
      return record;
    },
    signal,
  });
}
