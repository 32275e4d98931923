import { isOwnVersion } from '#/api/sections/confirmedWrites';
import type { SectionListRow } from '#/api/sections/sections';
import type { RemoteChange } from '#/features/course-changes/courseStore';

/**
 * What others did since the last look: rows that are new, and rows whose `UpdatedOn` is another one (equality only: the
 * clocks of the service are not ours).
 * @param seen `UpdatedOn` by Id, as last seen or as written here; empty before the first look
 */
export function remoteChangesOf(
  rows: readonly Pick<SectionListRow, 'Id' | 'UpdatedOn' | 'UpdatedBy'>[],
  knownVersions: ReadonlyMap<number, string | null>,
): Map<number, RemoteChange> {
  const remoteChanges = new Map<number, RemoteChange>();
  if (knownVersions.size === 0) return remoteChanges;
  for (const row of rows) {
    const { Id, UpdatedOn, UpdatedBy } = row;
    // Written here, and not read since.
    if (isOwnVersion(row)) continue;
    if (!knownVersions.has(Id)) remoteChanges.set(Id, { kind: 'new', by: UpdatedBy });
    else if (knownVersions.get(Id) !== UpdatedOn) remoteChanges.set(Id, { kind: 'changed', by: UpdatedBy });
  }
  return remoteChanges;
}
