import { expect, test } from 'vitest';
import { COURSES } from './seed/ids.ts';
import { createSandbox } from './app.ts';
import { clientOf } from './testClient.ts';
import { DOCUMENTED_LIMITS, type ThrottleRule } from './throttle.ts';

const section = {
  CourseId: COURSES.podcastStudio,
  Title: 'Microphones',
  DisplayOrder: 1,
  UnlockType: 1,
  UnlockAfterDays: 0,
};

async function start(throttle: ThrottleRule | boolean) {
  let time = 1_000_000;
  const sandbox = createSandbox({ storage: 'memory', throttle, now: () => time });
  const client = await clientOf(sandbox);
  const wait = (ms: number) => {
    time += ms;
  };
  const read = async () => (await client.call('GET', '/content/courses?size=1')).status;
  const write = async () => (await client.call('POST', '/content/coursesections', section)).status;
  const repeat = async (count: number, call: () => Promise<number>) => {
    const statuses: number[] = [];
    for (let index = 0; index < count; index += 1) {
      statuses.push(await call());
      wait(100);
    }
    return [...new Set(statuses)];
  };
  return { sandbox, client, wait, read, write, repeat };
}

test('nothing is throttled unless it is asked for', async () => {
  const { client } = await start(false);
  const answers = await Promise.all(
    Array.from({ length: 150 }, () => client.call('GET', '/content/courses?size=1')),
  );
  expect(answers.every((answer) => answer.status === 200)).toBe(true);
});

test('two calls within 100 ms: the second is answered 409, empty, with Retry-After', async () => {
  const { client, wait, read } = await start(true);
  expect(await read()).toBe(200);
  wait(99);
  const { status, headers, text } = await client.call('GET', '/content/courses');
  expect([status, headers.get('Retry-After'), text]).toEqual([409, '1', '']);
  wait(1);
  expect(await read()).toBe(200);
});

test('120 calls a minute go through, and 60 writes; a throttled write is not carried out', async () => {
  const { client, wait, read, write, repeat } = await start(true);
  expect(await repeat(60, write)).toEqual([200]);
  expect(await write()).toBe(409);
  expect(await repeat(60, read)).toEqual([200]);
  expect(await read()).toBe(409);
  const stored = await client.control('GET', `/sections?courseId=${COURSES.podcastStudio}`);
  expect(stored.json).toHaveLength(60);
  wait(60_000);
  expect(await write()).toBe(200);
});

test('each account has its own allowance', async () => {
  const { sandbox, read } = await start(true);
  const other = await clientOf(sandbox, 'colleague@sandbox.test');
  expect(await read()).toBe(200);
  expect((await other.call('GET', '/content/courses')).status).toBe(200);
});

test('a world can be throttled by another rule while it runs', async () => {
  const { client, read } = await start(false);
  const rule = { perMinute: 1, minIntervalMs: 0, status: 429, retryAfter: null, body: 'Wait 2 seconds' };
  await client.control('PATCH', '/options', { throttle: rule });
  expect((await client.control('GET', '/options')).json).toMatchObject({
    throttle: { ...DOCUMENTED_LIMITS, ...rule },
  });
  expect(await read()).toBe(200);
  const { status, headers, text } = await client.call('GET', '/content/courses');
  expect([status, headers.get('Retry-After'), text]).toEqual([429, null, 'Wait 2 seconds']);
});
