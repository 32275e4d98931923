import { sectionAddress } from '#/api/addresses';
import { request } from '#/api/http/http';
import { readSectionRecord, type SectionRecord } from './sectionRecord';

export type { SectionRecord } from './sectionRecord';
export type { SectionListRow } from './sectionRow';

/** What a create sends: every writable property (docs/api-contract.md 4). */
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

/** What an update sends: the full record as just read, overlaid with the changes (docs/api-contract.md 5). */
export interface SectionUpdatePayload extends SectionPayload {
  Id: number;
}

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
