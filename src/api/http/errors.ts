/** Why a call did not give its answer. Source: docs/api-contract.md 7, docs/hostile-situations.md “four outcomes”. */
export type ApiErrorKind =
  /** The server understood and said no (400, 405, 412–415, 422, 423, or `WasSuccessful: false` at any status). */
  | 'refused'
  /** 401, and no fresh token was to be had: the session is over. */
  | 'signedOut'
  /** 403, or 401 with a token that is known to be alive: a role is missing (named in `role`). */
  | 'forbidden'
  | 'notFound'
  /** 409/429 still after the waits, or the wait was cancelled. The call was not carried out. */
  | 'throttled'
  /** 5xx. */
  | 'server'
  /** No readable answer: connection, CORS, redirect, proxy. */
  | 'network'
  /** The browser said “offline” before the call and the call failed. */
  | 'offline'
  | 'timeout'
  /** An answer came, but not one that was documented (empty, cut, HTML, no positive Id). */
  | 'unreadable'
  /** What was answered is older than a write that was confirmed here, and stays so (docs/api-contract.md 5). */
  | 'outdated'
  /** A list changed each time it was read: rows may be missing. */
  | 'incomplete'
  | 'aborted';

/** What is known about a write that failed. `saved` is no error, so it is not here. */
export type WriteOutcome = 'refused' | 'notSent' | 'unknown';

/** One entry of the server's `Errors[]`, as it came. */
export interface FieldError {
  /** The API's property name; null when it was missing, empty or no string. */
  readonly propertyName: string | null;
  readonly message: string;
}

export interface ApiErrorInit {
  kind: ApiErrorKind;
  outcome: WriteOutcome;
  /** HTTP status, null when no answer came. */
  status?: number | null;
  /** `Message` (or a sister shape) of the server in full, as plain text; null when there was none. */
  serverMessage?: string | null;
  fieldErrors?: readonly FieldError[];
  /** The role that docs/api-contract.md 1 names for the call, e.g. `CourseSection-Edit`. */
  role?: string | null;
  /** What a person can copy for support: method, path, status, the start of the body. Never a token. */
  details?: string;
  cause?: unknown;
}

/** The one error type of the app. Nothing above `api/` sees a `Response`. */
export class ApiError extends Error {
  readonly kind: ApiErrorKind;
  readonly outcome: WriteOutcome;
  readonly status: number | null;
  readonly serverMessage: string | null;
  readonly fieldErrors: readonly FieldError[];
  readonly role: string | null;
  readonly details: string;

  constructor(init: ApiErrorInit) {
    super(init.serverMessage ?? init.kind, { cause: init.cause });
    this.name = 'ApiError';
    this.kind = init.kind;
    this.outcome = init.outcome;
    this.status = init.status ?? null;
    this.serverMessage = init.serverMessage ?? null;
    this.fieldErrors = init.fieldErrors ?? [];
    this.role = init.role ?? null;
    this.details = init.details ?? '';
  }
}
