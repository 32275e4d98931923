import { FETCH_OPTIONS } from './transport';

/** How long a started read may wait for its taker, in milliseconds: later, a fresh one is truer. */
const MAX_AGE_MS = 10_000;

interface PreloadedRead {
  readonly accessToken: string;
  readonly startedAt: number;
  readonly response: Promise<Response>;
}

const reads = new Map<string, PreloadedRead>();

/** What every GET sends, here and in http.ts. */
export function readHeaders(accessToken: string): Record<string, string> {
  return { Accept: 'application/json', Authorization: `Bearer ${accessToken}` };
}

/**
 * Starts the GET that the first page will ask for, while the app's code is still loading.
 * @param path path with query under the API's base URL, exactly as http.ts builds it: `/content/coursesections/7`
 */
export function preloadRead(path: string, accessToken: string, baseUrl: string): void {
  const response = fetch(baseUrl + path, { ...FETCH_OPTIONS, headers: readHeaders(accessToken) });
  // A failure is reported to whoever takes the read; untaken, it concerns nobody.
  response.catch(() => undefined);
  reads.set(path, { accessToken, startedAt: performance.now(), response });
}

/** Hands a started read over, once, and only to a call that would have sent the same token. */
export function takePreloadedRead(path: string, accessToken: string): Promise<Response> | undefined {
  const read = reads.get(path);
  reads.delete(path);
  const isUsable =
    read && read.accessToken === accessToken && performance.now() - read.startedAt < MAX_AGE_MS;
  return isUsable ? read.response : undefined;
}
