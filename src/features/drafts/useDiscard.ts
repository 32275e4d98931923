import { useEffect, useState } from 'react';
import type { StoredDraft } from '#/lib/drafts/draft';
import { keyOfStored, type StoredDrafts } from './useStoredDrafts';
import { sectionDrafts } from './sectionDrafts';

/** How long a discarded draft can be had back, in milliseconds. */
const UNDO_MS = 10_000;

/** Discards drafts at once, and takes that back for a while. */
export function useDiscard(drafts: Pick<StoredDrafts, 'drop' | 'putBack'>) {
  const [discarded, setDiscarded] = useState<StoredDraft | null>(null);

  useEffect(() => {
    if (!discarded) return undefined;
    const timer = setTimeout(() => setDiscarded(null), UNDO_MS);
    return () => clearTimeout(timer);
  }, [discarded]);

  return {
    discarded,
    discard(found: StoredDraft) {
      const place = keyOfStored(found);
      drafts.drop(place);
      void sectionDrafts.remove(place);
      setDiscarded(found);
    },
    undo() {
      if (!discarded) return;
      void sectionDrafts.putBack(discarded);
      drafts.putBack(discarded);
      setDiscarded(null);
    },
  };
}
