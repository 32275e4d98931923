import type { Hono } from 'hono';
import { parseUserName, PASSWORD, TOTP_CODE } from './accounts.ts';
import type { SandboxContext, SandboxEnv } from './context.ts';
import { json } from './envelope.ts';
import { clientIdOf, issueTokens, usableRefreshToken, worldNameOfToken } from './tokens.ts';
import type { World, Worlds } from './worlds.ts';

/** `POST /token` (docs/api-contract.md 8). */
const invalidGrant = (description: string) =>
  json({ error: 'invalid_grant', error_description: description }, 400);
const wrongCredentials = () => invalidGrant('The user name or password is incorrect.');

/** The exact JSON of these two codes is unknown: a world may put them in either property. */
function codeRefusal(world: World, code: string, words: string): Response {
  return world.options.tokenErrorPlace === 'error'
    ? json({ error: code, error_description: words }, 400)
    : invalidGrant(code);
}

function passwordGrant(c: SandboxContext, form: URLSearchParams, now: number): Response {
  const { world, entry } = c.var;
  const user = parseUserName(form.get('username') ?? '');
  if (!user || form.get('password') !== PASSWORD) return wrongCredentials();
  entry.userName = user.userName;
  if (user.account.mustResetPassword) {
    return codeRefusal(world, 'must_reset_password', 'You must reset your password before you can sign in.');
  }
  const code = form.get('totp') ?? '';
  if (user.account.needsCode && code !== TOTP_CODE) {
    const words =
      code === '' ? 'An authentication code is required.' : 'The authentication code is not valid.';
    return codeRefusal(world, 'two_factor_auth_check', words);
  }
  return json(issueTokens(world, user.userName, clientIdOf(user, c.req.header('client_id')), now));
}

function refreshGrant(c: SandboxContext, form: URLSearchParams, now: number): Response {
  const { world, entry } = c.var;
  const row = usableRefreshToken(
    world,
    form.get('refresh_token') ?? '',
    c.req.header('client_id') ?? null,
    now,
  );
  if (!row) return invalidGrant('The refresh token is invalid or has expired.');
  entry.userName = row.UserName;
  return json(issueTokens(world, row.UserName, row.ClientId, now));
}

/** Which world a sign-in is about: the user name or the refresh token says so. */
export function worldOfForm(worlds: Worlds, text: string): World | null {
  const form = new URLSearchParams(text);
  const user = parseUserName(form.get('username') ?? '');
  if (user) return worlds.get(user.world);
  return worlds.find(worldNameOfToken(form.get('refresh_token') ?? ''));
}

export function addTokenRoute(api: Hono<SandboxEnv>, now: () => number): void {
  api.post('/token', (c) => {
    const isForm = (c.req.header('Content-Type') ?? '').startsWith('application/x-www-form-urlencoded');
    const form = new URLSearchParams(isForm ? c.var.text : '');
    const grant = form.get('grant_type');
    if (grant === 'password') return passwordGrant(c, form, now());
    if (grant === 'refresh_token') return refreshGrant(c, form, now());
    return json({ error: 'unsupported_grant_type' }, 400);
  });
}
