import type { SectionListRow } from '#/api/sections/sections';
import type { Mark } from '#/features/course-changes/courseStore';

/**
 * What others did since the last look: rows that are new, and rows whose `UpdatedOn` is another one (equality only: the
 * clocks of the service are not ours).
 * @param seen `UpdatedOn` by Id, as last seen or as written here; empty before the first look
 */
export function marksOf(
  rows: readonly Pick<SectionListRow, 'Id' | 'UpdatedOn' | 'UpdatedBy'>[],
  seen: ReadonlyMap<number, string | null>,
): Map<number, Mark> {
  const marks = new Map<number, Mark>();
  if (seen.size === 0) return marks;
  for (const { Id, UpdatedOn, UpdatedBy } of rows) {
    if (!seen.has(Id)) marks.set(Id, { kind: 'new', by: UpdatedBy });
    else if (seen.get(Id) !== UpdatedOn) marks.set(Id, { kind: 'changed', by: UpdatedBy });
  }
  return marks;
}
