import { describe, expect, test } from 'vitest';
import type { ColleagueAct } from './colleague.ts';
import type { Fault } from './faults.ts';
import { COURSES, ONBOARDING_SECTIONS } from './seed/ids.ts';
import { SENTINELS } from './sentinels.ts';
import { record, records, startSandbox, type TestClient } from './testClient.ts';

const PATH = '/content/coursesections';
const named = (title: string) => ({
  CourseId: COURSES.podcastStudio,
  Title: title,
  DisplayOrder: 1,
  UnlockType: 1,
  UnlockAfterDays: 0,
});
const create = (client: TestClient, title: string) => client.call('POST', PATH, named(title));
const withFault = (client: TestClient, fault: Fault | string, title = 'x') => {
  const header = typeof fault === 'string' ? fault : JSON.stringify(fault);
  return client.call('POST', PATH, named(title), { 'X-Sandbox-Fault': header });
};

async function createdTitles(client: TestClient) {
  const { json } = await client.control('GET', `/sections?courseId=${COURSES.podcastStudio}`);
  return records(json).map((section) => section['Title']);
}

describe('a fault in a request header', () => {
  test('replaces the answer, and the call is not carried out', async () => {
    const { client } = await startSandbox();
    const fault = {
      status: 503,
      body: '<h1>Busy</h1>',
      contentType: 'text/html',
      headers: { 'Retry-After': '5' },
    };
    const { status, headers, text } = await withFault(client, fault);
    expect([status, headers.get('Retry-After'), headers.get('Content-Type'), text]).toEqual([
      503,
      '5',
      'text/html',
      '<h1>Busy</h1>',
    ]);
    expect(await createdTitles(client)).toEqual([]);
  });

  test('can carry the call out first', async () => {
    const { client } = await startSandbox();
    const { status, json } = await withFault(
      client,
      { status: 502, body: { Message: 'x' }, commit: true },
      'Kept',
    );
    expect([status, json]).toEqual([502, { Message: 'x' }]);
    expect(await createdTitles(client)).toEqual(['Kept']);
  });

  test('can lay properties over the real answer', async () => {
    const { client } = await startSandbox();
    const { json } = await withFault(client, { merge: { JavaScript: 'alert(1)' } });
    expect(json).toMatchObject({ WasSuccessful: true, JavaScript: 'alert(1)' });
  });

  test('can redirect', async () => {
    const { client } = await startSandbox();
    const { status, headers } = await withFault(client, { redirect: '/login' });
    expect([status, headers.get('Location')]).toEqual([302, '/login']);
  });

  test('can delay and trickle the real answer', async () => {
    const { client } = await startSandbox();
    const { status, json } = await withFault(client, { delayMs: 5, trickleMs: 1 });
    expect([status, record(json)['WasSuccessful']]).toEqual([200, true]);
  });

  test.each([
    ['before', []],
    ['afterCommit', ['x']],
  ] as const)('can cut the connection: %s', async (cut, titles) => {
    const { client } = await startSandbox();
    await expect(withFault(client, { cut })).rejects.toThrow('fetch failed');
    expect(await createdTitles(client)).toEqual(titles);
  });

  test('can cut the connection in the middle of the body', async () => {
    const { client } = await startSandbox();
    await expect(withFault(client, { cut: 'midBody' })).rejects.toThrow('terminated');
    expect(await createdTitles(client)).toEqual(['x']);
  });

  test('that can’t be read is said to be so, and nothing is carried out', async () => {
    const { client } = await startSandbox();
    for (const fault of ['{', '[]', '{"stauts":500}', '{"status":"500"}', '{"cut":"later"}']) {
      expect([fault, (await withFault(client, fault)).status]).toEqual([fault, 400]);
    }
    expect(await createdTitles(client)).toEqual([]);
  });

  test('that hangs ends when the sandbox closes', async () => {
    const { sandbox, client } = await startSandbox();
    const hanging = withFault(client, { hang: true });
    setTimeout(() => sandbox.close());
    await expect(hanging).rejects.toThrow('fetch failed');
  });
});

/** What an answer must show of a fault that answers at once. */
function promised(fault: Fault | undefined): Record<string, unknown> {
  const status = fault?.status ?? (fault?.redirect ? 302 : 200);
  if (fault?.merge) return { status, json: fault.merge };
  if (fault?.body === undefined) return { status };
  return { status, text: typeof fault.body === 'string' ? fault.body : JSON.stringify(fault.body) };
}

