import { pause } from '#/lib/pause';
import { createStore, type Store } from '#/lib/store';
import {
  connectTabs,
  isNewer,
  isSameUser,
  type SharedSession,
  type ShareReason,
  type TabConnection,
} from './sessionTabs';
import {
  clearStoredSession,
  readSignOutMark,
  writeStoredSession,
  type StoredSession,
  type Stores,
} from './storedSession';

/** All that the screens know of the session; tokens stay in these modules. */
export type SessionState =
  | { readonly status: 'unknown' }
  | { readonly status: 'signedOut' }
  | { readonly status: 'signedIn'; readonly username: string }
  /** The session died during work: the page stays, and asks to sign in again. */
  | { readonly status: 'ended'; readonly username: string };

/** The session of this tab, in memory only. */
export interface CurrentSession extends StoredSession {
  readonly refreshToken: string | null;
  /** When the access token ends, and when to renew it, on the clock of `now()`; null when unknown. */
  readonly expiresAt: number | null;
  readonly renewAt: number | null;
  /** The token came from the server to this tab, not from storage or another tab. */
  readonly isGranted: boolean;
}

export interface SessionStateDeps {
  readonly stores: Stores;
  openChannel(): BroadcastChannel | null;
  /** Calls back when the page is shown again or shared storage changed. */
  onWake(listener: () => void): void;
  /** A monotonic clock, in ms: the wall clock may jump. */
  now(): number;
  /** How long other tabs may take to answer, in ms. */
  readonly tabWaitMs: number;
}

/** One tab's session, its state for the screens, and the other tabs. */
export interface TabSession {
  readonly store: Store<SessionState>;
  readonly held: () => CurrentSession | null;
  readonly set: (next: CurrentSession) => void;
  /** Ends the session here; what the screens then know is `state`. */
  readonly clear: (state: SessionState) => void;
  /** Whether reloads of this tab keep it; undefined leaves the choice as it was. */
  readonly keep: (choice: boolean | undefined) => void;
  readonly connect: () => TabConnection;
  /** Waits until another tab gave a session that was wanted, or for a short while. */
  readonly askTabs: () => Promise<void>;
  readonly share: (reason: 'signedIn' | 'renewed', session: CurrentSession) => void;
}

/** A token is renewed this long before its end, or in its last tenth when it is short-lived. */
const MARGIN_MS = 60_000;

/** The two times of `Held`, for a token that lasts `remainingMs` more. */
export function tokenTimes(
  now: number,
  remainingMs: number | null,
): Pick<CurrentSession, 'expiresAt' | 'renewAt'> {
  if (remainingMs === null) return { expiresAt: null, renewAt: null };
  const expiresAt = now + remainingMs;
  return { expiresAt, renewAt: expiresAt - Math.min(MARGIN_MS, remainingMs / 10) };
}

/** Keeps one tab's session, its state for the screens, and both in step with the other tabs. */
export function createSessionState(deps: SessionStateDeps): TabSession {
  const store = createStore<SessionState>({ status: 'unknown' });
  let held: CurrentSession | null = null;
  /** “Stay signed in on this tab”, as last chosen. */
  let isKept = false;
  let mark: string | null = null;
  let isAsking = false;
  let onHeld: (() => void) | null = null;
  let tabs: TabConnection | null = null;

  function set(next: CurrentSession): void {
    const before = store.getSnapshot();
    held = next;
    mark = readSignOutMark(deps.stores);
    if (isKept) writeStoredSession(next, deps.stores);
    else clearStoredSession(deps.stores);
    onHeld?.();
    if (before.status !== 'signedIn' || before.username !== next.username) {
      store.set({ status: 'signedIn', username: next.username });
    }
  }

  function clear(state: SessionState): void {
    held = null;
    isAsking = false;
    mark = readSignOutMark(deps.stores);
    clearStoredSession(deps.stores);
    if (state.status === 'signedOut') isKept = false;
    if (store.getSnapshot().status !== state.status) store.set(state);
  }

  function toShared(session: CurrentSession): SharedSession {
    const { accessToken, username, clientId, generation, refreshToken, expiresAt } = session;
    const remainingMs = expiresAt === null ? null : expiresAt - deps.now();
    return { accessToken, username, clientId, generation, refreshToken, remainingMs };
  }

  function isWanted(theirs: SharedSession, reason: ShareReason): boolean {
    const state = store.getSnapshot();
    const isNewSignIn = reason === 'signedIn';
    if (held) return isSameUser(theirs.username, held.username) && (isNewSignIn || isNewer(theirs, held));
    // Work of one person is never continued under the name of another by itself.
    if (state.status === 'ended') return isNewSignIn && isSameUser(theirs.username, state.username);
    return isNewSignIn || (reason === 'reply' && isAsking);
  }

  function takeOver(theirs: SharedSession, reason: ShareReason): void {
    if (!isWanted(theirs, reason)) return;
    isAsking = false;
    const { remainingMs, ...session } = theirs;
    set({ ...session, ...tokenTimes(deps.now(), remainingMs), isGranted: false });
  }

  /** A tab that was frozen or in the back-forward cache missed the message: the mark in storage tells. */
  function checkMark(): void {
    const isOpen = store.getSnapshot().status === 'signedIn' || store.getSnapshot().status === 'ended';
    if (isOpen && readSignOutMark(deps.stores) !== mark) clear({ status: 'signedOut' });
  }

  /** Opens the connection on first use, so that importing the module does nothing. */
  function connect(): TabConnection {
    if (tabs !== null) return tabs;
    deps.onWake(checkMark);
    tabs = connectTabs(deps.openChannel(), {
      onAsk: () => held && toShared(held),
      onSession: takeOver,
      onSignOut: () => clear({ status: 'signedOut' }),
    });
    return tabs;
  }

  /** Asks the other tabs; waits until one gave a session that was wanted, or for a short while. */
  async function askTabs(): Promise<void> {
    const { hasChannel, ask } = connect();
    if (!hasChannel) return;
    const waiting = new AbortController();
    onHeld = () => waiting.abort();
    isAsking = held === null;
    ask();
    await pause(deps.tabWaitMs, waiting.signal);
  }

  return {
    store,
    held: () => held,
    set,
    clear,
    keep(choice: boolean | undefined) {
      isKept = choice ?? isKept;
    },
    connect,
    askTabs,
    share(reason: 'signedIn' | 'renewed', session: CurrentSession) {
      connect().share(reason, toShared(session));
    },
  };
}
