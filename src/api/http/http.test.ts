import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { preloadRead } from './preloadedReads';
import { ApiError } from './errors';
import { createRequest, type Call, type RequestDeps } from './http';
import { queryString } from './queryString';
import type { Renewal } from '#/api/session/session';
import { json, startServer, text, type Handler } from '#/api/testing/localServer';

let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

const waits: { seconds: number; isWrite: boolean }[] = [];
const pauses: number[] = [];
let tokens: string[] = [];
let renewal: () => Promise<Renewal>;
let isOffline = false;
let mayGoOn = true;
const renewSession = vi.fn<(used: string, isRepeat?: boolean) => Promise<Renewal>>(() => renewal());

beforeEach(() => {
  waits.length = 0;
  pauses.length = 0;
  tokens = ['token-1'];
  renewal = () => Promise.resolve('ended');
  isOffline = false;
  mayGoOn = true;
  renewSession.mockClear();
});

function makeRequest(deps: Partial<RequestDeps> = {}) {
  return createRequest({
    baseUrl: () => Promise.resolve(server.url),
    session: {
      getAccessToken: () => Promise.resolve(tokens.at(-1) ?? null),
      getClientId: () => null,
      renewSession,
    },
    throttle: {
      wait: ({ seconds, isWrite }) => {
        waits.push({ seconds, isWrite });
        return Promise.resolve(mayGoOn);
      },
    },
    isOffline: () => isOffline,
    noteRole: () => undefined,
    pause: (ms) => {
      pauses.push(ms);
      return Promise.resolve();
    },
    readTimeoutMs: 2000,
    writeTimeoutMs: 2000,
    ...deps,
  });
}

const read = { method: 'GET', path: '/things', role: 'Thing-Read', parse: (json: unknown) => json } as const;
const write = { ...read, method: 'PUT', role: 'Thing-Edit', body: { Id: 1 } } as const;

/** The error of a call; a call that succeeds fails the test. */
async function failure<T>(call: Call<T>, request = makeRequest()): Promise<ApiError> {
  const result: unknown = await request(call).catch((error: unknown) => error);
  if (result instanceof ApiError) return result;
  throw new Error(`Expected an ApiError, got ${String(result)}`);
}

const cut: Handler = (response) => response.socket?.destroy();
const redirect: Handler = (response) => {
  response.writeHead(302, { Location: '/sign-in' }).end();
};
const cutMidBody: Handler = (response) => {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '100' });
  response.write('{"Id":', () => response.socket?.destroy());
};
const hang: Handler = () => undefined;
const trickle: Handler = (response) => {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  const timer = setInterval(() => response.write(' '), 20);
  response.on('close', () => clearInterval(timer));
};
const good = json({ Id: 1, WasSuccessful: true });

describe('a call', () => {
  it('sends the token, no cookies, and the query as documented', async () => {
    server.answer(json([]));
    await makeRequest()({ ...read, query: { id: '[1,2]', Course_Title: 'a&b', page: undefined } });
    expect(server.seen[0]?.url).toBe('/things?id=[1,2]&Course_Title=a%26b');
    expect(server.seen[0]?.headers).toMatchObject({
      authorization: 'Bearer token-1',
      accept: 'application/json',
    });
  });

  it('sends a body as JSON', async () => {
    server.answer(good);
    await makeRequest()(write);
    expect(server.seen[0]).toMatchObject({ method: 'PUT', body: '{"Id":1}' });
    expect(server.seen[0]?.headers['content-type']).toBe('application/json');
  });

  it('leaves an empty query out', () => {
    expect(queryString({ a: undefined })).toBe('');
  });

  it('is not sent without a session', async () => {
    tokens = [];
    server.answer(good);
    expect(await failure(write)).toMatchObject({ kind: 'signedOut', outcome: 'notSent' });
    expect(server.seen).toHaveLength(0);
  });

  it('takes up a read that was started before the code was there, once', async () => {
    server.answer(json({ early: true }), json({ early: false }));
    preloadRead('/things', 'token-1', server.url);
    expect(await makeRequest()(read)).toEqual({ early: true });
    expect(await makeRequest()(read)).toEqual({ early: false });
    expect(server.seen).toHaveLength(2);
  });

  it('tells support what happened, without the token', async () => {
    server.answer(text('<h1>Bad gateway</h1>', 502));
    const { details } = await failure(write);
    expect(details).toBe('PUT /things\nHTTP 502\n<h1>Bad gateway</h1>');
  });
});

