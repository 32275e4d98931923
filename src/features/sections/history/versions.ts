import { readSectionRecord } from '../../../api/sectionRecord';
import type { SectionRecord } from '../../../api/sections';
import type { SeenKind } from '../../../lib/seenVersions';
import { isSameRecord, packRecord } from '../storedRecord';

/** Stored versions of a section: whole records, also what the form does not know. */
export const sectionVersions: SeenKind<SectionRecord> = {
  pack: (record) => ({ record: packRecord(record) }),
  read: (stored) => ('record' in stored ? readSectionRecord(stored.record) : null),
  isSame: isSameRecord,
  sizeOf: ({ SectionContents }) => SectionContents?.length ?? 0,
};
