import { afterEach, describe, expect, test, vi } from 'vitest';
import { createServer, preview } from 'vite';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSandbox } from './app.ts';
import type { Fault } from './faults.ts';
import { listen } from './node.ts';
import { COURSES } from './seed/ids.ts';
import { record, records, TestClient } from './testClient.ts';
import { sandboxApi } from './vitePlugin.ts';

/** Over real HTTP, where a cut connection is one. */
const PATH = '/content/coursesections';
const section = {
  CourseId: COURSES.podcastStudio,
  Title: 'Microphones',
  DisplayOrder: 1,
  UnlockType: 1,
  UnlockAfterDays: 0,
};

const endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0)) await end();
});

async function serve(): Promise<string> {
  const sandbox = createSandbox({ storage: 'memory' });
  const server = await listen(sandbox);
  endings.push(async () => {
    sandbox.close();
    await server.close();
  });
  return server.url;
}

/** A folder with one page, and what Vite would have built of it. */
function site(): string {
  const root = mkdtempSync(join(tmpdir(), 'sandbox-'));
  mkdirSync(join(root, 'dist'));
  for (const file of ['index.html', 'dist/index.html']) writeFileSync(join(root, file), '<h1>The app</h1>');
  endings.push(() => Promise.resolve(rmSync(root, { recursive: true })));
  return root;
}

const quiet = { configFile: false, logLevel: 'silent' } as const;

async function serveDev(): Promise<string> {
  const plugins = [sandboxApi({ storage: 'memory' })];
  const server = await createServer({
    ...quiet,
    root: site(),
    plugins,
    server: { port: 4101, host: '127.0.0.1' },
  });
  await server.listen();
  endings.unshift(() => server.close());
  return server.resolvedUrls?.local[0]?.replace(/\/$/, '') ?? '';
}

async function servePreview(): Promise<string> {
  const plugins = [sandboxApi({ storage: 'memory' })];
  const server = await preview({
    ...quiet,
    root: site(),
    plugins,
    preview: { port: 4103, host: '127.0.0.1' },
  });
  endings.unshift(() => server.close());
  return server.resolvedUrls?.local[0]?.replace(/\/$/, '') ?? '';
}

describe.each([
  ['alone', serve],
  ['inside Vite’s dev server', serveDev],
  ['inside Vite’s preview server', servePreview],
])('the sandbox %s', (_where, start) => {
  test('fails at the level of the socket, and carries out what it promises to', async () => {
    const url = await start();
    const client = await new TestClient((request) => fetch(request), url).signIn();
    const post = (fault: Fault, Title: string) =>
      client.call('POST', PATH, { ...section, Title }, { 'X-Sandbox-Fault': JSON.stringify(fault) });

    await expect(post({ cut: 'before' }, 'never')).rejects.toThrow('fetch failed');
    await expect(post({ cut: 'afterCommit' }, 'cut')).rejects.toThrow('fetch failed');
    await expect(post({ cut: 'midBody' }, 'half')).rejects.toThrow('terminated');
    const trickled = await post({ trickleMs: 1 }, 'slow');
    expect(record(trickled.json)['WasSuccessful']).toBe(true);

    const { json } = await client.control('GET', `/sections?courseId=${COURSES.podcastStudio}`);
    expect(records(json).map(({ Title }) => Title)).toEqual(['cut', 'half', 'slow']);
    const log = await client.control('GET', '/requests?method=POST&path=/content');
    expect(records(log.json).map(({ status }) => status)).toEqual([null, null, null, 200]);
  });
});

test('a hanging answer ends when the caller gives up', async () => {
  const client = await new TestClient((request) => fetch(request), await serve()).signIn();
  await client.control('POST', '/faults', { path: PATH, fault: { hang: true } });
  const caller = new AbortController();
  const hanging = client.raw('GET', `/api${PATH}`, { signal: caller.signal });
  const abortWhenThere = async () => {
    await vi.waitFor(async () => {
      const { json } = await client.control('GET', '/requests?method=GET&path=/content');
      expect(json).toHaveLength(1);
    }, 10_000);
    caller.abort();
  };
  await Promise.all([expect(hanging).rejects.toThrow('aborted'), abortWhenThere()]);
  expect((await client.call('GET', PATH)).status).toBe(200);
});

test('a trickled answer arrives in many pieces', async () => {
  const url = await serve();
  const client = await new TestClient((request) => fetch(request), url).signIn();
  await client.control('POST', '/faults', { path: '/token', fault: { trickleMs: 2 } });
  const body = new URLSearchParams({ grant_type: 'password' });
  const response = await fetch(`${url}/api/token`, { method: 'POST', body });
  let pieces = 0;
  for await (const _piece of response.body as unknown as AsyncIterable<Uint8Array>) pieces += 1;
  expect(pieces).toBeGreaterThan(1);
});

test('inside Vite, everything but the API is left to Vite', async () => {
  const url = await serveDev();
  expect(await (await fetch(`${url}/courses`, { headers: { Accept: 'text/html' } })).text()).toContain(
    'The app',
  );
  expect(await (await fetch(`${url}/apiary`, { headers: { Accept: 'text/html' } })).text()).toContain(
    'The app',
  );
  expect((await fetch(`${url}/api/content/courses`)).status).toBe(401);
});

test('inside Vite, data that cannot be used stops the start', async () => {
  const root = site();
  writeFileSync(join(root, 'default.db'), 'not a database at all '.repeat(100));
  const plugins = [sandboxApi({ storage: { directory: root } })];
  await expect(preview({ ...quiet, root, plugins, preview: { port: 0 } })).rejects.toThrow('--reset');
  await expect(createServer({ ...quiet, root, plugins })).rejects.toThrow('--reset');
});

test('a port that is taken is reported', async () => {
  const port = Number(new URL(await serve()).port);
  const sandbox = createSandbox({ storage: 'memory' });
  await expect(listen(sandbox, port)).rejects.toThrow('EADDRINUSE');
});
