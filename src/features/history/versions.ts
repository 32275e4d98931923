import { readSectionRecord } from '#/api/sections/sectionRecord';
import type { SectionRecord } from '#/api/sections/sections';
import type { SeenKind } from '#/lib/localHistory';
import { isSameRecord, packRecord } from '#/features/sections/model/serialization';

/** Stored versions of a section: whole records, also what the form does not know. */
export const sectionVersions: SeenKind<SectionRecord> = {
  pack: (record) => ({ record: packRecord(record) }),
  read: (stored) => ('record' in stored ? readSectionRecord(stored.record) : null),
  isSame: isSameRecord,
  sizeOf: ({ SectionContents }) => SectionContents?.length ?? 0,
};
