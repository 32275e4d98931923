import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createSandbox } from './app.ts';
import { ONBOARDING_SECTIONS } from './seed/ids.ts';
import { DataError } from './storage.ts';
import { clientOf, record, records, type TestClient } from './testClient.ts';

const PATH = '/content/coursesections';
const { welcome } = ONBOARDING_SECTIONS;

async function read(client: TestClient) {
  return record((await client.call('GET', `${PATH}/${welcome}`)).json);
}

async function rename(client: TestClient, Title: string) {
  await client.call('PUT', PATH, { ...(await read(client)), Title });
}

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'sandbox-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

test('what is after the plus picks the world: other worlds see nothing of a change', async () => {
  const sandbox = createSandbox({ storage: 'memory' });
  const one = await clientOf(sandbox, 'admin+one@sandbox.test');
  const two = await clientOf(sandbox, 'admin+two@sandbox.test');
  const standard = await clientOf(sandbox);
  await rename(one, 'Changed');
  expect(await read(one)).toMatchObject({ Title: 'Changed', UpdatedBy: 'admin+one@sandbox.test' });
  for (const other of [two, standard]) {
    expect(await read(other)).toMatchObject({ Title: 'Welcome to Harbour House' });
  }
});

test('two accounts in one world share its records', async () => {
  const sandbox = createSandbox({ storage: 'memory' });
  const admin = await clientOf(sandbox, 'admin+w1@sandbox.test');
  const colleague = await clientOf(sandbox, 'colleague+w1@sandbox.test');
  await rename(colleague, 'By a colleague');
  const seen = { Title: 'By a colleague', UpdatedBy: 'colleague+w1@sandbox.test' };
  expect(await read(admin)).toMatchObject(seen);
});

test('requests and faults belong to their world', async () => {
  const sandbox = createSandbox({ storage: 'memory' });
  const one = await clientOf(sandbox, 'admin+one@sandbox.test');
  const two = await clientOf(sandbox, 'admin+two@sandbox.test');
  await one.control('POST', '/faults', { fault: { status: 500 } }, 'one');
  expect((await two.call('GET', PATH)).status).toBe(200);
  expect((await one.call('GET', PATH)).status).toBe(500);
  const log = await one.control('GET', '/requests', undefined, 'one');
  expect(records(log.json).map(({ method, path, status }) => [method, path, status])).toEqual([
    ['POST', '/token', 200],
    ['GET', PATH, 500],
  ]);
});

test('a forged token makes no world', async () => {
  const sandbox = createSandbox({ storage: { directory } });
  const client = await clientOf(sandbox);
  for (const token of ['other.x', '../../etc.x', '.x']) {
    const answer = await client.call('GET', PATH, undefined, { Authorization: `Bearer ${token}` });
    expect(answer.status).toBe(401);
  }
  expect(readdirSync(directory)).toEqual(['default.db', 'in-use.lock']);
  sandbox.close();
});

test('on disk, records and sessions survive the end of the process', async () => {
  const before = createSandbox({ storage: { directory } });
  const client = await clientOf(before, 'admin+kept@sandbox.test');
  await rename(client, 'Kept');
  before.close();

  const after = createSandbox({ storage: { directory } });
  const again = await clientOf(after, 'colleague+kept@sandbox.test');
  expect(await read(again)).toMatchObject({ Title: 'Kept', UpdatedBy: 'admin+kept@sandbox.test' });
  after.close();
});

test('a session from before a restart still works', async () => {
  const before = createSandbox({ storage: { directory } });
  const form = new URLSearchParams({
    grant_type: 'password',
    username: 'admin@sandbox.test',
    password: 'coworking',
  });
  const url = 'http://localhost/api/token';
  const answer: unknown = await (await before.fetch(new Request(url, { method: 'POST', body: form }))).json();
  before.close();
  const after = createSandbox({ storage: { directory } });
  const headers = { Authorization: `Bearer ${String(record(answer)['access_token'])}` };
  const { status } = await after.fetch(new Request('http://localhost/api/content/courses', { headers }));
  expect(status).toBe(200);
  after.close();
});

test('a reset of everything deletes the databases and nothing else, and seeds afresh', async () => {
  const sandbox = createSandbox({ storage: { directory } });
  await rename(await clientOf(sandbox), 'Changed');
  await clientOf(sandbox, 'admin+one@sandbox.test');
  writeFileSync(join(directory, 'notes.txt'), 'mine');
  sandbox.reset();
  expect(readdirSync(directory)).toEqual(['in-use.lock', 'notes.txt']);
  expect(await read(await clientOf(sandbox))).toMatchObject({ Title: 'Welcome to Harbour House' });
  sandbox.close();
});

