import { expect, test } from 'vitest';
import type { Lag } from './replica.ts';
import { COURSES, ONBOARDING_SECTIONS } from './seed/ids.ts';
import { record, records, startSandbox } from './testClient.ts';

const PATH = '/content/coursesections';
const { welcome, gettingIn } = ONBOARDING_SECTIONS;

/** A sandbox with a clock of its own, and what the tests look at. */
async function start() {
  let time = Date.parse('2026-01-01T09:00:00Z');
  const { client } = await startSandbox({ now: () => time });
  const get = async (id: number) => client.call('GET', `${PATH}/${id}`);
  const list = async () => {
    const { json } = await client.call('GET', `${PATH}?CourseSection_Course=${COURSES.memberOnboarding}`);
    return records(record(json)['Records']);
  };
  const stored = (await get(welcome)).json as Record<string, unknown>;
  return {
    client,
    list,
    get,
    pass: (ms: number) => {
      time += ms;
    },
    setLag: (lag: { readLag?: Lag; listLag?: Lag }) => client.control('PATCH', '/options', lag),
    save: (Title: string) => client.call('PUT', PATH, { ...stored, Title }),
    title: async () => record((await get(welcome)).json)['Title'],
    listedTitle: async () => (await list()).find(({ Id }) => Id === welcome)?.['Title'],
    batchTitle: async () =>
      records((await client.call('GET', `${PATH}/?id=[${welcome}]`)).json)[0]?.['Title'],
    before: stored,
  };
}

test('reads that are held show the state of that moment, stamps included, until they are released', async () => {
  const { get, save, setLag, title, batchTitle, listedTitle, before } = await start();
  await save('First');
  await setLag({ readLag: 'held' });
  const held = (await get(welcome)).json;
  await save('Second');
  await save('Third');
  expect((await get(welcome)).json).toEqual(held);
  expect([await batchTitle(), await listedTitle()]).toEqual(['First', 'Third']);
  await setLag({ readLag: 'held' });
  expect(await title()).toBe('Third');
  await save(String(before['Title']));
  await setLag({ readLag: 'none' });
  expect(await title()).toBe(before['Title']);
});

test('what is new is not there yet, and what was deleted still is', async () => {
  const { client, get, list, setLag, before } = await start();
  await setLag({ readLag: 'held', listLag: 'held' });
  const listed = await list();
  const { json } = await client.call('POST', PATH, { ...before, Title: 'New' });
  const id = Number(record(record(json)['Value'])['Id']);
  await client.call('DELETE', `${PATH}/${gettingIn}`);
  expect([(await get(id)).status, (await get(gettingIn)).status]).toEqual([404, 200]);
  expect(await list()).toEqual(listed);
  await setLag({ readLag: 'none', listLag: 'none' });
  expect([(await get(id)).status, (await get(gettingIn)).status]).toEqual([200, 404]);
  const ids = (await list()).map(({ Id }) => Id);
  expect([ids.includes(id), ids.includes(gettingIn)]).toEqual([true, false]);
});

test('answers show what was stored so many milliseconds ago', async () => {
  const { pass, save, setLag, title, listedTitle, before } = await start();
  await setLag({ readLag: { ms: 1000 }, listLag: { ms: 3000 } });
  const seen = async () => [await title(), await listedTitle()];
  await save('First');
  pass(600);
  await save('Second');
  expect(await seen()).toEqual([before['Title'], before['Title']]);
  pass(400);
  expect(await seen()).toEqual(['First', before['Title']]);
  pass(600);
  expect(await seen()).toEqual(['Second', before['Title']]);
  pass(2000);
  expect(await seen()).toEqual(['Second', 'Second']);
});

test('after each write so many answers about the section are old', async () => {
  const { save, setLag, title, batchTitle, get, listedTitle, before } = await start();
  await setLag({ readLag: { answers: 2 }, listLag: { answers: 1 } });
  await save('First');
  await get(gettingIn);
  expect([await title(), await batchTitle(), await title()]).toEqual([
    before['Title'],
    before['Title'],
    'First',
  ]);
  await save('Second');
  await save('Third');
  expect([await title(), await title(), await title()]).toEqual(['First', 'First', 'Third']);
  expect([await listedTitle(), await listedTitle()]).toEqual([before['Title'], 'Third']);
});

test('two servers can answer in turns, one of them held', async () => {
  const { save, setLag, title, before } = await start();
  await setLag({ readLag: 'turns' });
  await save('First');
  expect([await title(), await title(), await title()]).toEqual([before['Title'], 'First', before['Title']]);
  await save('Second');
  expect([await title(), await title()]).toEqual([before['Title'], 'Second']);
});

test('a reset ends every lag', async () => {
  const { client, save, setLag, title, before } = await start();
  await setLag({ readLag: 'held' });
  await save('First');
  await client.control('POST', '/reset');
  await client.signIn();
  await save('Second');
  expect([before['Title'], await title()]).toEqual([before['Title'], 'Second']);
});
