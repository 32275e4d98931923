import { useEffect, useState } from 'react';
import type { StoredDraft } from '#/lib/drafts/draft';
import { keyOfStored, type StoredDrafts } from './useStoredDrafts';
import { readSectionDraft, type SectionDraft, sectionDrafts, toDraft } from './sectionDrafts';

/** How long a discarded draft can be had back, in milliseconds. */
const UNDO_MS = 10_000;

/** Discards drafts at once, and takes that back for a while. */
export function useDiscard(drafts: Pick<StoredDrafts, 'drop' | 'put'>) {
  const [discarded, setDiscarded] = useState<SectionDraft | null>(null);

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
      setDiscarded(found.kind === 'draft' ? readSectionDraft(found.draft) : null);
    },
    undo() {
      if (!discarded) return;
      void sectionDrafts.save(toDraft(discarded));
      drafts.put(discarded);
      setDiscarded(null);
    },
  };
}
