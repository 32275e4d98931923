import { useEffect, useState, useSyncExternalStore } from 'react';
import { Link, useLocation } from 'react-router-dom';
import { describeDraft, sectionDrafts } from '#/features/drafts/sectionDrafts';
import { useDiscard } from '#/features/drafts/useDiscard';
import { keyOfStored } from '#/features/drafts/useStoredDrafts';
import { accountKey } from '#/features/sign-in/useAccount';
import { keptDraft } from '#/forms/keptDraft';
import { draftKey, type StoredDraft } from '#/lib/drafts/draft';
import { Button } from '#/ui/Button';
import styles from './bars.module.css';

interface Kept {
  readonly found: StoredDraft;
  readonly pathname: string;
}

/** Says on the page that one arrives at that what was left without saving is kept, until the next page. */
export function KeptDraftBar({ username }: { username: string }) {
  const account = accountKey(username);
  const { key, pathname } = useLocation();
  const leaving = useSyncExternalStore(keptDraft.subscribe, keptDraft.getSnapshot);
  const [kept, setKept] = useState<Kept | null>(null);
  const discarding = useDiscard({
    drop: () => setKept(null),
    putBack: (found) => setKept({ found, pathname }),
  });

  useEffect(() => {
    let isCurrent = true;
    const arrive = async (_entry: string) => {
      const place = keptDraft.getSnapshot();
      // What is said is read: of this account, and truly there.
      const drafts = place ? await sectionDrafts.find(account, place.record) : [];
      if (!isCurrent) return;
      const found = drafts.find((one) => place && draftKey(keyOfStored(one)) === draftKey(place));
      // A filter of the same page takes nothing away.
      setKept((before) => (found ? { found, pathname } : before?.pathname === pathname ? before : null));
      keptDraft.set(null);
    };
    void arrive(key);
    return () => {
      isCurrent = false;
    };
  }, [account, key, pathname]);
  // Who signs out arrives at no page of this frame.
  useEffect(() => () => keptDraft.set(null), []);

  const isKept = kept?.pathname === pathname;
  const { discarded } = discarding;
  if (!leaving && !isKept && !discarded) return null;
  return (
    // Empty at first, while the page is being left: a screen reader announces what comes into it.
    <div role="status" className={isKept || discarded ? `${styles.bar} ${styles.calm}` : undefined}>
      {isKept && (
        <>
          <p>
            Draft kept:{' '}
            <Link to={describeDraft(kept.found).path} dir="auto">
              {describeDraft(kept.found).title}
            </Link>
          </p>
          <Button variant="quiet" onClick={() => discarding.discard(kept.found)}>
            Discard
          </Button>
        </>
      )}
      {discarded && !isKept && (
        <>
          <p>Draft discarded</p>
          <Button variant="quiet" onClick={() => discarding.undo()}>
            Undo
          </Button>
        </>
      )}
    </div>
  );
}
