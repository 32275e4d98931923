import { useEffect, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { draftKey, type DraftPlace, type StoredDraft } from '#/lib/drafts/draft';
import { pause } from '#/lib/pause';
import { ANSWER_MS } from '#/lib/openTabs';
import { newPrefix } from '#/features/sections/model/storageKeys';
import { isOpenHere, type SectionDraft, sectionDrafts, toDraft } from './sectionDrafts';

export const keyOfStored = (found: StoredDraft): DraftPlace =>
  found.kind === 'draft' ? found.draft : found.unreadable;

const isIn = (drafts: readonly StoredDraft[], draft: StoredDraft) =>
  drafts.some((one) => draftKey(keyOfStored(one)) === draftKey(keyOfStored(draft)));

/**
 * The drafts that stood there when the form was opened, without those that are being typed in another tab.
 * @param record of one section; null for all new ones
 */
export function useStoredDrafts(account: string, record: string | null, others: ReadonlyMap<string, string>) {
  const [found, setFound] = useState<readonly StoredDraft[]>([]);
  /** A link to this very page, such as that of a draft in the header, looks again. */
  const { key } = useLocation();
  /** Also those that were dropped before they were found. */
  const [dropped] = useState(() => new Set<string>());

  useEffect(() => {
    let isCurrent = true;
    const find = async () => {
      const all = await (record === null ? sectionDrafts.find(account) : sectionDrafts.find(account, record));
      // By then the other tabs have said which drafts are theirs.
      await pause(ANSWER_MS);
      const isWanted = (draft: StoredDraft) =>
        (record !== null || keyOfStored(draft).record.startsWith(newPrefix)) &&
        !dropped.has(draftKey(keyOfStored(draft))) &&
        // Its own: a form that comes with unsaved changes writes them before these are found.
        !isOpenHere(keyOfStored(draft));
      // What was put in meanwhile is newer: a quick save may have left a draft before these were found.
      if (isCurrent)
        setFound((put) => [...put, ...all.filter((draft) => isWanted(draft) && !isIn(put, draft))]);
    };
    void find();
    return () => {
      isCurrent = false;
    };
    // oxlint-disable-next-line react/exhaustive-deps
  }, [account, record, dropped, key]);

  const putBack = (next: StoredDraft) => {
    const key = draftKey(keyOfStored(next));
    dropped.delete(key);
    setFound((drafts) => [next, ...drafts.filter((one) => draftKey(keyOfStored(one)) !== key)]);
  };
  const isElsewhere = (place: DraftPlace) => place.account !== account || others.has(place.tab);
  return {
    found: found.filter((draft) => !isElsewhere(keyOfStored(draft))),
    /** Takes a draft from the list; the database is the caller's. */
    drop(place: DraftPlace) {
      const key = draftKey(place);
      dropped.add(key);
      setFound((drafts) => drafts.filter((draft) => draftKey(keyOfStored(draft)) !== key));
    },
    /** Puts a draft in, also in the place of an earlier state of it. */
    put: (draft: SectionDraft) => putBack({ kind: 'draft', draft: toDraft(draft) }),
    /** Puts in what was dropped. */
    putBack,
  };
}

export type StoredDrafts = ReturnType<typeof useStoredDrafts>;