describe('a fault typed into a title', () => {
  const waiting = ['hang', 'slow', 'trickle'];
  const cutting = ['cut', 'cut-before', 'cut-mid-body'];
  const answering = Object.keys(SENTINELS).filter((name) => ![...waiting, ...cutting].includes(name));

  test.each(answering)('[fault:%s] answers what it promises', async (name) => {
    const { client } = await startSandbox();
    const fault = SENTINELS[name];
    const { status, text, json } = await create(client, `Try [fault:${name}]`);
    expect({ status, text, json }).toMatchObject(promised(fault));
    const isCarriedOut = fault?.commit === true || fault?.merge !== undefined;
    expect(await createdTitles(client)).toHaveLength(isCarriedOut ? 1 : 0);
  });

  test('every refusal tells about itself in the documented envelope', async () => {
    const { client } = await startSandbox();
    const { json } = await create(client, '[fault:two-errors-on-title]');
    expect(json).toEqual({
      Message: 'Title: is already used by another section, Title: must not end with a number',
      Value: null,
      Errors: [
        { AttemptedValue: null, Message: 'is already used by another section', PropertyName: 'Title' },
        { AttemptedValue: null, Message: 'must not end with a number', PropertyName: 'Title' },
      ],
      WasSuccessful: false,
    });
  });

  test('happens once with -once, and after the call is carried out with -after-commit', async () => {
    const { client } = await startSandbox();
    expect((await create(client, '[fault:409-once]')).status).toBe(409);
    expect((await create(client, '[fault:409-once]')).status).toBe(200);
    expect((await create(client, '[fault:500-after-commit-once]')).status).toBe(500);
    expect(await createdTitles(client)).toEqual(['[fault:409-once]', '[fault:500-after-commit-once]']);
  });

  test('works for updates too, and not for reads', async () => {
    const { client } = await startSandbox();
    const Id = ONBOARDING_SECTIONS.welcome;
    expect((await client.call('PUT', PATH, { ...named('[fault:500]'), Id })).status).toBe(500);
    await client.control('PATCH', `/sections/${Id}`, { Title: '[fault:500]' });
    expect((await client.call('GET', `${PATH}/${Id}`)).status).toBe(200);
  });

  test('that nobody knows is refused', async () => {
    const { client } = await startSandbox();
    const { status, json } = await create(client, '[fault:toString]');
    expect(status).toBe(200);
    expect(json).toMatchObject({ WasSuccessful: true });
    expect((await create(client, '[fault:no-such]')).status).toBe(400);
  });
});

describe('a queue of faults', () => {
  test('hits the next matching calls, so many times, after so many good ones', async () => {
    const { client } = await startSandbox();
    const entry = {
      method: 'GET',
      path: '/content/courses',
      times: 2,
      after: 1,
      fault: { status: 500, body: {} },
    };
    expect((await client.control('POST', '/faults', entry)).status).toBe(204);
    const courses = async () => (await client.call('GET', '/content/courses?size=1')).status;
    expect((await create(client, 'x')).status).toBe(200);
    expect((await client.call('GET', `${PATH}?size=1`)).status).toBe(200);
    expect([await courses(), await courses(), await courses(), await courses()]).toEqual([
      200, 500, 500, 200,
    ]);
  });

  test('can pick calls by a regular expression over path and query, sign-in included', async () => {
    const { client } = await startSandbox();
    const queue = (path: string) => client.control('POST', '/faults', { path, fault: { status: 500 } });
    await queue('^/content/coursesections/\\?id=\\[');
    await queue('/token');
    expect((await client.call('GET', `${PATH}/${ONBOARDING_SECTIONS.welcome}`)).status).toBe(200);
    expect((await client.call('GET', `${PATH}?CourseSection_Title=100%`)).status).toBe(200);
    expect((await client.call('GET', `${PATH}/?id=%5B1%5D`)).status).toBe(500);
    expect((await client.token({ grant_type: 'password', username: 'admin@sandbox.test' })).status).toBe(500);
  });

  test('can let a colleague act just before or just after a call', async () => {
    const { client } = await startSandbox();
    const { welcome, gettingIn } = ONBOARDING_SECTIONS;
    const title = async (id: number) => (await client.control('GET', `/sections/${id}`)).json;
    const read = async () => record((await client.call('GET', `${PATH}/${welcome}`)).json);
    const queue = (method: string, colleague: ColleagueAct) =>
      client.control('POST', '/faults', { method, path: PATH, fault: { colleague } });
    const mine = { ...(await read()), Title: 'Mine' };

    await queue('PUT', { when: 'before', edit: { Id: welcome, Title: 'Theirs' }, remove: gettingIn });
    await client.call('PUT', PATH, mine);
    expect(await title(welcome)).toMatchObject({ Title: 'Mine', UpdatedBy: 'admin@sandbox.test' });
    expect(await title(gettingIn)).toBe('Not found');

    await queue('PUT', { when: 'after', edit: { Id: welcome, Title: 'Theirs' } });
    const { json } = await client.call('PUT', PATH, mine);
    expect(json).toMatchObject({ WasSuccessful: true, UpdatedBy: 'admin@sandbox.test' });
    expect(await title(welcome)).toMatchObject({ Title: 'Theirs', UpdatedBy: 'colleague@sandbox.test' });

    await queue('GET', { when: 'after', edit: { Id: welcome, Title: 'Later' } });
    expect([(await read())['Title'], (await read())['Title']]).toEqual(['Theirs', 'Later']);

    await queue('POST', { when: 'after', create: named('Also new') });
    await create(client, 'New');
    expect(await createdTitles(client)).toEqual(['New', 'Also new']);
  });

  test('can be read and emptied, and refuses what it does not understand', async () => {
    const { client } = await startSandbox();
    await client.control('POST', '/faults', { fault: { status: 500 } });
    expect((await client.control('GET', '/faults')).json).toHaveLength(1);
    await client.control('DELETE', '/faults');
    expect((await create(client, 'x')).status).toBe(200);
    for (const entry of [
      { fault: { state: 1 } },
      { time: 1 },
      { times: -1 },
      { path: '^(', fault: {} },
      { path: 'x', fault: {} },
      { fault: { colleague: { remove: 1 } } },
      { fault: { colleague: { when: 'after', edit: { Title: 'x' } } } },
    ]) {
      expect([entry, (await client.control('POST', '/faults', entry)).status]).toEqual([entry, 400]);
    }
  });
});
