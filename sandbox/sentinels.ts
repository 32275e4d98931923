import type { Fault } from './faults.ts';
import { refusal, refusalOf } from './envelope.ts';

/** Faults that are asked for by typing `[fault:name]` into a title; README.md lists them. */
const page =
  '<!doctype html><html><head><title>Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>';

function refused(...errors: [property: string | null, message: string][]): Fault {
  return { status: 400, body: refusal(errors.map(([property, message]) => refusalOf(property, message))) };
}

const messageOnly = (message: string, errors: unknown[] | null = null): Fault => ({
  status: 400,
  body: { Message: message, Value: null, Errors: errors, WasSuccessful: false },
});
const answered = (body: unknown): Fault => ({ status: 200, body, commit: true });
const manyErrors = Array.from({ length: 10_000 }, (_, index): [string, string] => [
  `Property${index + 1}`,
  `is wrong in way ${index + 1}`,
]);

const refusals: Record<string, Fault> = {
  '400': refused(['Title', 'is already used by another section']),
  '400-status-500': {
    status: 400,
    body: { Status: 500, ...refusal([refusalOf('Title', 'is not allowed')]) },
  },
  '200-unsuccessful': {
    status: 200,
    body: { Status: 200, ...refusal([], 'This course is closed for changes.'), Errors: null },
  },
  '200-errors': { status: 200, body: refusal([refusalOf('Title', 'is already used by another section')]) },
  '200-status-500': {
    status: 200,
    body: { Status: 500, Message: 'An error has occurred.', WasSuccessful: true },
  },
  'message-only': messageOnly('This course is closed for changes.'),
  'message-only-title': messageOnly('Title: is already used by another section', []),
  'two-errors-on-title': refused(
    ['Title', 'is already used by another section'],
    ['Title', 'must not end with a number'],
  ),
  'several-errors': refused(
    ['Title', 'is too vague'],
    ['DisplayOrder', 'is already taken'],
    ['SectionContents', 'holds a link that does not work'],
  ),
  'unknown-property': refused(['PublishingWindow', 'is closed until Monday']),
  'null-property': refused([null, 'The record is locked by an import.']),
  'empty-property': refused(['', 'The record is locked by an import.']),
  'odd-property': { status: 400, body: refusal([{ ...refusalOf('x', 'is odd'), PropertyName: 7 as never }]) },
  'proto-property': refused(['__proto__', 'is not a property'], ['constructor', 'is not one either']),
  'odd-case': refused(['title', 'is already used by another section']),
  prefixed: refused(['section.Title', 'is already used by another section']),
  relation: refused(['Course', 'is archived']),
  'hidden-field': refused(['UnlockAfterDays', 'must be a multiple of 7']),
  'many-errors': refused(...manyErrors),
  'long-message': refused(['Title', 'x'.repeat(10_000)]),
  'html-message': refused(['Title', '<img src=x onerror="alert(1)"><b>is bold</b>']),
  'rtl-message': refused(['Title', 'هذا العنوان مستخدم بالفعل']),
  'model-state': {
    status: 400,
    body: {
      Message: 'The request is invalid.',
      ModelState: { 'section.Title': ['The Title field is too vague.'] },
    },
  },
  'oauth-error': {
    status: 400,
    body: { error: 'invalid_request', error_description: 'The request was malformed.' },
  },
};

const statuses: Record<string, Fault> = {
  '401': { status: 401, body: { Message: 'Authorization has been denied for this request.' } },
  '403': { status: 403, body: { Message: 'Access Denied' } },
  '404': { status: 404, body: JSON.stringify('Not found'), contentType: 'application/json; charset=utf-8' },
  '405': { status: 405, body: { Message: "The requested resource does not support http method 'POST'." } },
  '408': { status: 408, body: '' },
  '409': { status: 409, body: '', headers: { 'Retry-After': '1' } },
  '412': { status: 412, body: { Message: 'The record has changed.' } },
  '413': { status: 413, body: page, contentType: 'text/html' },
  '415': { status: 415, body: { Message: 'The media type is not supported.' } },
  '422': { ...refused(['Title', 'is too vague']), status: 422 },
  '423': { status: 423, body: { Message: 'The record is locked.' } },
  '429': { status: 429, body: 'Too many requests. Wait 2 seconds.', headers: { 'Retry-After': '2' } },
  '429-absurd': { status: 429, body: '', headers: { 'Retry-After': '99999' } },
  '500': { status: 500, body: { Message: 'An error has occurred.' } },
  '500-ooops': { status: 500, body: { Message: 'Ooops! There was a problem while running this action' } },
  '502': { status: 502, body: page, contentType: 'text/html' },
  '503': { status: 503, body: page, contentType: 'text/html', headers: { 'Retry-After': '1' } },
  '504': { status: 504, body: page, contentType: 'text/html' },
};

/** Answers that look like a success, or nearly. The call is carried out. */
const answers: Record<string, Fault> = {
  html: { ...answered(page), contentType: 'text/html' },
  empty: answered(''),
  null: { ...answered('null'), contentType: 'application/json' },
  array: answered([]),
  'no-value': { merge: { Value: null } },
  'zero-id': { merge: { Value: { Id: 0 } } },
  'string-id': { merge: { Value: { Id: 'none' } } },
  'cut-json': {
    ...answered('{"Status":200,"Message":"CourseSection was succ'),
    contentType: 'application/json',
  },
  'hostile-envelope': {
    merge: {
      OpenInDialog: true,
      OpenInWindow: true,
      RedirectURL: 'https://evil.example/',
      JavaScript: 'document.title = "taken over"',
    },
  },
};

const connection: Record<string, Fault> = {
  'cut-before': { cut: 'before' },
  cut: { cut: 'afterCommit' },
  'cut-mid-body': { cut: 'midBody' },
  hang: { hang: true },
  slow: { delayMs: 3000 },
  trickle: { trickleMs: 150 },
  redirect: { redirect: '/sign-in' },
};

export const SENTINELS: Readonly<Record<string, Fault>> = {
  ...refusals,
  ...statuses,
  ...answers,
  ...connection,
};

const AFTER_COMMIT = '-after-commit';
const ONCE = '-once';

/**
 * The fault that a title asks for. `-once` at the end: only for the first call with this method and title in the world
 * (`spent` remembers them); `-after-commit`: the call is carried out first.
 */
export function titleFault(title: unknown, method: string, spent: Set<string>): Fault | null {
  const asked = typeof title === 'string' ? /\[fault:([a-z0-9-]+)\]/.exec(title)?.[1] : undefined;
  if (asked === undefined) return null;
  const isOnce = asked.endsWith(ONCE);
  const withoutOnce = isOnce ? asked.slice(0, -ONCE.length) : asked;
  const isCommitted = withoutOnce.endsWith(AFTER_COMMIT);
  const name = isCommitted ? withoutOnce.slice(0, -AFTER_COMMIT.length) : withoutOnce;
  const fault = Object.hasOwn(SENTINELS, name) ? SENTINELS[name] : undefined;
  if (!fault) return { status: 400, body: refusal([], `The sandbox knows no fault “${asked}”.`) };
  const key = `${method} ${String(title)}`;
  if (isOnce && spent.has(key)) return null;
  if (isOnce) spent.add(key);
  return isCommitted ? { ...fault, commit: true } : fault;
}
