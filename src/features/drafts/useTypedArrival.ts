import { useEffect, useEffectEvent, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { takeStateAway } from '#/forms/oneTimeState';
import type { DraftPlace } from '#/lib/drafts/draft';
import type { TypedArrival } from '#/features/saving/types';
import { readSectionDraft, type SectionDraft } from './sectionDrafts';

type Take = (
  draft: SectionDraft,
  onDone: (notes: readonly string[], isMoved: Promise<boolean>) => void,
) => void;

/**
 * For a section that was just created: takes what was typed since it was sent into the form, where it is not saved.
 * @returns `notes`: what there is to say about it until the next save
 */
export function useTypedArrival({ account, record }: DraftPlace, take: Take) {
  const { state, key } = useLocation() as { state: Partial<TypedArrival> | null; key: string };
  const [arrived] = useState(() => {
    const draft = state?.typed ? readSectionDraft(state.typed) : null;
    if (draft?.place.account !== account || draft.place.record !== record) return null;
    return { draft, known: state?.created?.notes ?? [] };
  });
  const [notes, setNotes] = useState(arrived?.known ?? null);

  const takeTyped = useEffectEvent(() => {
    if (!arrived) return;
    take(arrived.draft, (more, isMoved) => {
      setNotes([
        ...arrived.known,
        'What you typed after it was sent is in the form, not saved yet.',
        ...more,
      ]);
      // Until it is a draft of this form, a reload finds it here again.
      void isMoved.then((isKept) => isKept && takeStateAway(key));
    });
  });
  useEffect(() => takeTyped(), []);

  return {
    notes,
    forget() {
      if (!notes) return;
      setNotes(null);
      takeStateAway(key);
    },
  };
}
