import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { json, startServer, text } from '#/api/testing/localServer';
import { requestToken } from './token';

let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

const form = { grant_type: 'password', username: 'ada+x@example.com', password: 'p&=ü' };
const ask = (timeoutMs?: number) => requestToken(server.url, form, 'client-1', timeoutMs);
const granted = { access_token: 'a', token_type: 'bearer', expires_in: 604_799, refresh_token: 'r' };

describe('asking for a token', () => {
  it('is form-encoded, with the client id in a header', async () => {
    server.answer(json(granted));
    expect(await ask()).toEqual({ kind: 'granted', accessToken: 'a', refreshToken: 'r', expiresIn: 604_799 });
    const [seen] = server.seen;
    expect(seen).toMatchObject({ method: 'POST', url: '/token' });
    expect(seen?.headers).toMatchObject({
      client_id: 'client-1',
      'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
    });
    expect(Object.fromEntries(new URLSearchParams(seen?.body))).toEqual(form);
  });

  it('does without a lifetime and a refresh token', async () => {
    server.answer(json({ access_token: 'a', expires_in: 'soon', refresh_token: null }));
    expect(await ask()).toEqual({ kind: 'granted', accessToken: 'a', refreshToken: null, expiresIn: null });
  });

  it.each([
    [400, { error: 'invalid_grant', error_description: 'No.' }, 'invalid_grant', 'No.'],
    [400, { error: 'x' }, 'x', 'x'],
    [401, { Message: 'Denied.' }, null, 'Denied.'],
    [200, { error: 'invalid_grant' }, 'invalid_grant', 'invalid_grant'],
    [403, null, null, null],
  ])('can be denied with %d', async (status, body, code, message) => {
    server.answer(json(body, status));
    expect(await ask()).toEqual({ kind: 'denied', status, code, message });
  });

  it.each([409, 429])('can be throttled with %d', async (status) => {
    server.answer(json('', status, { 'Retry-After': '9' }));
    expect(await ask()).toEqual({ kind: 'throttled', seconds: 9 });
  });

  it.each([
    ['a gateway page', text('<html>', 502), 'server'],
    ['a page', text('<html>'), 'unreadable'],
    ['no token', json({}), 'unreadable'],
    ['a token that is no header value', json({ access_token: 'a\r\nX-Evil: 1' }), 'unreadable'],
  ])('can fail with %s', async (_name, handler, reason) => {
    server.answer(handler);
    expect(await ask()).toEqual({ kind: 'failed', reason });
  });

  it('can fail without any answer', async () => {
    server.answer((response) => response.socket?.destroy());
    expect(await ask()).toEqual({ kind: 'failed', reason: 'network' });
    server.answer(() => undefined);
    expect(await ask(100)).toEqual({ kind: 'failed', reason: 'timeout' });
  });
});
