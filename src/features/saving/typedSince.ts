import type { SectionRecord } from '#/api/sections/sections';
import { pick } from '#/lib/objects';
import { visibleChanges } from '#/features/comparison/fieldText';
import { rebaseSection } from '#/features/sections/model/rebaseSection';
import { type SectionFormValues, toFormValues } from '#/features/sections/model/sectionFormValues';

/**
 * What the form of a new section held on top of what was sent by the time the section was found, as the edit form of that
 * one would hold it. Another course is left out, with its number: the course of a stored section is fixed.
 * @param sent null: not known, so that all that is not stored counts as typed since
 * @param record what is stored; null when it could not be read
 * @returns null where there is nothing that a person would see
 */
export function typedSince(
  sent: SectionFormValues | null,
  current: SectionFormValues,
  record: SectionRecord | null,
): SectionFormValues | null {
  const stored = record ? toFormValues(record) : (sent ?? current);
  const before = sent ?? stored;
  const ofCourse = current.courseId === before.courseId ? {} : pick(before, ['courseId', 'displayOrder']);
  const values = rebaseSection({ ...current, ...ofCourse }, before, stored);
  // “No image” was chosen since: for a stored section that is to remove it.
  const mustRemove =
    before.thumbnail === 'replace' && current.thumbnail === 'keep' && Boolean(record?.ImageFileName);
  if (mustRemove) values.thumbnail = 'remove';
  return visibleChanges(stored, values).length > 0 ? values : null;
}
