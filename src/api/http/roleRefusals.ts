import { createStore, type Store } from '#/lib/store';
import { session } from '#/api/session/session';
import { readRefusedRoles, type RefusedRoles, writeRefusedRoles } from '#/api/session/storedSession';

const none: ReadonlySet<string> = new Set();
const noted = createStore<RefusedRoles>(readRefusedRoles());

/**
 * The roles for want of which the last call that needs them was refused, since this sign-in, also over a reload of the tab;
 * another one, or none, begins with nothing. For `useSyncExternalStore`. No endpoint tells an account its roles (docs/api-contract.md 1).
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
  set({ signIn, roles: new Set(isRefused ? [...others, role] : others) });
}

/** For “Try again”: what only writing needs counts as allowed until it is refused once more. A reading tells by itself. */
export function forgetRefusedWrites(): void {
  const reads = [...refusedRoles.getSnapshot()].filter((role) => /-(?:List|Read)$/.test(role));
  set({ signIn: session.getClientId(), roles: new Set(reads) });
}

function set(next: RefusedRoles): void {
  writeRefusedRoles(next);
  noted.set(next);
}
