import { ApiError, type ApiErrorKind } from './errors';

export interface ErrorDescription {
  /** A short heading. */
  readonly title: string;
  /** What it means and what to do, in full sentences. */
  readonly text: string;
  /** The role that the account lacks, when that is the reason. */
  readonly roleMissing: string | null;
  /** Whether asking again, unchanged, may help. */
  readonly canRetry: boolean;
  /** For support; never a token. */
  readonly details: string;
}

type Words = readonly [title: string, text: string];

/** The server's own words, quoted, so that they are never taken for ours. */
const quoted = (error: ApiError) => (error.serverMessage ? ` The server says: “${error.serverMessage}”` : '');

const setUpFaults: ReadonlySet<number | null> = new Set([405, 406, 415]);

/** Whether the server found the request too large. */
export const isTooLarge = ({ status }: ApiError): boolean => status === 413 || status === 414;

function refusedWords(error: ApiError): Words {
  const { status, serverMessage } = error;
  if (setUpFaults.has(status)) {
    return [
      'This server does not accept the request',
      `The cause is how the app or the server is set up, not what you did.${quoted(error)}`,
    ];
  }
  if (isTooLarge(error)) {
    return ['This is too large for the server', `Shorten the introduction and try again.${quoted(error)}`];
  }
  return [
    'Nexudus refused this',
    serverMessage ?? `It gave no reason${status === null ? '' : ` (${status})`}.`,
  ];
}

function forbiddenText({ role }: ApiError): string {
  return role === null
    ? 'Your account is not allowed to do this. Ask an administrator of your space for access.'
    : `Your account lacks the role ${role}. Ask an administrator of your space to add it.`;
}

const words: Readonly<Record<ApiErrorKind, (error: ApiError) => Words>> = {
  refused: refusedWords,
  signedOut: () => ['Your session has ended', 'Sign in again to go on.'],
  forbidden: (error) => ['You don’t have access', forbiddenText(error)],
  notFound: () => ['Not found', 'It may have been deleted, or the number in the address is wrong.'],
  throttled: () => [
    'Nexudus asked us to wait',
    'There were too many requests in a short time, so this one was not carried out. Try again in a minute.',
  ],
  server: (error) => [
    'Nexudus has a problem',
    `Nexudus isn’t answering properly${error.status === null ? '' : ` (${error.status})`}. Try again, or contact Nexudus.${quoted(error)}`,
  ],
  network: () => [
    'Can’t reach Nexudus',
    'No readable answer came. Either the connection failed, or the server does not allow this page to read its answers (CORS), or something in between stopped the request.',
  ],
  offline: () => [
    'You seem to be offline',
    'The browser reports no connection, and the request failed. Check the connection and try again.',
  ],
  timeout: () => ['Nexudus took too long', 'No complete answer came in time. Try again in a moment.'],
  unreadable: () => [
    'The answer could not be read',
    'An answer came, but not in the form that was expected. A proxy or a sign-in page in between can cause this.',
  ],
  outdated: () => [
    'Nexudus still shows an older version',
    'It answers this section as it was before the last save from this browser, so nothing is saved over it. Try again in a moment.',
  ],
  incomplete: () => ['The list changed while it was read', 'It may be incomplete. Read it again.'],
  aborted: () => ['Cancelled', 'The request was stopped before its answer came.'],
};

const lasting: ReadonlySet<ApiErrorKind> = new Set(['refused', 'forbidden', 'notFound', 'signedOut']);

/**
 * Puts any failure into words for a person who knows neither HTTP nor the API.
 * Says only what is known: no readable answer is never called “offline” (docs/api-contract.md 9). Never throws.
 * @param error an ApiError, or whatever else was thrown
 */
export function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof ApiError)) {
    return {
      title: 'Something went wrong in the app',
      text: 'This is a fault of the app. Reload the page; if it comes again, copy the details for whoever looks after it.',
      roleMissing: null,
      canRetry: true,
      details: error instanceof Error ? `${error.name}: ${error.message}` : 'No details are known.',
    };
  }
  const [title, text] = words[error.kind](error);
  return {
    title,
    text,
    roleMissing: error.kind === 'forbidden' ? error.role : null,
    canRetry: !lasting.has(error.kind),
    details: error.details,
  };
}
