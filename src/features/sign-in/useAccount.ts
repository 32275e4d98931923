import { useSession } from './queries';

/** Under which name this browser keeps what belongs to an account. */
export const accountKey = (username: string): string => username.trim().toLowerCase();

/** The account that is signed in, as a key of what this browser keeps for it; null when nobody is. */
export function useAccount(): string | null {
  const session = useSession();
  return 'username' in session ? accountKey(session.username) : null;
}
