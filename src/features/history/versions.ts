import { readSectionRecord } from '#/api/sections/sectionRecord';
import type { SectionRecord } from '#/api/sections/sections';
import type { HistoryKind } from '#/lib/localHistory';
import { isSameRecord, serializeRecord } from '#/features/sections/model/serialization';

/** Stored versions of a section: whole records, also what the form does not know. */
export const sectionVersions: HistoryKind<SectionRecord> = {
  pack: (record) => ({ record: serializeRecord(record) }),
  read: (stored) => ('record' in stored ? readSectionRecord(stored.record) : null),
  isSame: isSameRecord,
  sizeOf: ({ SectionContents }) => SectionContents?.length ?? 0,
};
