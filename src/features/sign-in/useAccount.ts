import { type SessionState, sessionStore } from '#/api/session/session';
import { useSession } from './queries';

/** Under which name this browser keeps what belongs to an account. */
export const accountKey = (username: string): string => username.trim().toLowerCase();

const accountOf = (session: SessionState) => ('username' in session ? accountKey(session.username) : null);

/** The account that is signed in, as a key of what this browser keeps for it; null when nobody is. */
export const useAccount = (): string | null => accountOf(useSession());

/** The same at this moment, outside of a component. */
export const currentAccount = (): string | null => accountOf(sessionStore.getSnapshot());