test('a reset of one world forgets its sessions, faults, options and log', async () => {
  const sandbox = createSandbox({ storage: 'memory' });
  const client = await clientOf(sandbox);
  await rename(client, 'Changed');
  await client.control('PATCH', '/options', { missingRoleStatus: 403 });
  await client.control('POST', '/faults', { fault: { status: 500 } });
  expect((await client.control('POST', '/reset')).status).toBe(204);
  expect((await client.control('GET', '/requests')).json).toEqual([]);
  expect((await client.control('GET', '/options')).json).toMatchObject({ missingRoleStatus: 401 });
  expect((await client.call('GET', PATH)).status).toBe(401);
  expect(await read(await client.signIn())).toMatchObject({ Title: 'Welcome to Harbour House' });
});

test.each([
  ['the end of its file', () => rmSync(join(directory, 'default.db'))],
  ['the end of its folder', () => rmSync(directory, { recursive: true })],
])('a running sandbox outlives %s: it goes on with fresh data', async (_what, happens) => {
  const terminal = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const running = createSandbox({ storage: { directory } });
  running.open();
  const client = await clientOf(running);
  await rename(client, 'Changed');
  happens();
  expect((await client.call('GET', PATH)).status).toBe(401);
  const again = await clientOf(running);
  expect(await read(again)).toMatchObject({ Title: 'Welcome to Harbour House' });
  await rename(again, 'Changed again');
  expect(await read(again)).toMatchObject({ Title: 'Changed again' });
  expect(terminal.mock.calls.join()).toContain('the world “default” was deleted while in use');
  // The lock is there again, too.
  expect(() => createSandbox({ storage: { directory } }).reset()).toThrow('in use');
  running.close();
});

test('a reset is refused while another sandbox uses the files, and changes nothing', async () => {
  const [one, two] = [0, 1].map(() => createSandbox({ storage: { directory } }));
  if (!one || !two) throw new Error('There are two.');
  const client = await clientOf(one);
  await rename(client, 'Changed');
  two.open();
  expect(() => two.reset()).toThrow(/^Nothing was reset: .* is in use\. Stop npm start first/);
  expect(await read(client)).toMatchObject({ Title: 'Changed' });
  one.close();
  two.reset();
  expect(await read(await clientOf(two))).toMatchObject({ Title: 'Welcome to Harbour House' });
  two.close();
});

test('two processes on the same files see each other’s changes', async () => {
  const [one, two] = [0, 1].map(() => createSandbox({ storage: { directory } }));
  if (!one || !two) throw new Error('There are two.');
  await rename(await clientOf(one), 'Changed');
  expect(await read(await clientOf(two))).toMatchObject({ Title: 'Changed' });
  one.close();
  two.close();
});

/** What a database file may have become. */
const damages: readonly [string, (file: string) => void][] = [
  ['no database', (file) => writeFileSync(file, 'not a database at all '.repeat(100))],
  [
    'a database with a hole',
    (file) => {
      const bytes = readFileSync(file);
      writeFileSync(file, bytes.fill(65, bytes.length / 2));
    },
  ],
  ['a folder', (file) => (rmSync(file), mkdirSync(file))],
  [
    'a database of another program',
    (file) => {
      rmSync(file);
      const other = new Database(file);
      other.exec('CREATE TABLE tokens (Refresh TEXT)');
      other.close();
    },
  ],
];

describe.each(damages)('data that is %s', (_what, damage) => {
  let file = '';
  beforeEach(() => {
    const before = createSandbox({ storage: { directory } });
    before.open();
    before.close();
    file = join(directory, 'default.db');
    damage(file);
  });

  test('is told at the start, with its file and what helps', () => {
    const sandbox = createSandbox({ storage: { directory } });
    expect(() => sandbox.open()).toThrow(DataError);
    expect(() => sandbox.open()).toThrow(file);
    expect(() => sandbox.open()).toThrow('npm start -- --reset');
  });

  test('is put right by a reset', async () => {
    const sandbox = createSandbox({ storage: { directory } });
    sandbox.reset();
    sandbox.open();
    expect(await read(await clientOf(sandbox))).toMatchObject({ Title: 'Welcome to Harbour House' });
    sandbox.close();
  });

  test('is told to callers without a stack, or a path of the machine', async () => {
    const terminal = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const sandbox = createSandbox({ storage: { directory } });
    const answer = await sandbox.fetch(new Request('http://localhost/api/content/courses'));
    expect([answer.status, await answer.json()]).toEqual([
      500,
      {
        Message: 'An error has occurred.',
        ExceptionMessage: 'The sandbox cannot use its data. Its terminal says more.',
      },
    ]);
    expect(terminal.mock.calls.join()).toContain('npm start -- --reset');
  });
});

test('a folder that cannot be made is told with the setting that names it', () => {
  writeFileSync(join(directory, 'file'), '');
  const sandbox = createSandbox({ storage: { directory: join(directory, 'file', 'below') } });
  expect(() => sandbox.open()).toThrow(DataError);
  expect(() => sandbox.open()).toThrow('SANDBOX_STORAGE');
  expect(() => sandbox.reset()).toThrow(DataError);
});
