import { useEffect, useState } from 'react';
import type { FoundDraft } from '#/lib/drafts/draft';
import { placeOfFound, toDraft, type FoundDrafts } from './useStoredDrafts';
import { readSectionDraft, type SectionDraft, sectionDrafts } from './sectionDrafts';

/** How long a discarded draft can be had back, in milliseconds. */
const undoTime = 10_000;

/** Discards drafts at once, and takes that back for a while. */
export function useDiscard(drafts: Pick<FoundDrafts, 'drop' | 'put'>) {
  const [discarded, setDiscarded] = useState<SectionDraft | null>(null);

  useEffect(() => {
    if (!discarded) return undefined;
    const timer = setTimeout(() => setDiscarded(null), undoTime);
    return () => clearTimeout(timer);
  }, [discarded]);

  return {
    discarded,
    discard(found: FoundDraft) {
      const place = placeOfFound(found);
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
