import { vi } from 'vitest';

const answer = (value: unknown, status = 200) =>
  new Response(JSON.stringify(value), { status, headers: { 'Content-Type': 'application/json' } });

/** The service's sign-in with single-use refresh tokens tied to a client id (docs/api-contract.md 8), in place of `fetch`. */
export function fakeTokens() {
  const refreshTokens = new Map<string, string>();
  const accessTokens = new Set<string>();
  const calls: { grant: string; form: URLSearchParams; clientId: string }[] = [];
  const probes: string[] = [];
  let issued = 0;
  const state = {
    accessTokens,
    refreshTokens,
    calls,
    probes,
    expiresIn: 604_799 as unknown,
    /** In place of the next answer to `POST /token`. */
    next: null as (() => Promise<Response>) | null,
    /** The status of the reads that look whether a token is alive; null: by the token. */
    probeStatus: null as number | null,
    count: (grant: string) => calls.filter((call) => call.grant === grant).length,
  };

  function issue(clientId: string): Response {
    issued += 1;
    accessTokens.add(`access-${issued}`);
    refreshTokens.set(`refresh-${issued}`, clientId);
    return answer({
      access_token: `access-${issued}`,
      token_type: 'bearer',
      expires_in: state.expiresIn,
      refresh_token: `refresh-${issued}`,
    });
  }

  function grantTokens(form: URLSearchParams, clientId: string): Response {
    const refused = { error: 'invalid_grant', error_description: 'The user name or password is incorrect.' };
    if (form.get('grant_type') === 'password') {
      return form.get('password') === 'right' ? issue(clientId) : answer(refused, 400);
    }
    const refreshToken = form.get('refresh_token') ?? '';
    if (refreshTokens.get(refreshToken) !== clientId) return answer(refused, 400);
    refreshTokens.delete(refreshToken);
    return issue(clientId);
  }

  vi.stubGlobal('fetch', (url: string, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (!url.endsWith('/token')) {
      probes.push(url);
      const isAlive = accessTokens.has(headers.get('Authorization')?.replace('Bearer ', '') ?? '');
      return Promise.resolve(answer({ Records: [] }, state.probeStatus ?? (isAlive ? 200 : 401)));
    }
    const form = new URLSearchParams(init.body as URLSearchParams);
    const clientId = headers.get('client_id') ?? '';
    calls.push({ grant: form.get('grant_type') ?? '', form, clientId });
    const given = state.next;
    state.next = null;
    return given ? given() : Promise.resolve(grantTokens(form, clientId));
  });
  return state;
}
