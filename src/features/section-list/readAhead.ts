import { getSection } from '#/api/sections/sections';
import { readsAhead } from '#/features/sections/queries/sectionQueries';

const KEPT_MS = 1_000;

/**
 * Reads a section for the page that is about to open, which takes it as what stands there now: so it is not kept for a
 * later visit. A failure is for the page that takes it.
 */
export function readAhead(id: number): void {
  const read = getSection(id);
  read.catch(() => undefined);
  readsAhead.set(id, read);
  setTimeout(() => {
    if (readsAhead.get(id) === read) readsAhead.delete(id);
  }, KEPT_MS);
}
