import { loadConfig } from '#/config';
import { newUuid } from '#/lib/uuid';
import { session, type Session } from './session';
import { toSignInResult, type SignInResult } from './signInResult';
import { requestToken } from './token';

export type { SignInResult } from './signInResult';

/** As they are sent: nothing is made of them here. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
  /** The second factor, when the server asked for it. */
  readonly totp?: string | undefined;
  /** Keep the access token for reloads of this tab. Left out: as at the last sign-in. */
  readonly staySignedIn?: boolean | undefined;
}

/** Makes `signIn`. The one of the app is below; tests make their own. Source: docs/api-contract.md 8. */
export function createSignIn({ begin }: Pick<Session, 'begin'>, baseUrl: () => Promise<string>) {
  /** Signs in, also over an ended session. Never throws for what the server says. */
  return async function signIn(credentials: Credentials): Promise<SignInResult> {
    const { username, password, totp, staySignedIn } = credentials;
    const clientId = newUuid();
    const form = { grant_type: 'password', username, password, ...(totp === undefined ? {} : { totp }) };
    const result = await requestToken(await baseUrl(), form, clientId);
    if (result.kind !== 'granted') return toSignInResult(result, totp !== undefined);
    begin(result, { username, clientId, staySignedIn });
    return { status: 'signedIn' };
  };
}

/** The `signIn` of this tab. */
export const signIn = createSignIn(session, async () => (await loadConfig()).apiBaseUrl);
