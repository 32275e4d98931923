import { useState, useSyncExternalStore } from 'react';
import { refusedRoles } from '#/api/http/roleRefusals';

/** The roles that this account lacks, as far as the server has told, kept up to date. */
export const useRefusedRoles = (): ReadonlySet<string> =>
  useSyncExternalStore(refusedRoles.subscribe, refusedRoles.getSnapshot);

/** Those of them that were refused before this was shown, and ever since. */
export function useRolesRefusedBefore(): ReadonlySet<string> {
  const refused = useRefusedRoles();
  const [before, setBefore] = useState(refused);
  const still = [...before].filter((role) => refused.has(role));
  // One that was granted is forgotten: refused once more, it turned up later.
  if (still.length < before.size) setBefore(new Set(still));
  return before;
}
