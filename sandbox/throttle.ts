/** Limits per world and account; 0 means no limit. Source of the documented ones: docs/api-contract.md 7. */
export interface ThrottleRule {
  /** Calls of any kind in 60 s. */
  perMinute: number;
  /** POST, PUT and DELETE in 60 s. */
  writesPerMinute: number;
  /** Least time between two calls, milliseconds. */
  minIntervalMs: number;
  status: 409 | 429;
  /** The header's value; null leaves it out. */
  retryAfter: string | null;
  /** Text of the answer; the documented one is empty. */
  body: string;
}

export const DOCUMENTED_LIMITS: ThrottleRule = {
  perMinute: 120,
  writesPerMinute: 60,
  minIntervalMs: 100,
  status: 409,
  retryAfter: '1',
  body: '',
};

/** Whether a test's rule names limits that exist, with values of their types. */
export function isThrottleRule(value: unknown): value is Partial<ThrottleRule> {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).every(([name, part]) => {
    if (name === 'status') return part === 409 || part === 429;
    if (name === 'retryAfter') return part === null || typeof part === 'string';
    if (name === 'body') return typeof part === 'string';
    return Object.hasOwn(DOCUMENTED_LIMITS, name) && typeof part === 'number' && part >= 0;
  });
}

interface Call {
  readonly at: number;
  readonly isWrite: boolean;
}

/** Counts the calls that were let through; refused ones do not count, so that waiting always helps. */
export class Throttle {
  readonly #calls = new Map<string, Call[]>();

  /** True when the call may go ahead. `at` is in milliseconds. */
  admit(rule: ThrottleRule, userName: string, isWrite: boolean, at: number): boolean {
    const recent = (this.#calls.get(userName) ?? []).filter((call) => at - call.at < 60_000);
    const last = recent.at(-1);
    const writes = recent.filter((call) => call.isWrite).length;
    const isAdmitted =
      (rule.perMinute === 0 || recent.length < rule.perMinute) &&
      (rule.writesPerMinute === 0 || !isWrite || writes < rule.writesPerMinute) &&
      (last === undefined || at - last.at >= rule.minIntervalMs);
    if (isAdmitted) recent.push({ at, isWrite });
    this.#calls.set(userName, recent);
    return isAdmitted;
  }

  reset(): void {
    this.#calls.clear();
  }
}

/** The documented answer to too many calls: 409 “for legacy reasons”, empty, with `Retry-After`. */
export function throttledResponse(rule: ThrottleRule): Response {
  const headers = new Headers();
  if (rule.retryAfter !== null) headers.set('Retry-After', rule.retryAfter);
  if (rule.body !== '') headers.set('Content-Type', 'text/plain; charset=utf-8');
  return new Response(rule.body === '' ? null : rule.body, { status: rule.status, headers });
}