describe('a read that fails in passing', () => {
  it.each<[string, Handler]>([
    ['a dropped connection', cut],
    ['an answer that is cut', cutMidBody],
    ['a server fault', json({ Message: 'An error has occurred.' }, 500)],
    ['a request timeout of the server', text('', 408)],
    ['a gateway page', text('<html>', 503)],
  ])('is repeated after %s', async (_name, fault) => {
    server.answer(fault, fault, json({ Id: 3 }));
    expect(await makeRequest()(read)).toEqual({ Id: 3 });
    expect(server.seen).toHaveLength(3);
    expect(pauses).toHaveLength(2);
    expect(pauses.every((ms) => ms >= 300 && ms <= 1200)).toBe(true);
  });

  it('is given up after the third try', async () => {
    server.answer(cut);
    expect(await failure(read)).toMatchObject({ kind: 'network', outcome: 'notSent', status: null });
    expect(server.seen).toHaveLength(3);
  });

  it.each<[string, Handler]>([
    ['a refusal', json({ Message: 'No.' }, 400)],
    ['a page that is no JSON', text('<html>')],
    ['a missing record', json('Not found', 404)],
  ])('is not repeated after %s', async (_name, fault) => {
    server.answer(fault);
    await failure(read);
    expect(server.seen).toHaveLength(1);
  });
});

describe('a write whose answer is lost', () => {
  it.each<[string, Handler, string]>([
    ['the connection drops', cut, 'network'],
    ['the answer is cut', cutMidBody, 'network'],
    ['the server has a fault', json({ Message: 'An error has occurred.' }, 500), 'server'],
    ['a gateway answers', text('<html>', 504), 'server'],
    ['the server timed out', text('', 408), 'timeout'],
    ['it is redirected', redirect, 'network'],
    ['the answer is empty', text(''), 'unreadable'],
    ['the answer is a page', text('<html>'), 'unreadable'],
    ['the answer is null', json(null), 'unreadable'],
    ['the answer is a list', json([]), 'unreadable'],
    ['the JSON is cut', text('{"Status":200,"Mess', 200, 'application/json'), 'unreadable'],
    ['the body contradicts a good status', json({ Status: 500, WasSuccessful: true }), 'server'],
  ])('is unknown and sent once when %s', async (_name, fault, kind) => {
    server.answer(fault);
    expect(await failure(write)).toMatchObject({ kind, outcome: 'unknown' });
    expect(server.seen).toHaveLength(1);
  });

  it.each<[string, Handler]>([
    ['never comes', hang],
    ['comes byte by byte', trickle],
  ])('is unknown when the answer %s', async (_name, fault) => {
    server.answer(fault);
    const error = await failure(write, makeRequest({ writeTimeoutMs: 150 }));
    expect(error).toMatchObject({ kind: 'timeout', outcome: 'unknown', role: 'Thing-Edit' });
  });

  it('is given up when the answer has no end', async () => {
    server.answer((response) => {
      const more = () => {
        while (response.write(new Uint8Array(1 << 20)));
      };
      response.on('drain', more);
      more();
    });
    const error = await failure(write, makeRequest({ writeTimeoutMs: 20_000 }));
    expect(error).toMatchObject({ kind: 'unreadable', outcome: 'unknown' });
  });
});

