import { useEffect, useState, useSyncExternalStore } from 'react';
import { Link } from 'react-router-dom';
import { ageText } from '#/lib/age';
import { draftKey, type StoredDraft } from '#/lib/drafts/draft';
import { Button } from '#/ui/Button';
import { Dialog } from '#/ui/Dialog';
import { Undoable } from './DraftOffer';
import styles from './drafts.module.css';
import { accountKey } from '#/features/sign-in/useAccount';
import { describeDraft, draftsVersion, isOpenHere, sectionDrafts } from './sectionDrafts';
import { useDiscard } from './useDiscard';
import { keyOfStored } from './useStoredDrafts';

const keyOf = (found: StoredDraft) => draftKey(keyOfStored(found));

/** The drafts of the account, for the header: there while there are any besides the one that is being typed. */
export function DraftsMenu({ username }: { username: string }) {
  const account = accountKey(username);
  const version = useSyncExternalStore(draftsVersion.subscribe, draftsVersion.getSnapshot);
  const [found, setFound] = useState<readonly StoredDraft[]>([]);
  const [isOpen, setIsOpen] = useState(false);
  const [focusCount, setFocusCount] = useState(0);
  const discarding = useDiscard({
    drop: (place) => setFound((all) => all.filter((one) => keyOf(one) !== draftKey(place))),
    // Saving it again makes this list read itself anew.
    putBack: () => {},
  });

  useEffect(() => {
    const handleFocus = () => setFocusCount((count) => count + 1);
    addEventListener('focus', handleFocus);
    return () => removeEventListener('focus', handleFocus);
  }, []);
  useEffect(() => {
    let isCurrent = true;
    const read = async (_reasons: readonly number[]) => {
      const all = await sectionDrafts.find(account);
      if (isCurrent) setFound(all.filter((one) => !isOpenHere(keyOfStored(one))));
    };
    void read([version, focusCount]);
    return () => {
      isCurrent = false;
    };
  }, [account, version, focusCount]);

  if (found.length === 0 && !isOpen) return null;
  return (
    <>
      <Button variant="quiet" onClick={() => setIsOpen(true)}>
        Drafts
      </Button>
      <Dialog
        isOpen={isOpen}
        title="Drafts"
        onClose={() => setIsOpen(false)}
        footer={<Button onClick={() => setIsOpen(false)}>Close</Button>}
      >
        <p>What was typed in this browser and not saved yet. Drafts are kept for 14 days.</p>
        {discarding.discarded && <Undoable title="Draft discarded" onUndo={() => discarding.undo()} />}
        {found.length === 0 && <p>There are no drafts left.</p>}
        <ul className={styles.list}>
          {found.map((one) => (
            <DraftRow
              key={keyOf(one)}
              found={one}
              onFollow={() => setIsOpen(false)}
              onDiscard={() => discarding.discard(one)}
            />
          ))}
        </ul>
      </Dialog>
    </>
  );
}

interface DraftRowProps {
  found: StoredDraft;
  onFollow: () => void;
  onDiscard: () => void;
}

function DraftRow({ found, onFollow, onDiscard }: DraftRowProps) {
  const [now] = useState(() => Date.now());
  const { path, title } = describeDraft(found);
  return (
    <li>
      <span>
        <Link to={path} dir="auto" onClick={onFollow}>
          {title}
        </Link>{' '}
        {found.kind === 'draft' && ageText(now - found.draft.savedAt)}
      </span>
      <Button variant="quiet" aria-label={`Discard the draft: ${title}`} onClick={onDiscard}>
        Discard
      </Button>
    </li>
  );
}
