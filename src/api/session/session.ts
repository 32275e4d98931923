import { loadConfig } from '#/config';
import { newUuid } from '#/lib/uuid';
import { ApiError } from '#/api/http/errors';
import { isTokenAlive } from './tokenCheck';
import { browserSessionDeps } from './sessionBrowser';
import {
  createSessionState,
  tokenTimes,
  type CurrentSession,
  type SessionState,
  type SessionStateDeps,
} from './sessionState';
import { readStoredSession, writeSignOutMark } from './storedSession';
import { requestToken, type TokenGrant, type TokenResult } from './token';

export type { SessionState } from './sessionState';

/** What a sign-in begins the session with. */
interface SignedIn {
  readonly username: string;
  /** Each sign-in is a client of its own, so that no tab loses its tokens. */
  readonly clientId: string;
  /** Keep the access token for reloads of this tab. Left out: as at the last sign-in. */
  readonly staySignedIn?: boolean | undefined;
}

/** What a 401 turned out to be: see `renewSession`. */
export type Renewal = 'renewed' | 'alive' | 'ended';

export interface SessionDeps extends SessionStateDeps {
  baseUrl(): Promise<string>;
  /** Runs one piece of work at a time over all tabs. */
  withLock<T>(work: () => Promise<T>): Promise<T>;
}

/** After an early renewal that got no answer, the next is tried this much later: the old token still does. */
const RETRY_MS = 30_000;

/** The session of one tab. */
export interface Session {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => SessionState;
  /** Which sign-in this is of, the same in every tab that shares it; null when there is no session. */
  readonly getClientId: () => string | null;
  /**
   * Finds the session of this tab, once: kept over a reload, or handed over by an open tab. Calls of the API wait
   * for it. An answer of a slow tab still counts when it comes later.
   */
  readonly restoreSession: () => Promise<void>;
  /** Takes the tokens of a sign-in (signIn.ts), also over an ended session, here and in the other tabs. */
  readonly begin: (grant: TokenGrant, signedIn: SignedIn) => void;
  /** Signs out here and in every other tab, also in those that are frozen now. */
  readonly signOut: () => void;
  /** The token to send, renewed when it is about to end; null when there is no session. Never throws. */
  readonly getAccessToken: () => Promise<string | null>;
  /**
   * Looks into a 401. One renewal at a time, in this tab and over all tabs.
   * @param usedToken the token that was refused
   * @param isRepeat the call was repeated with a new token already, and refused again
   * @returns `renewed`: repeat the call with getAccessToken() · `alive`: the token is good, so a role is missing ·
   *   `ended`: sign in again
   * @throws ApiError when the server could not be asked: the session stays, and the call was not carried out
   */
  readonly renewSession: (usedToken: string, isRepeat?: boolean) => Promise<Renewal>;
}

/** Makes a session: one per tab, in step with the other tabs. Source: docs/api-contract.md 8. */
export function createSession(deps: SessionDeps): Session {
  const state = createSessionState(deps);
  const { held, set, clear } = state;
  let renewing: Promise<Renewal> | null = null;
  let restoring: Promise<void> | null = null;
  let notBefore = 0;

  function restoreSession(): Promise<void> {
    restoring ??= restore();
    return restoring;
  }

  async function restore(): Promise<void> {
    state.connect();
    const stored = readStoredSession(deps.stores);
    if (stored) {
      state.keep(true);
      set({ ...stored, refreshToken: null, ...tokenTimes(0, null), isGranted: false });
      return;
    }
    await state.askTabs();
    if (state.store.getSnapshot().status === 'unknown') state.store.set({ status: 'signedOut' });
  }

  function accept(
    grant: TokenGrant,
    base: Pick<CurrentSession, 'username' | 'clientId' | 'generation'>,
  ): CurrentSession {
    const { accessToken, refreshToken, expiresIn } = grant;
    const { username, clientId, generation } = base;
    const times = tokenTimes(deps.now(), expiresIn === null ? null : expiresIn * 1000);
    const next = { username, clientId, generation, accessToken, refreshToken, ...times, isGranted: true };
    set(next);
    return next;
  }

  function begin(grant: TokenGrant, { username, clientId, staySignedIn }: SignedIn): void {
    state.keep(staySignedIn);
    state.share('signedIn', accept(grant, { username, clientId, generation: 0 }));
  }

  function signOut(): void {
    writeSignOutMark(newUuid(), deps.stores);
    state.connect().signOut();
    clear({ status: 'signedOut' });
  }

  async function getAccessToken(): Promise<string | null> {
    await restoring;
    const current = held();
    const isDue = current?.refreshToken && current.renewAt !== null && deps.now() >= current.renewAt;
    if (isDue && deps.now() >= notBefore) {
      // Not renewed for want of an answer: the old token may still do, and a 401 says if not.
      await renewSession(current.accessToken).catch(() => {
        notBefore = deps.now() + RETRY_MS;
      });
    }
    return held()?.accessToken ?? null;
  }

  async function renewSession(usedToken: string, isRepeat = false): Promise<Renewal> {
    const current = held();
    if (current === null) return 'ended';
    if (current.accessToken !== usedToken) return 'renewed';
    if (isRepeat && current.isGranted) return 'alive';
    renewing ??= deps
      .withLock(() => renew(usedToken))
      .finally(() => {
        renewing = null;
      });
    return renewing;
  }

  async function renew(usedToken: string): Promise<Renewal> {
    if (held()?.accessToken === usedToken) await state.askTabs();
    const before = held();
    if (before === null) return 'ended';
    if (before.accessToken !== usedToken) return 'renewed';
    const baseUrl = await deps.baseUrl();
    const refreshToken = before.refreshToken;
    if (refreshToken === null) {
      return (await isTokenAlive(baseUrl, usedToken)) ? 'alive' : end(before);
    }
    const form = { grant_type: 'refresh_token', refresh_token: refreshToken };
    const result = await requestToken(baseUrl, form, before.clientId);
    if (result.kind === 'denied') return end(before);
    if (result.kind !== 'granted') throw notRenewed(result);
    // Signed out, or signed in anew, while the answer was on its way: what came is not wanted any more.
    if (held() !== before) return held() ? 'renewed' : 'ended';
    const generation = before.generation + 1;
    const grant = { ...result, refreshToken: result.refreshToken ?? refreshToken };
    state.share('renewed', accept(grant, { ...before, generation }));
    return 'renewed';
  }

  /** The session `before` is dead, unless another took its place meanwhile. */
  function end(before: CurrentSession): Renewal {
    if (held() === before) clear({ status: 'ended', username: before.username });
    return held() ? 'renewed' : 'ended';
  }

  const { subscribe, getSnapshot } = state.store;
  const getClientId = () => held()?.clientId ?? null;
  return {
    subscribe,
    getSnapshot,
    getClientId,
    restoreSession,
    begin,
    signOut,
    getAccessToken,
    renewSession,
  };
}

function notRenewed(result: Exclude<TokenResult, { kind: 'granted' | 'denied' }>): ApiError {
  const kind = result.kind === 'throttled' ? 'throttled' : result.reason;
  return new ApiError({ kind, outcome: 'notSent', details: 'The session could not be renewed.' });
}

/** The session of this tab. */
export const session: Session = createSession({
  ...browserSessionDeps,
  baseUrl: async () => (await loadConfig()).apiBaseUrl,
});

export const { restoreSession, signOut } = session;
/** For `useSyncExternalStore`. */
export const sessionStore: Pick<Session, 'subscribe' | 'getSnapshot'> = { ...session };
