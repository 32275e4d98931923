import { readHeaders } from '#/api/http/preloadedReads';
import { ApiError } from '#/api/http/errors';
import { exchange, ExchangeError, FETCH_OPTIONS } from '#/api/http/transport';

/** Two cheap reads that need different roles: a 401 may mean either a dead token or a missing role (docs/api-contract.md 7). */
const PATHS = ['/content/courses?size=1', '/content/coursesections?size=1'];
const TIMEOUT_MS = 15_000;

/**
 * Whether the server still knows a token that cannot be renewed.
 * @returns true when any of the reads is answered or refused by role (403), false when none is
 * @throws ApiError when the server could not be asked
 */
export async function isTokenAlive(baseUrl: string, accessToken: string): Promise<boolean> {
  for (const path of PATHS) {
    const status = await statusOf(baseUrl + path, accessToken);
    if ((status >= 200 && status < 300) || status === 403) return true;
    if (status >= 500 || status === 408) throw notAsked('server');
    if (status === 409 || status === 429) throw notAsked('throttled');
  }
  return false;
}

async function statusOf(url: string, accessToken: string): Promise<number> {
  const headers = readHeaders(accessToken);
  try {
    const start = (signal: AbortSignal) => fetch(url, { ...FETCH_OPTIONS, headers, signal });
    return (await exchange(start, { timeoutMs: TIMEOUT_MS })).status;
  } catch (error) {
    throw notAsked(error instanceof ExchangeError && error.reason === 'timeout' ? 'timeout' : 'network');
  }
}

function notAsked(kind: 'server' | 'throttled' | 'timeout' | 'network'): ApiError {
  return new ApiError({ kind, outcome: 'notSent', details: 'The session could not be checked.' });
}
