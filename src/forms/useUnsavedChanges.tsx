import {
  type ComponentType,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { type BlockerFunction, useBlocker } from 'react-router-dom';
import { leaveGuard } from './leaveGuard';
import type { LeaveQuestionProps, LeavingForm } from './LeaveQuestion';

export interface UnsavedChanges {
  readonly dialog: ReactNode;
  /** Call it just before the navigation that follows a save: the next navigation is not asked about. */
  allowNextNavigation(): void;
}

const loadQuestion = async () => (await import('./LeaveQuestion')).LeaveQuestion;

/**
 * The code of the question comes as soon as there is something to ask about. Where it does not come (the connection, an
 * old tab after a deployment), the browser asks in its own way.
 */
function useQuestion(mayAsk: boolean): { Question: ComponentType<LeaveQuestionProps> } | null {
  const [loaded, setLoaded] = useState<ReturnType<typeof useQuestion>>(null);
  useEffect(() => {
    if (!mayAsk || loaded) return undefined;
    let isCurrent = true;
    const take = (Question: ComponentType<LeaveQuestionProps>) => isCurrent && setLoaded({ Question });
    loadQuestion().then(take, () => take(PlainQuestion));
    return () => {
      isCurrent = false;
    };
  }, [mayAsk, loaded]);
  return loaded;
}

function PlainQuestion({ onAnswer }: LeaveQuestionProps) {
  const ask = useEffectEvent(() => onAnswer(confirm('Your changes aren’t saved yet. Leave without saving?')));
  useEffect(() => ask(), []);
  return null;
}

/**
 * Asks before anything leaves the page with unsaved changes, or while a save is under way: links, Back, signing out
 * (`leaveGuard`), closing the tab. One per page: a router has one blocker. A save that the person asks for with the
 * question has the intent `leave`.
 * @param startsAnew the page is another one after each navigation, also to its own address
 */
export function useUnsavedChanges(form: LeavingForm, startsAnew = false): UnsavedChanges {
  const mustAsk = form.isDirty || form.isSaving;
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
        const part = startsAnew ? 'key' : 'pathname';
        if (currentLocation[part] === nextLocation[part]) return false;
        allowsNext.current = false;
        return isAsking.current && !isAllowed;
      },
  );
  const blocker = useBlocker(shouldBlock);
  const loaded = useQuestion(mustAsk);

  useEffect(() => {
    if (!mustAsk) return undefined;
    const handleUnload = (event: BeforeUnloadEvent) => {
      if (!hasLeft.current) event.preventDefault();
    };
    addEventListener('beforeunload', handleUnload);
    const unregister = leaveGuard.register(() => new Promise((resolve) => setSignOut(() => resolve)));
    return () => {
      removeEventListener('beforeunload', handleUnload);
      unregister();
    };
  }, [mustAsk]);

  // Whoever waits for an answer gets one when the page goes away by itself, which it does after a save only.
  useEffect(() => () => signOut?.(true), [signOut]);

  // The router throws when it is told twice, and takes its time to take the question away.
  const asked = signOut ?? blocker;
  const answered = useRef<unknown>(null);
  const handleAnswer = (mayLeave: boolean) => {
    if (answered.current === asked) return;
    answered.current = asked;
    if (signOut) hasLeft.current = mayLeave;
    signOut?.(mayLeave);
    setSignOut(null);
    if (mayLeave) blocker.proceed?.();
    else blocker.reset?.();
  };

  return {
    allowNextNavigation: () => {
      allowsNext.current = true;
    },
    dialog: loaded && (blocker.state === 'blocked' || signOut !== null) && (
      <loaded.Question form={form} onAnswer={handleAnswer} />
    ),
  };
}
