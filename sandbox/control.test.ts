import { expect, test } from 'vitest';
import { ACCOUNTS } from './accounts.ts';
import { COURSES, ONBOARDING_SECTIONS } from './seed/ids.ts';
import { record, records, startSandbox } from './testClient.ts';

const PATH = '/content/coursesections';
const { welcome } = ONBOARDING_SECTIONS;

test('the log tells each call, its exact body and its end, but no secret', async () => {
  const { client } = await startSandbox();
  const body = { Id: welcome, Title: '', CourseId: 1 };
  await client.control('DELETE', '/requests');
  await client.token({
    grant_type: 'password',
    username: 'admin@sandbox.test',
    password: 'hidden',
    totp: '1',
  });
  await client.call('PUT', PATH, body);
  await client.call('GET', `${PATH}?page=1&size=2`);
  const { json, text } = await client.control('GET', '/requests');
  expect(records(json)).toMatchObject([
    { method: 'POST', path: '/token', status: 400, userName: null },
    {
      method: 'PUT',
      path: PATH,
      search: '',
      body,
      status: 400,
      userName: 'admin@sandbox.test',
      hasFault: false,
    },
    { method: 'GET', path: PATH, search: '?page=1&size=2', body: null, status: 200 },
  ]);
  expect(records(json)[1]?.['headers']).toMatchObject({ 'content-type': 'application/json' });
  expect(text).not.toMatch(/hidden|bearer/i);
  const puts = await client.control('GET', '/requests?method=PUT');
  expect(puts.json).toHaveLength(1);
});

test('a colleague’s edit can be played', async () => {
  const { client } = await startSandbox();
  await client.control('PATCH', `/sections/${welcome}`, { Title: 'Changed' });
  const seen = record((await client.call('GET', `${PATH}/${welcome}`)).json);
  expect(seen).toMatchObject({ Title: 'Changed', DisplayOrder: 1, UpdatedBy: 'colleague@sandbox.test' });
  await client.control('PATCH', `/sections/${welcome}`, {
    UpdatedBy: 'someone@else.example',
    UpdatedOn: 'x',
  });
  const after = record((await client.call('GET', `${PATH}/${welcome}`)).json);
  expect(after).toMatchObject({ UpdatedBy: 'someone@else.example', UpdatedOn: 'x' });
});

test('records of any shape can be stored, shown and left out', async () => {
  const { client } = await startSandbox();
  const odd = { Title: 7, Active: 'true', CourseTitle: 'Other', Extra: [null], $omit: ['DisplayOrder'] };
  await client.control('PATCH', `/sections/${welcome}`, odd);
  const seen = record((await client.call('GET', `${PATH}/${welcome}`)).json);
  const { $omit: _names, ...shown } = odd;
  expect(seen).toMatchObject(shown);
  expect(seen).not.toHaveProperty('DisplayOrder');
  expect(seen).not.toHaveProperty('$omit');
});

test('records can be added and removed', async () => {
  const { client } = await startSandbox();
  const course = await client.control('POST', '/courses', { Title: 'Made by a test', Visibility: 1 });
  const CourseId = Number(record(course.json)['Id']);
  const section = await client.control('POST', '/sections', { CourseId, Title: 'One' });
  expect([course.status, section.status]).toEqual([201, 201]);
  const id = Number(record(section.json)['Id']);
  const seen = await client.call('GET', `${PATH}/${id}`);
  expect(seen.json).toMatchObject({
    Title: 'One',
    CourseTitle: 'Made by a test',
    Active: true,
    UnlockType: 1,
  });
  expect((await client.control('DELETE', `/sections/${id}`)).status).toBe(204);
  expect((await client.call('GET', `${PATH}/${id}`)).status).toBe(404);
  expect((await client.control('DELETE', `/courses/${CourseId}`)).status).toBe(204);
  expect((await client.call('GET', `/content/courses/${CourseId}`)).status).toBe(404);
});

test('many sections can be added at once', async () => {
  const { client } = await startSandbox();
  const CourseId = COURSES.podcastStudio;
  const { json } = await client.control('POST', '/sections/bulk', {
    count: 3,
    CourseId,
    Active: false,
    title: 'Part',
  });
  expect(record(json)['ids']).toHaveLength(3);
  const { json: stored } = await client.control('GET', `/sections?courseId=${CourseId}`);
  expect(records(stored)).toMatchObject([
    { Title: 'Part 1', DisplayOrder: 1, Active: false },
    { Title: 'Part 2', DisplayOrder: 2, Active: false },
    { Title: 'Part 3', DisplayOrder: 3, Active: false },
  ]);
});

test.each([
  ['PATCH', '/options', { tokenSecond: 1 }],
  ['PATCH', '/options', { batch: 'odd' }],
  ['PATCH', '/options', { throttle: { perMinutes: 1 } }],
  ['PATCH', '/options', { readLag: 'hold' }],
  ['PATCH', '/options', { listLag: { ms: 1, answers: 1 } }],
  ['PATCH', '/options', { ignoresFields: ['UpdatedOn'] }],
  ['PATCH', '/options', { normalisesFields: { Title: 'toString' } }],
  ['PUT', '/accounts/nobody', { lacks: [] }],
  ['PUT', '/accounts/admin', { lacks: ['CourseSection-Edti'] }],
  ['POST', '/tokens/revoke', { which: 'some' }],
  ['POST', '/sections/bulk', { count: 0 }],
  ['PATCH', '/options', ['x']],
])('%s %s refuses %j instead of doing nothing', async (method, path, body) => {
  const { client } = await startSandbox();
  expect((await client.control(method, path, body)).status).toBe(400);
});

test('a name that could leave the directory names no world', async () => {
  const { client } = await startSandbox();
  expect((await client.control('GET', '/options', undefined, '..%2Fx')).status).toBe(400);
});

test('neither another machine nor a page of another origin reaches the control path', async () => {
  const { client } = await startSandbox();
  const status = async (headers: Record<string, string>) =>
    (await client.raw('GET', '/__sandbox__/worlds/default/options', { headers })).status;
  expect(await status({ Host: 'localhost:5173' })).toBe(200);
  expect(await status({ Host: '127.0.0.1:4173', Origin: 'http://127.0.0.1:4173' })).toBe(200);
  expect(await status({ Host: '192.168.1.7:5173' })).toBe(403);
  expect(await status({ Host: 'localhost.evil.example' })).toBe(403);
  expect(await status({ Host: 'localhost:5173', Origin: 'https://evil.example' })).toBe(403);
  expect(await status({ Host: 'localhost:5173', Origin: 'null' })).toBe(403);
});

test('the accounts and the faults can be looked up', async () => {
  const { client } = await startSandbox();
  const { json } = await client.raw('GET', '/__sandbox__');
  expect(record(json)['accounts']).toHaveLength(ACCOUNTS.length);
  expect(record(json)['titleFaults']).toContain('two-errors-on-title');
});
