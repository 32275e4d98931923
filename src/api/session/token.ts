import { isHeaderSafe } from '#/lib/headerSafe';
import { parseFailureBody } from '#/api/http/failureBody';
import { isObject, own, parseJson, readNumber } from '#/api/http/json';
import { retryAfterSeconds } from '#/api/http/retryAfter';
import { exchange, ExchangeError, FETCH_OPTIONS, type Answer } from '#/api/http/transport';

/** The tokens that `POST /token` gave. Source: docs/api-contract.md 8. */
export interface TokenGrant {
  readonly kind: 'granted';
  readonly accessToken: string;
  readonly refreshToken: string | null;
  /** Seconds; null when the server did not say. */
  readonly expiresIn: number | null;
}

export type TokenResult =
  | TokenGrant
  /** The server looked at the request and said no: the code in `error`, the words in `error_description`. */
  | {
      readonly kind: 'denied';
      readonly code: string | null;
      readonly message: string | null;
      readonly status: number;
    }
  | { readonly kind: 'throttled'; readonly seconds: number }
  /** No answer, or none that was documented. */
  | { readonly kind: 'failed'; readonly reason: 'network' | 'timeout' | 'server' | 'unreadable' };

const TIMEOUT_MS = 15_000;

/**
 * Asks for tokens, form-encoded, with the header that ties refresh tokens to one client. Never throws.
 * @param form e.g. `{ grant_type: 'password', username, password }`
 */
export async function requestToken(
  baseUrl: string,
  form: Record<string, string>,
  clientId: string,
  timeoutMs: number = TIMEOUT_MS,
): Promise<TokenResult> {
  const start = (signal: AbortSignal) =>
    fetch(`${baseUrl}/token`, {
      ...FETCH_OPTIONS,
      method: 'POST',
      headers: { Accept: 'application/json', client_id: clientId },
      body: new URLSearchParams(form),
      signal,
    });
  try {
    return readTokenAnswer(await exchange(start, { timeoutMs }));
  } catch (error) {
    return { kind: 'failed', reason: reasonOf(error) };
  }
}

function reasonOf(error: unknown): 'network' | 'timeout' | 'unreadable' {
  if (!(error instanceof ExchangeError)) return 'network';
  if (error.reason === 'timeout') return 'timeout';
  return error.reason === 'tooLarge' ? 'unreadable' : 'network';
}

/** Reads the answer of `POST /token`; a token that could not stand in a header counts as unreadable. */
function readTokenAnswer(answer: Answer): TokenResult {
  const { status, headers, text } = answer;
  if (status === 409 || status === 429) return { kind: 'throttled', seconds: retryAfterSeconds(answer, 0) };
  if (status >= 500 || status === 408) return { kind: 'failed', reason: 'server' };
  let json: unknown;
  try {
    json = parseJson(text);
  } catch {
    json = null;
  }
  if (status >= 400 || (isObject(json) && Object.hasOwn(json, 'error'))) {
    const code = isObject(json) ? own(json, 'error') : null;
    const { message } = parseFailureBody(text, headers.get('Content-Type') ?? '');
    return { kind: 'denied', code: typeof code === 'string' ? code.trim() : null, message, status };
  }
  const accessToken = isObject(json) ? own(json, 'access_token') : null;
  if (!isObject(json) || !isHeaderSafe(accessToken)) return { kind: 'failed', reason: 'unreadable' };
  const refreshToken = own(json, 'refresh_token');
  return {
    kind: 'granted',
    accessToken,
    refreshToken: typeof refreshToken === 'string' && refreshToken !== '' ? refreshToken : null,
    expiresIn: readNumber(own(json, 'expires_in')) ?? null,
  };
}
