import { expect, test } from 'vitest';
import { PASSWORD, TOTP_CODE } from './accounts.ts';
import { createSandbox } from './app.ts';
import { record, TestClient } from './testClient.ts';

const form = (username: string, more: Record<string, string> = {}) => ({
  grant_type: 'password',
  username,
  password: PASSWORD,
  ...more,
});
const refreshWith = (token: unknown) => ({ grant_type: 'refresh_token', refresh_token: String(token) });

/** A sandbox whose clock is moved by hand. */
function start() {
  let time = Date.parse('2026-01-01T00:00:00Z');
  const sandbox = createSandbox({ storage: 'memory', now: () => time });
  const client = new TestClient((request) => sandbox.fetch(request));
  const courses = async (token: unknown) =>
    (await client.call('GET', '/content/courses', undefined, { Authorization: `Bearer ${String(token)}` }))
      .status;
  const later = (seconds: number) => {
    time += seconds * 1000;
  };
  return { client, courses, later };
}

test('the right password answers the documented token', async () => {
  const { client, courses } = start();
  const { status, json } = await client.token(form('Admin@Sandbox.TEST'));
  expect(status).toBe(200);
  expect(Object.keys(record(json))).toEqual(['access_token', 'token_type', 'expires_in', 'refresh_token']);
  expect(json).toMatchObject({ token_type: 'bearer', expires_in: 604_799 });
  expect(await courses(record(json)['access_token'])).toBe(200);
});

test.each([
  ['a wrong password', form('admin@sandbox.test', { password: 'x' })],
  ['an unknown account', form('nobody@sandbox.test')],
  ['a name with a space around it', form(' admin@sandbox.test')],
  ['another domain', form('admin@example.com')],
  ['a world that cannot be named', form('admin+../x@sandbox.test')],
])('%s is refused in the documented words', async (_what, fields) => {
  const { client } = start();
  const { status, json } = await client.token(fields);
  expect(status).toBe(400);
  expect(json).toEqual({
    error: 'invalid_grant',
    error_description: 'The user name or password is incorrect.',
  });
});

test('JSON and unknown grants are unsupported', async () => {
  const { client } = start();
  const unsupported = { status: 400, json: { error: 'unsupported_grant_type' } };
  expect(await client.call('POST', '/token', form('admin@sandbox.test'))).toMatchObject(unsupported);
  expect(await client.token({ grant_type: 'client_credentials' })).toMatchObject(unsupported);
});

test('a second factor is asked for, and asked for again after a wrong code', async () => {
  const { client } = start();
  const sign = (more = {}) => client.token(form('two-factor@sandbox.test', more));
  const missing = await sign();
  const wrong = await sign({ totp: '000000' });
  for (const answer of [missing, wrong]) {
    expect(answer).toMatchObject({ status: 400, json: { error: 'two_factor_auth_check' } });
  }
  expect(wrong.text).not.toBe(missing.text);
  for (const totp of ['123 456', ` ${TOTP_CODE}`, '123-456', '１２３４５６']) {
    expect((await sign({ totp })).status).toBe(400);
  }
  expect((await sign({ totp: TOTP_CODE })).status).toBe(200);
});

test('an account whose password must be reset cannot sign in', async () => {
  const { client } = start();
  const { status, json } = await client.token(form('must-reset@sandbox.test'));
  expect([status, record(json)['error']]).toEqual([400, 'must_reset_password']);
});

test('a world can put its codes into the description', async () => {
  const { client } = start();
  await client.control('PATCH', '/options', { tokenErrorPlace: 'description' });
  const { json } = await client.token(form('two-factor@sandbox.test'));
  expect(json).toEqual({ error: 'invalid_grant', error_description: 'two_factor_auth_check' });
});

test('a refresh token works once, for the client that it was given to, and gives the next one', async () => {
  const { client, courses } = start();
  const mine = { client_id: 'tab-1' };
  const first = record((await client.token(form('admin@sandbox.test'), mine)).json);
  const another = await client.token(refreshWith(first['refresh_token']), { client_id: 'tab-2' });
  const nobody = await client.token(refreshWith(first['refresh_token']));
  expect([another.status, nobody.status]).toEqual([400, 400]);
  expect(another.json).toMatchObject({ error: 'invalid_grant' });

  const second = record((await client.token(refreshWith(first['refresh_token']), mine)).json);
  expect(await courses(second['access_token'])).toBe(200);
  expect(second['refresh_token']).not.toBe(first['refresh_token']);
  expect((await client.token(refreshWith(first['refresh_token']), mine)).status).toBe(400);
  expect((await client.token(refreshWith(second['refresh_token']), mine)).status).toBe(200);
});

test('a client has one refresh token; without a client_id the e-mail is the client', async () => {
  const { client } = start();
  const sign = async () => record((await client.token(form('admin@sandbox.test'))).json)['refresh_token'];
  const first = await sign();
  const second = await sign();
  expect((await client.token(refreshWith(first))).status).toBe(400);
  const byEmail = await client.token(refreshWith(second), { client_id: 'admin@sandbox.test' });
  expect(byEmail.status).toBe(200);
});

test('access tokens live as long as they say, refresh tokens fifteen days', async () => {
  const { client, courses, later } = start();
  await client.control('PATCH', '/options', { tokenSeconds: 60 });
  const {
    access_token: access,
    refresh_token: refresh,
    expires_in: seconds,
  } = record((await client.token(form('admin@sandbox.test'))).json);
  expect(seconds).toBe(60);
  later(59);
  expect(await courses(access)).toBe(200);
  later(1);
  expect(await courses(access)).toBe(401);
  later(15 * 24 * 3600);
  expect((await client.token(refreshWith(refresh))).status).toBe(400);
});

test('tokens can be revoked: the access tokens alone, or the whole session', async () => {
  const { client, courses } = start();
  const sign = async (fields: Record<string, string>) => record((await client.token(fields)).json);
  const first = await sign(form('admin@sandbox.test'));
  await client.control('POST', '/tokens/revoke', { which: 'access' });
  expect(await courses(first['access_token'])).toBe(401);
  const second = await sign(refreshWith(first['refresh_token']));
  expect(await courses(second['access_token'])).toBe(200);
  await client.control('POST', '/tokens/revoke', { which: 'all' });
  expect(await courses(second['access_token'])).toBe(401);
  expect((await client.token(refreshWith(second['refresh_token']))).status).toBe(400);
});
