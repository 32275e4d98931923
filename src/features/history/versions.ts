import { readSectionRecord } from '#/api/sections/sectionRecord';
import type { SectionRecord } from '#/api/sections/sections';
import type { HistoryKind } from '#/lib/localHistory';
import { visibleChanges } from '#/features/comparison/fieldText';
import { labels } from '#/features/sections/model/fields';
import { toFormValues } from '#/features/sections/model/sectionFormValues';
import { isSameRecord, serializeRecord } from '#/features/sections/model/serialization';

/** Stored versions of a section: whole records, also what the form does not know. */
export const sectionVersions: HistoryKind<SectionRecord> = {
  pack: (record) => ({ record: serializeRecord(record) }),
  read: (stored) => ('record' in stored ? readSectionRecord(stored.record) : null),
  isSame: isSameRecord,
  sizeOf: ({ SectionContents }) => SectionContents?.length ?? 0,
};

/**
 * What brought a version about, in a few words: “Title, Unlock type”.
 * @param before the one that was seen before it, if any
 */
export function changeText(before: SectionRecord | undefined, after: SectionRecord): string {
  if (!before) return 'First seen here';
  const fields = visibleChanges(toFormValues(before), toFormValues(after));
  return fields.map((field) => labels[field]).join(', ') || 'No field of the form';
}
