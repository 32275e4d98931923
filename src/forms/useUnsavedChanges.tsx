import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type BlockerFunction, useBlocker } from 'react-router-dom';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { draftKeeper } from './draftKeeper';
import { leaveGuard } from './leaveGuard';

export interface UnsavedChanges {
  readonly dialog: ReactNode;
  /** Call it just before the navigation that follows a save: the next navigation is not asked about. */
  allowNextNavigation(): void;
}

const unsavedWords = {
  title: 'Unsaved changes',
  text: 'What you changed on this page is not saved yet. If you leave, it is lost.',
  leave: 'Leave without saving',
};
const savingWords = {
  ...unsavedWords,
  text: 'A save is still under way. If you leave now, you will not see whether it worked.',
};
const savedWords = { title: 'Saved', text: 'Your changes are saved now.', leave: 'Leave' };

/**
 * Asks before anything leaves the page with unsaved changes, or while a save is under way: links, Back, signing out
 * (`leaveGuard`), closing the tab. One per page: a router has one blocker.
 */
export function useUnsavedChanges(state: { isDirty: boolean; isSaving: boolean }): UnsavedChanges {
  const mustAsk = state.isDirty || state.isSaving;
  const isAsking = useRef(mustAsk);
  // Read at the moment of leaving. State would be one render late right after a save, and ask about what is saved.
  const allowsNext = useRef(false);
  const hasLeft = useRef(false);
  const [signOut, setSignOut] = useState<((mayLeave: boolean) => void) | null>(null);

  useLayoutEffect(() => {
    isAsking.current = mustAsk;
  });

  const [shouldBlock] = useState(
    (): BlockerFunction =>
      ({ currentLocation, nextLocation }) => {
        const isAllowed = allowsNext.current || hasLeft.current;
        if (currentLocation.pathname === nextLocation.pathname) return false;
        allowsNext.current = false;
        return isAsking.current && !isAllowed;
      },
  );
  const blocker = useBlocker(shouldBlock);

  useEffect(() => {
    if (!mustAsk) return undefined;
    const handleUnload = (event: BeforeUnloadEvent) => {
      if (!hasLeft.current) event.preventDefault();
    };
    addEventListener('beforeunload', handleUnload);
    const takeBack = leaveGuard.register(() => new Promise((resolve) => setSignOut(() => resolve)));
    return () => {
      removeEventListener('beforeunload', handleUnload);
      takeBack();
    };
  }, [mustAsk]);

  // Whoever waits for an answer gets one when the page goes away by itself, which it does after a save only.
  useEffect(() => () => signOut?.(true), [signOut]);

  const answer = (mayLeave: boolean, keepsDraft = true) => {
    if (!keepsDraft) draftKeeper.current()?.discard();
    if (signOut) hasLeft.current = mayLeave;
    signOut?.(mayLeave);
    setSignOut(null);
    if (mayLeave) blocker.proceed?.();
    else blocker.reset?.();
  };

  // A save that was under way may end while the question stands: the words follow, the answer stays the person's.
  const savingOr = state.isSaving ? savingWords : unsavedWords;
  const words = mustAsk ? savingOr : savedWords;

  return {
    allowNextNavigation: () => {
      allowsNext.current = true;
    },
    dialog: (
      <Dialog
        isOpen={blocker.state === 'blocked' || signOut !== null}
        title={words.title}
        onClose={() => answer(false)}
        footer={
          <>
            <Button variant="primary" data-autofocus onClick={() => answer(false)}>
              Stay
            </Button>
            <Button variant="secondary" onClick={() => answer(true, words !== unsavedWords)}>
              {words.leave}
            </Button>
            {words === unsavedWords && draftKeeper.current()?.isKeeping() && (
              <Button onClick={() => answer(true)}>Keep as draft and leave</Button>
            )}
          </>
        }
      >
        <p>{words.text}</p>
      </Dialog>
    ),
  };
}
