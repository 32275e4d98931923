import { useEffect, useState } from 'react';
import { type Draft, draftKey, type DraftPlace, type FoundDraft } from '#/lib/drafts/draft';
import { pause } from '#/lib/pause';
import { answerTime } from '#/lib/openTabs';
import { packRecord } from '#/features/sections/model/serialization';
import { newPrefix } from '#/features/sections/model/storageKeys';
import { type SectionDraft, sectionDrafts } from './sectionDrafts';

export const placeOfFound = (found: FoundDraft): DraftPlace =>
  found.kind === 'draft' ? found.draft : found.setAside;

/** What a draft is in the database. */
export function toDraft({ place, values, base, pending, savedAt }: SectionDraft): Draft {
  const { account, record, tab } = place;
  return { account, record, tab, values: { ...values }, base: base && packRecord(base), pending, savedAt };
}

/**
 * The drafts that stood there when the form was opened, without those that are being typed in another tab.
 * @param record of one section; null for all new ones
 */
export function useFoundDrafts(account: string, record: string | null, others: ReadonlyMap<string, string>) {
  const [found, setFound] = useState<readonly FoundDraft[]>([]);

  useEffect(() => {
    let isCurrent = true;
    const find = async () => {
      const all = await (record === null ? sectionDrafts.find(account) : sectionDrafts.find(account, record));
      // By then the other tabs have said which drafts are theirs.
      await pause(answerTime);
      const isWanted = (draft: FoundDraft) =>
        record !== null || placeOfFound(draft).record.startsWith(newPrefix);
      if (isCurrent) setFound(all.filter(isWanted));
    };
    void find();
    return () => {
      isCurrent = false;
    };
  }, [account, record]);

  const isElsewhere = (place: DraftPlace) => place.account !== account || others.has(place.tab);
  return {
    found: found.filter((draft) => !isElsewhere(placeOfFound(draft))),
    /** Takes a draft from the list; the database is the caller's. */
    drop(place: DraftPlace) {
      const key = draftKey(place);
      setFound((drafts) => drafts.filter((draft) => draftKey(placeOfFound(draft)) !== key));
    },
    /** Puts a draft in, also in the place of an earlier state of it. */
    put(draft: SectionDraft) {
      const next: FoundDraft = { kind: 'draft', draft: toDraft(draft) };
      const key = draftKey(draft.place);
      setFound((drafts) => [next, ...drafts.filter((one) => draftKey(placeOfFound(one)) !== key)]);
    },
  };
}

export type FoundDrafts = ReturnType<typeof useFoundDrafts>;
