import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useSession } from '#/features/sign-in/queries';
import { onFirstUse } from '#/lib/onFirstUse';
import { LazyPart } from '#/ui/LazyPart';

const loadSignInAgain = async () => (await import('./SignInAgain')).SignInAgain;

/** Opens over the page when its session ends: what was typed stays below, untouched. One dialog for any number of 401s. */
export function SessionDialog() {
  const session = useSession();
  useReadAgain(session.status === 'signedIn');
  // Early enough that no deployment in the meantime can take the form away.
  useEffect(() => onFirstUse(() => void loadSignInAgain().catch(() => undefined)), []);
  if (session.status !== 'ended') return null;
  return <LazyPart name="Signing in" load={loadSignInAgain} props={{ username: session.username }} />;
}

/** What could not be read for want of a session is read once there is one again; forms wait for their user. */
function useReadAgain(isSignedIn: boolean) {
  const queryClient = useQueryClient();
  useEffect(() => {
    if (!isSignedIn) return;
    void queryClient.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' });
  }, [isSignedIn, queryClient]);
}
