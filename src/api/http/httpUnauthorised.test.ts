import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from './errors';
import { createRequest, type Call, type RequestDeps } from './http';
import type { Renewal } from '#/api/session/session';
import { json, startServer, text, type Handler } from '#/api/testing/localServer';

let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

/** The server knows these tokens. */
let goodTokens = new Set<string>();
let token = '';
const noteRole = vi.fn<RequestDeps['noteRole']>();
let signIn = 'first';
const renewSession = vi.fn<(usedToken: string, isRepeat?: boolean) => Promise<Renewal>>();

const byToken: Handler = (response, seen) => {
  const isGood = goodTokens.has(seen.headers.authorization?.replace('Bearer ', '') ?? '');
  const answer = isGood ? json({ Id: 1 }) : json({ Message: 'Authorization has been denied.' }, 401);
  answer(response, seen);
};

beforeEach(() => {
  token = 'old';
  signIn = 'first';
  goodTokens = new Set(['new']);
  renewSession.mockReset();
  noteRole.mockReset();
  server.answer(byToken);
});

const makeRequest = () =>
  createRequest({
    baseUrl: () => Promise.resolve(server.url),
    session: {
      getAccessToken: () => Promise.resolve(token || null),
      getClientId: () => signIn,
      renewSession,
    },
    throttle: { wait: () => Promise.resolve(true) },
    isOffline: () => false,
    noteRole,
    pause: () => Promise.resolve(),
    readTimeoutMs: 2000,
    writeTimeoutMs: 2000,
  });

const write: Call<unknown> = {
  method: 'PUT',
  path: '/things',
  body: { Id: 1 },
  role: 'Thing-Edit',
  parse: (value) => value,
};

function renewTo(next: string) {
  renewSession.mockImplementationOnce(() => {
    token = next;
    return Promise.resolve('renewed');
  });
}

async function failure(request = makeRequest(), call = write): Promise<ApiError> {
  const result: unknown = await request(call).catch((error: unknown) => error);
  if (result instanceof ApiError) return result;
  throw new Error(`Expected an ApiError, got ${String(result)}`);
}

describe('a call that is answered with 401', () => {
  it('is carried out with the renewed token, once: the first was not', async () => {
    renewTo('new');
    expect(await makeRequest()(write)).toEqual({ Id: 1 });
    expect(renewSession).toHaveBeenCalledExactlyOnceWith('old', false);
    expect(server.seen).toHaveLength(2);
  });

  it('ends as a dead session when nothing can be renewed', async () => {
    renewSession.mockResolvedValue('ended');
    const error = await failure();
    expect(error).toMatchObject({ kind: 'signedOut', outcome: 'refused', status: 401 });
    expect(error.serverMessage).toBe('Authorization has been denied.');
  });

  it('names the missing role when the token is alive', async () => {
    renewSession.mockResolvedValue('alive');
    expect(await failure()).toMatchObject({ kind: 'forbidden', role: 'Thing-Edit', outcome: 'refused' });
    expect(server.seen).toHaveLength(1);
    expect(noteRole.mock.calls).toEqual([['Thing-Edit', true, 'first']]);
    token = 'new';
    await makeRequest()(write);
    expect(noteRole).toHaveBeenLastCalledWith('Thing-Edit', false, 'first');
  });

  it('tells of a role under the sign-in of the token that was sent', async () => {
    server.answer((response, seen) => {
      signIn = 'second';
      byToken(response, seen);
    });
    renewSession.mockResolvedValue('alive');
    await failure();
    expect(noteRole.mock.calls).toEqual([['Thing-Edit', true, 'first']]);
    renewSession.mockReset();
    renewTo('new');
    signIn = 'first';
    await makeRequest()(write);
    expect(noteRole).toHaveBeenLastCalledWith('Thing-Edit', false, 'second');
  });

  it('names the missing role when a fresh token is refused too', async () => {
    goodTokens.clear();
    renewTo('new');
    renewSession.mockResolvedValueOnce('alive');
    expect(await failure()).toMatchObject({ kind: 'forbidden', role: 'Thing-Edit' });
    expect(renewSession.mock.calls).toEqual([
      ['old', false],
      ['new', true],
    ]);
    expect(server.seen).toHaveLength(2);
  });

  it('does not look again into a role that was missing with the same token', async () => {
    const request = makeRequest();
    renewSession.mockResolvedValue('alive');
    await failure(request);
    await failure(request);
    expect(renewSession).toHaveBeenCalledTimes(1);
    await failure(request, { ...write, role: 'Thing-Delete' });
    expect(renewSession).toHaveBeenCalledTimes(2);
  });

  it('never goes round in circles', async () => {
    goodTokens.clear();
    renewSession.mockImplementation(() => {
      token += '+';
      return Promise.resolve('renewed');
    });
    expect(await failure()).toMatchObject({ kind: 'forbidden' });
    expect(server.seen).toHaveLength(4);
  });

  it('was not sent when the server cannot be asked for a new token', async () => {
    renewSession.mockRejectedValue(new ApiError({ kind: 'network', outcome: 'notSent' }));
    expect(await failure()).toMatchObject({ kind: 'network', outcome: 'notSent' });
  });

  it('is not taken for a missing role when a renewal got no answer: a read is looked into again', async () => {
    renewSession.mockRejectedValueOnce(new ApiError({ kind: 'server', outcome: 'notSent' }));
    renewTo('new');
    expect(await makeRequest()({ ...write, method: 'GET', body: undefined })).toEqual({ Id: 1 });
    expect(renewSession.mock.calls).toEqual([
      ['old', false],
      ['old', false],
    ]);
  });

  it('is a lack of rights, not a dead session, when it is 403', async () => {
    server.answer(text('', 403));
    expect(await failure()).toMatchObject({ kind: 'forbidden', role: 'Thing-Edit' });
    expect(renewSession).not.toHaveBeenCalled();
  });
});
