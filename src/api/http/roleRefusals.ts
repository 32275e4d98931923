import { createStore, type Store } from '#/lib/store';
import { session } from '#/api/session/session';

const none: ReadonlySet<string> = new Set();
/** `signIn`: that of which the roles were refused (`Session.getClientId`). */
const noted = createStore<{ readonly signIn: string | null; readonly roles: ReadonlySet<string> }>({
  signIn: null,
  roles: none,
});

/**
 * The roles for want of which the last call that needs them was refused, since this sign-in; another one, or none, begins with
 * nothing. For `useSyncExternalStore`. No endpoint tells an account its roles (docs/api-contract.md 1).
 */
export const refusedRoles: Omit<Store<ReadonlySet<string>>, 'set'> = {
  subscribe(listener) {
    const unsubscribe = [noted.subscribe(listener), session.subscribe(listener)];
    return () => unsubscribe.forEach((end) => end());
  },
  getSnapshot() {
    const { signIn, roles } = noted.getSnapshot();
    return signIn === session.getClientId() ? roles : none;
  },
};

/**
 * Learns from the answer to a call that needs a role.
 * @param signIn that of the call: what was answered to another than the one that is now says nothing of it
 */
export function noteRole(role: string, isRefused: boolean, signIn: string | null): void {
  const known = refusedRoles.getSnapshot();
  if (signIn !== session.getClientId() || known.has(role) === isRefused) return;
  const others = [...known].filter((other) => other !== role);
  noted.set({ signIn, roles: new Set(isRefused ? [...others, role] : others) });
}
