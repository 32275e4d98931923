import { loadConfig } from '#/config';
import { pause } from '#/lib/pause';
import { exchangeFailure, notSent, readAnswer, refusal, type CallInfo } from './answers';
import { readHeaders, takePreloadedRead } from './preloadedReads';
import { ApiError } from './errors';
import { type Query, queryString } from './queryString';
import { retryAfterSeconds } from './retryAfter';
import { noteRole } from './roleRefusals';
import { session, type Session } from '#/api/session/session';
import { throttleStore, type Throttle } from './throttle';
import { exchange, ExchangeError, FETCH_OPTIONS, type Answer } from './transport';

/** One call of the API. */
export interface Call<T> {
  readonly method: CallInfo['method'];
  /** Under the API's base URL, with no query: `/content/coursesections`. Ids in it are checked numbers. */
  readonly path: string;
  readonly query?: Query;
  readonly body?: unknown;
  /** The role that docs/api-contract.md 1 names: `CourseSection-Edit`. */
  readonly role: string;
  /** Makes the value of the JSON; whatever it throws becomes an `unreadable` ApiError. */
  parse(json: unknown): T;
  readonly signal?: AbortSignal | undefined;
  /** Nobody waits for it: it is not repeated, and where the server throttles it fails instead of waiting. */
  readonly isBackground?: boolean;
  /** Instead of the one for calls that stand alone: `noteRoleTogether`. */
  readonly noteRole?: typeof noteRole | undefined;
}

export interface RequestDeps {
  baseUrl(): Promise<string>;
  readonly session: Pick<Session, 'getAccessToken' | 'getClientId' | 'renewSession'>;
  readonly throttle: Pick<Throttle, 'wait'>;
  isOffline(): boolean;
  /** Waits before a read is repeated; ends early on abort. */
  pause(ms: number, signal?: AbortSignal): Promise<void>;
  readonly noteRole: typeof noteRole;
  readonly readTimeoutMs: number;
  readonly writeTimeoutMs: number;
}

const MAX_REPEATS = 2;
const MAX_WAITS = 5;
const MAX_RENEWALS = 3;

/** Makes `request`. The one of the app is below; tests make their own. */
export function createRequest(deps: RequestDeps) {
  /** Role → the token with which it was found missing: the next 401 needs no renewal to be understood. */
  const missingRoles = new Map<string, string>();

  async function send(call: Call<unknown> & CallInfo, url: string, token: string): Promise<Answer> {
    const isRead = call.method === 'GET';
    const wasOffline = deps.isOffline();
    const start = (signal: AbortSignal) =>
      (isRead ? takePreloadedRead(call.path, token) : undefined) ?? fetch(url, options(call, token, signal));
    const timeoutMs = isRead ? deps.readTimeoutMs : deps.writeTimeoutMs;
    try {
      return await exchange(start, { timeoutMs, signal: call.signal });
    } catch (error) {
      if (!(error instanceof ExchangeError)) throw error;
      throw exchangeFailure(call, error, wasOffline && deps.isOffline());
    }
  }

  /** Looks into a 401. @returns the token to repeat the call with @throws ApiError signedOut or forbidden */
  async function renew(call: CallInfo, answer: Answer, token: string, renewals: number): Promise<string> {
    const isKnown = missingRoles.get(call.role) === token || renewals >= MAX_RENEWALS;
    const result = isKnown ? 'alive' : await deps.session.renewSession(token, renewals > 0);
    if (result === 'alive') {
      missingRoles.set(call.role, token);
      throw refusal(call, answer, 'forbidden');
    }
    const renewed = result === 'renewed' ? await deps.session.getAccessToken() : null;
    if (renewed === null) throw refusal(call, answer, 'signedOut');
    return renewed;
  }

  async function waitForThrottle(call: Call<unknown> & CallInfo, answer: Answer, waits: number) {
    if (call.isBackground || waits >= MAX_WAITS) throw refusal(call, answer);
    const seconds = retryAfterSeconds(answer, waits);
    const isWrite = call.method !== 'GET';
    const mayGoOn = await deps.throttle.wait({ seconds, isWrite, signal: call.signal });
    if (!mayGoOn && !call.signal?.aborted) throw refusal(call, answer);
  }

  /**
   * Carries out one call: waits where the server throttles, renews the session on a 401, and repeats reads (only
   * reads) that failed in passing, at most twice. Source: docs/api-contract.md 7 and 8.
   * @throws ApiError
   */
  return async function request<T>(given: Call<T>): Promise<T> {
    const call = { ...given, path: given.path + queryString(given.query) };
    const note = call.noteRole ?? deps.noteRole;
    const url = (await deps.baseUrl()) + call.path;
    let token = await deps.session.getAccessToken();
    if (token === null) throw notSent(call, 'signedOut');
    let signIn = deps.session.getClientId();
    let repeats = 0;
    let waits = 0;
    let renewals = 0;
    for (;;) {
      if (call.signal?.aborted) throw notSent(call, 'aborted');
      try {
        const answer = await send(call, url, token);
        if (answer.status === 409 || answer.status === 429) await waitForThrottle(call, answer, waits++);
        else if (answer.status === 401) {
          token = await renew(call, answer, token, renewals);
          signIn = deps.session.getClientId();
          // After a renewal that got no answer the old token is looked into again: only a new one counts.
          renewals++;
        } else {
          const value = readAnswer(call, answer);
          note(call.role, false, signIn);
          return value;
        }
      } catch (error) {
        if (error instanceof ApiError && error.kind === 'forbidden') note(call.role, true, signIn);
        const mayRepeat = call.method === 'GET' && !call.isBackground && repeats < MAX_REPEATS;
        if (!mayRepeat || !isPassing(error)) throw error;
        await deps.pause(300 * 2 ** repeats * (1 + Math.random()), call.signal);
        repeats++;
      }
    }
  };
}

/** Whether a read is worth another try. */
function isPassing(error: unknown): boolean {
  return error instanceof ApiError && ['network', 'timeout', 'server'].includes(error.kind);
}

function options(call: Call<unknown>, token: string, signal: AbortSignal): RequestInit {
  const headers = readHeaders(token);
  const common = { ...FETCH_OPTIONS, method: call.method, signal };
  if (call.body === undefined) return { ...common, headers };
  return {
    ...common,
    headers: { ...headers, 'Content-Type': 'application/json' },
    body: JSON.stringify(call.body),
  };
}

/** The `request` of the app. */
export const request = createRequest({
  baseUrl: async () => (await loadConfig()).apiBaseUrl,
  session,
  throttle: throttleStore,
  isOffline: () => !navigator.onLine,
  pause,
  noteRole,
  readTimeoutMs: 15_000,
  writeTimeoutMs: 30_000,
});
