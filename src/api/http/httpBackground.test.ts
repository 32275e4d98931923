import { afterAll, beforeAll, expect, it } from 'vitest';
import { startServer, text } from '#/api/testing/localServer';
import { createRequest } from './http';

let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

it.each([
  [409, 'throttled'],
  [429, 'throttled'],
  [503, 'server'],
])(
  'a call that nobody waits for fails at once after a %d, without a wait or another try',
  async (status, kind) => {
    let waits = 0;
    const wait = () => {
      waits++;
      return Promise.resolve();
    };
    const request = createRequest({
      baseUrl: () => Promise.resolve(server.url),
      session: {
        getAccessToken: () => Promise.resolve('token'),
        getClientId: () => null,
        renewSession: () => Promise.resolve('ended'),
      },
      throttle: { wait: () => wait().then(() => true) },
      isOffline: () => false,
      noteRole: () => undefined,
      pause: wait,
      readTimeoutMs: 2000,
      writeTimeoutMs: 2000,
    });
    server.answer(text('', status));
    const call = {
      method: 'GET',
      path: '/things',
      role: 'Thing-Read',
      parse: (json: unknown) => json,
    } as const;
    await expect(request({ ...call, isBackground: true })).rejects.toMatchObject({ kind, status });
    expect(server.seen).toHaveLength(1);
    expect(waits).toBe(0);
  },
);
