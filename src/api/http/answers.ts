import { ApiError, type ApiErrorInit, type ApiErrorKind, type WriteOutcome } from './errors';
import { parseFailureBody, readFailure } from './failureBody';
import { isObject, parseJson } from './json';
import type { Answer, ExchangeError, ExchangeFailure } from './transport';

/** What the errors of a call need to know about it. */
export interface CallInfo {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path with query. */
  readonly path: string;
  /** The role that docs/api-contract.md 1 names for it. */
  readonly role: string;
}

const MAX_DETAILS = 500;
const PARTS: Record<ExchangeFailure, ApiErrorKind> = {
  timeout: 'timeout',
  aborted: 'aborted',
  network: 'network',
  redirect: 'network',
  tooLarge: 'unreadable',
};

/** A read changes nothing, so nothing about it can be unknown. */
function outcomeOf(call: CallInfo, outcome: WriteOutcome): WriteOutcome {
  return call.method === 'GET' && outcome === 'unknown' ? 'notSent' : outcome;
}

function describe(call: CallInfo, line: string, text = ''): string {
  return [`${call.method} ${call.path}`, line, text.slice(0, MAX_DETAILS)].filter(Boolean).join('\n');
}

/** The error for a call that was given up before it was sent, or whose last try was not carried out. */
export function notSent(call: CallInfo, kind: ApiErrorKind, init: Partial<ApiErrorInit> = {}): ApiError {
  return new ApiError({ kind, outcome: 'notSent', role: call.role, details: describe(call, kind), ...init });
}

/** The error for an exchange that gave no whole answer: a write may or may not have been carried out. */
export function exchangeFailure(call: CallInfo, error: ExchangeError, isOffline: boolean): ApiError {
  if (isOffline && error.reason === 'network') return notSent(call, 'offline', { cause: error });
  return new ApiError({
    kind: PARTS[error.reason],
    outcome: outcomeOf(call, 'unknown'),
    role: call.role,
    details: describe(call, error.reason),
    cause: error,
  });
}

/** What a failure status means, and what it says about a write. Source: docs/api-contract.md 7, docs/hostile-situations.md rows 37–52. */
function judge(status: number): { kind: ApiErrorKind; outcome: WriteOutcome } {
  if (status === 403) return { kind: 'forbidden', outcome: 'refused' };
  if (status === 404 || status === 410) return { kind: 'notFound', outcome: 'refused' };
  if (status === 409 || status === 429) return { kind: 'throttled', outcome: 'notSent' };
  if (status === 408) return { kind: 'timeout', outcome: 'unknown' };
  if (status >= 500) return { kind: 'server', outcome: 'unknown' };
  return { kind: 'refused', outcome: 'refused' };
}

/**
 * The error for an answer that says no.
 * @param override a kind that the status alone does not tell (a 401 that was looked into)
 */
export function refusal(call: CallInfo, answer: Answer, override?: ApiErrorKind): ApiError {
  const body = parseFailureBody(answer.text, answer.headers.get('Content-Type') ?? '');
  const isHttpOk = answer.status < 400;
  const judged = judge(isHttpOk ? (body.status ?? 400) : answer.status);
  // “WasSuccessful: false” is the server's word that nothing was done, whatever the status; inside a good
  // answer, a 409 or 429 is not the throttle speaking.
  const isRefused =
    (body.wasSuccessful === false && judged.outcome === 'unknown') ||
    (isHttpOk && (judged.kind === 'throttled' || body.wasSuccessful === false));
  const { kind, outcome } = isRefused ? judge(400) : judged;
  return new ApiError({
    kind: override ?? kind,
    outcome: override ? 'refused' : outcomeOf(call, outcome),
    status: answer.status,
    serverMessage: body.message,
    fieldErrors: body.fieldErrors,
    role: call.role,
    details: describe(call, `HTTP ${answer.status}`, answer.text),
  });
}

function unreadable(call: CallInfo, answer: Answer, cause?: unknown): ApiError {
  return new ApiError({
    kind: 'unreadable',
    outcome: outcomeOf(call, 'unknown'),
    status: answer.status,
    role: call.role,
    details: describe(call, `HTTP ${answer.status}, not as documented`, answer.text),
    cause,
  });
}

/**
 * Turns a whole answer (any status but 401 and the throttle's) into the call's value.
 * Success is docs/api-contract.md 7: 2xx, for a write also a JSON object without `WasSuccessful: false` or `Status >= 400`.
 * @throws ApiError `refused`, `forbidden`, `notFound`, `server`, `timeout` or `unreadable`
 */
export function readAnswer<T>(call: CallInfo & { parse(json: unknown): T }, answer: Answer): T {
  if (answer.status < 200 || answer.status >= 300) throw refusal(call, answer);
  const isWrite = call.method !== 'GET';
  const isEmptyDelete = call.method === 'DELETE' && answer.text.trim() === '';
  let json: unknown;
  try {
    json = isEmptyDelete ? {} : parseJson(answer.text);
  } catch (cause) {
    throw unreadable(call, answer, cause);
  }
  if (isWrite && !isObject(json)) throw unreadable(call, answer);
  if (isObject(json)) {
    const { wasSuccessful, status } = readFailure(json);
    if (wasSuccessful === false || (isWrite && (status ?? 0) >= 400)) throw refusal(call, answer);
  }
  try {
    return call.parse(json);
  } catch (cause) {
    throw unreadable(call, answer, cause);
  }
}
