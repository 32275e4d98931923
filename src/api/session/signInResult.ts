import type { TokenResult } from './token';

export type SignInResult =
  | { readonly status: 'signedIn' }
  | { readonly status: 'wrongCredentials' }
  /** Send again with `totp`. The message is about a code that was not accepted; null when none was sent yet. */
  | { readonly status: 'needsCode'; readonly message: string | null }
  | { readonly status: 'mustResetPassword' }
  | { readonly status: 'failed'; readonly message: string };

const FAILURES = {
  network:
    'Can’t reach Nexudus. No readable answer came: the connection may be down, or the server may not allow this page to call it.',
  timeout: 'Nexudus did not answer in time. Try again.',
  server: 'Nexudus has a problem at the moment. Try again in a minute.',
  unreadable:
    'The answer could not be read. The address of Nexudus that this app was set up with may be wrong.',
};

/**
 * What a refused or failed sign-in means. The codes are looked for in `error`, then in `error_description`, since the
 * exact JSON of some is unknown (docs/api-contract.md 8); anything unknown is shown as it came.
 * @param sentCode whether the request held a second factor
 */
export function toSignInResult(
  result: Exclude<TokenResult, { kind: 'granted' }>,
  sentCode: boolean,
): SignInResult {
  if (result.kind === 'failed') return { status: 'failed', message: FAILURES[result.reason] };
  if (result.kind === 'throttled') {
    const wait = result.seconds === 1 ? 'a second' : `${result.seconds} seconds`;
    return { status: 'failed', message: `Nexudus asked us to wait. Try again in ${wait}.` };
  }
  const { code, message } = result;
  const has = (text: string) => code === text || Boolean(message?.includes(text));
  const words = message !== null && message !== code ? message : null;
  if (has('two_factor_auth_check')) return needsCode(sentCode, words);
  if (has('must_reset_password')) return { status: 'mustResetPassword' };
  if (code === 'invalid_grant') {
    if (sentCode && /\bcode\b|two.?factor|authenticat/i.test(words ?? '')) return needsCode(true, words);
    if (words === null || /incorrect|invalid|wrong|not valid/i.test(words))
      return { status: 'wrongCredentials' };
  }
  const shown = message ?? code ?? `The server refused the sign-in (${result.status}).`;
  return { status: 'failed', message: shown };
}

function needsCode(sentCode: boolean, words: string | null): SignInResult {
  if (!sentCode) return { status: 'needsCode', message: null };
  const isForPeople = words !== null && !words.includes('two_factor_auth_check');
  return { status: 'needsCode', message: isForPeople ? words : 'The code was not accepted.' };
}
