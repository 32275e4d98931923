/** An answer with its whole body. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export type ExchangeFailure = 'timeout' | 'aborted' | 'network' | 'redirect' | 'tooLarge';

/** Why no whole answer came. `aborted` is the caller's own signal; a CORS refusal looks like `network`. */
export class ExchangeError extends Error {
  readonly reason: ExchangeFailure;
  constructor(reason: ExchangeFailure, cause?: unknown) {
    super(reason, { cause });
    this.name = 'ExchangeError';
    this.reason = reason;
  }
}

/** Longer answers are given up: the largest documented content is far below it. */
const MAX_BYTES = 10 * 1024 * 1024;

/** No cookies, no cache, no referrer, and a redirect is seen instead of followed with the token. */
export const FETCH_OPTIONS = {
  credentials: 'omit',
  cache: 'no-store',
  redirect: 'manual',
  referrerPolicy: 'no-referrer',
} as const satisfies RequestInit;

export interface ExchangeLimits {
  /** Milliseconds from the start to the last byte of the body. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Runs one HTTP exchange and reads the body as text, within the limits.
 * @param start starts the request; it gets the signal that ends it early
 * @throws ExchangeError
 */
export async function exchange(
  start: (signal: AbortSignal) => Promise<Response>,
  { timeoutMs, signal }: ExchangeLimits,
): Promise<Answer> {
  const controller = new AbortController();
  const stop = (reason: ExchangeFailure) => controller.abort(new ExchangeError(reason));
  const stopped = new Promise<never>((_resolve, reject) => {
    controller.signal.addEventListener('abort', () => reject(controller.signal.reason as ExchangeError));
  });
  const timer = setTimeout(stop, timeoutMs, 'timeout');
  const onAbort = () => stop('aborted');
  signal?.addEventListener('abort', onAbort);
  if (signal?.aborted) onAbort();
  try {
    return await Promise.race([stopped, receive(start, controller.signal)]);
  } catch (cause) {
    throw cause instanceof ExchangeError ? cause : new ExchangeError('network', cause);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}

async function receive(
  start: (signal: AbortSignal) => Promise<Response>,
  signal: AbortSignal,
): Promise<Answer> {
  const response = await start(signal);
  // Browsers hide a redirect behind status 0; other implementations of fetch show its 3xx.
  if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
    throw new ExchangeError('redirect');
  }
  return { status: response.status, headers: response.headers, text: await readText(response) };
}

async function readText(response: Response): Promise<string> {
  if (!response.body) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > MAX_BYTES) {
      reader.cancel().catch(() => undefined);
      throw new ExchangeError('tooLarge');
    }
    text += decoder.decode(value, { stream: true });
  }
}
