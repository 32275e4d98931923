import { useSyncExternalStore } from 'react';
import { restoreSession, type SessionState, sessionStore } from '#/api/session/session';

/** Who is signed in, kept up to date. Tokens never get here. */
export function useSession(): SessionState {
  return useSyncExternalStore(sessionStore.subscribe, sessionStore.getSnapshot);
}

/** The session once it is known whether there is one: from this tab's storage or from another open tab. */
export async function sessionReady(): Promise<SessionState> {
  await restoreSession();
  return sessionStore.getSnapshot();
}
