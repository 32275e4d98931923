import { isHeaderSafe } from '#/lib/headerSafe';
import { newUuid } from '#/lib/uuid';
import { isObject } from '#/api/http/json';
import type { StoredSession } from './storedSession';

/** A session as one tab gives it to another of the same origin (in memory only, through BroadcastChannel). */
export interface SharedSession extends StoredSession {
  readonly refreshToken: string | null;
  /** Milliseconds until the access token ends; null when unknown. Clocks of tabs have different zeros. */
  readonly remainingMs: number | null;
}

/** Why a session came: somebody signed in, a token was renewed, or this tab had asked. */
export type ShareReason = 'signedIn' | 'renewed' | 'reply';

type Message =
  | { readonly type: 'ask'; readonly from: string }
  | { readonly type: 'signOut' }
  | { readonly type: ShareReason; readonly to?: string; readonly session: SharedSession };

export interface TabListeners {
  onAsk(): SharedSession | null;
  onSession(session: SharedSession, reason: ShareReason): void;
  onSignOut(): void;
}

export interface TabConnection {
  readonly hasChannel: boolean;
  /** Asks the other tabs for a session. */
  readonly ask: () => void;
  readonly share: (reason: 'signedIn' | 'renewed', session: SharedSession) => void;
  readonly signOut: () => void;
}

/**
 * Connects the tabs of one origin. Without BroadcastChannel every tab is on its own, and nothing breaks.
 * Messages are checked like any input: a tab may run another version of the app.
 */
export function connectTabs(channel: BroadcastChannel | null, listeners: TabListeners): TabConnection {
  const self = newUuid();
  // A channel of one origin has no target to name, unlike a window.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  const post = (message: Message) => channel?.postMessage(message);

  channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!isObject(data)) return;
    const { type, from, to, session } = data;
    if (type === 'signOut') listeners.onSignOut();
    if (type === 'ask' && typeof from === 'string') {
      const mine = listeners.onAsk();
      if (mine) post({ type: 'reply', to: from, session: mine });
    }
    if (type !== 'signedIn' && type !== 'renewed' && !(type === 'reply' && to === self)) return;
    const shared = readShared(session);
    if (shared) listeners.onSession(shared, type);
  });

  return {
    hasChannel: channel !== null,
    ask: () => post({ type: 'ask', from: self }),
    share: (reason: 'signedIn' | 'renewed', session: SharedSession) => post({ type: reason, session }),
    signOut: () => post({ type: 'signOut' }),
  };
}

function readShared(value: unknown): SharedSession | null {
  if (!isObject(value)) return null;
  const { accessToken, username, clientId, generation, refreshToken, remainingMs } = value;
  if (!isHeaderSafe(accessToken) || typeof username !== 'string' || typeof clientId !== 'string') return null;
  return {
    accessToken,
    username,
    clientId,
    generation: typeof generation === 'number' ? generation : 0,
    refreshToken: typeof refreshToken === 'string' ? refreshToken : null,
    remainingMs: typeof remainingMs === 'number' ? remainingMs : null,
  };
}

/** Whether two sessions are of the same person; case does not matter in the part of e-mail that people type. */
export function isSameUser(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

/** Whether `theirs` is a later state of the same sign-in, or the same state with the refresh token that we lack. */
export function isNewer(
  theirs: SharedSession,
  ours: StoredSession & { refreshToken: string | null },
): boolean {
  if (theirs.clientId !== ours.clientId) return false;
  const isAhead = theirs.generation > ours.generation;
  const hasMore = theirs.generation === ours.generation && !ours.refreshToken && theirs.refreshToken !== null;
  return isAhead || hasMore;
}