describe('a refusal', () => {
  it.each<[string, Handler, object]>([
    [
      'HTTP 200',
      json({ Message: 'Closed.', WasSuccessful: false }),
      { kind: 'refused', serverMessage: 'Closed.' },
    ],
    ['HTTP 500', json({ Message: 'Closed.', WasSuccessful: false }, 500), { kind: 'refused', status: 500 }],
    ['HTTP 400', json({ Message: 'Closed.' }, 400), { kind: 'refused', serverMessage: 'Closed.' }],
    ['a bad Status in a good answer', json({ Status: 400 }), { kind: 'refused', status: 200 }],
    ['a 409 in a good answer', json({ Status: 409 }), { kind: 'refused' }],
    ['HTTP 403', json({ Message: 'Access Denied' }, 403), { kind: 'forbidden', role: 'Thing-Edit' }],
    ['HTTP 404', json('Not found', 404), { kind: 'notFound', serverMessage: 'Not found' }],
    ...[405, 412, 413, 414, 415, 422, 423].map((status): [string, Handler, object] => [
      `HTTP ${status}`,
      text('<html>', status),
      { kind: 'refused', status },
    ]),
  ])('by %s means that nothing was saved', async (_name, handler, expected) => {
    server.answer(handler);
    expect(await failure(write)).toMatchObject({ outcome: 'refused', ...expected });
    expect(server.seen).toHaveLength(1);
  });

  it('keeps every error of the server in order', async () => {
    const Errors = [
      { PropertyName: 'Title', Message: 'is a required field', AttemptedValue: null },
      { PropertyName: 'Title', Message: 'is too vague' },
    ];
    server.answer(json({ Message: 'Title: is a required field', Errors, WasSuccessful: false }, 400));
    expect((await failure(write)).fieldErrors).toEqual([
      { propertyName: 'Title', message: 'is a required field' },
      { propertyName: 'Title', message: 'is too vague' },
    ]);
  });

  it('is not read out of a record that happens to have a Status', async () => {
    server.answer(json({ Id: 1, Status: 404 }));
    expect(await makeRequest()(read)).toEqual({ Id: 1, Status: 404 });
  });
});

describe('an empty answer', () => {
  it('to a delete is a success', async () => {
    server.answer((response) => {
      response.writeHead(204).end();
    });
    const call = { ...write, method: 'DELETE', body: undefined } as const;
    expect(await makeRequest()(call)).toEqual({});
  });

  it('to a read is unreadable', async () => {
    server.answer(text(''));
    expect(await failure(read)).toMatchObject({ kind: 'unreadable', outcome: 'notSent' });
  });
});

describe('a throttled call', () => {
  it.each([409, 429])('waits and goes on after a %d, reads and writes alike', async (status) => {
    server.answer(json('', status, { 'Retry-After': '2' }), text('', status), good);
    await makeRequest()(write);
    expect(waits).toEqual([
      { seconds: 2, isWrite: true },
      { seconds: 2, isWrite: true },
    ]);
    server.answer(text('Too many requests. Wait 7 seconds.', status), good);
    await makeRequest()(read);
    expect(waits.at(-1)).toEqual({ seconds: 7, isWrite: false });
  });

  it('is given up, not carried out, when the waits have no end', async () => {
    server.answer(text('', 429));
    expect(await failure(write)).toMatchObject({ kind: 'throttled', outcome: 'notSent', status: 429 });
    expect(waits.map(({ seconds }) => seconds)).toEqual([1, 2, 4, 8, 16]);
  });

  it('is not carried out when the user cancels the wait', async () => {
    mayGoOn = false;
    server.answer(text('', 409));
    expect(await failure(write)).toMatchObject({ kind: 'throttled', outcome: 'notSent' });
    expect(server.seen).toHaveLength(1);
  });
});

describe('a call that is aborted', () => {
  it('before it is sent sends nothing', async () => {
    server.answer(good);
    const call = { ...write, signal: AbortSignal.abort() };
    expect(await failure(call)).toMatchObject({ kind: 'aborted', outcome: 'notSent' });
    expect(server.seen).toHaveLength(0);
  });

  it('on its way is of unknown outcome', async () => {
    const controller = new AbortController();
    server.answer(() => controller.abort());
    const call = { ...write, signal: controller.signal };
    expect(await failure(call)).toMatchObject({ kind: 'aborted', outcome: 'unknown' });
  });

  it('while it waits for the throttle was not carried out', async () => {
    const controller = new AbortController();
    server.answer(text('', 429));
    const throttle = {
      wait: () => {
        controller.abort();
        return Promise.resolve(false);
      },
    };
    const call = { ...write, signal: controller.signal };
    expect(await failure(call, makeRequest({ throttle }))).toMatchObject({
      kind: 'aborted',
      outcome: 'notSent',
    });
  });
});

describe('a browser that says it is offline', () => {
  it('makes a failed call one that was not sent', async () => {
    isOffline = true;
    server.answer(cut);
    expect(await failure(write)).toMatchObject({ kind: 'offline', outcome: 'notSent' });
  });

  it('never blocks a call', async () => {
    isOffline = true;
    server.answer(good);
    expect(await makeRequest()(write)).toEqual({ Id: 1, WasSuccessful: true });
  });
});
