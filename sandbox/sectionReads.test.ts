import { describe, expect, test } from 'vitest';
import { COURSES, ONBOARDING_SECTIONS } from './seed/ids.ts';
import { record, records, startSandbox, type TestClient } from './testClient.ts';

const PATH = '/content/coursesections';
const { welcome, gettingIn } = ONBOARDING_SECTIONS;

const idsOf = (json: unknown) => records(json).map((section) => section['Id']);

async function list(client: TestClient, query: string) {
  return record((await client.call('GET', `${PATH}?${query}`)).json);
}

describe('lists', () => {
  test('a list is paged as documented, 25 records a page unless asked otherwise', async () => {
    const { client } = await startSandbox();
    const { Records, ...paging } = await list(client, `CourseSection_Course=${COURSES.handbook}&page=2`);
    expect(Records).toHaveLength(15);
    expect(paging).toEqual({
      CurrentPage: 2,
      CurrentPageSize: 25,
      CurrentOrderField: 'Id',
      CurrentSortDirection: 1,
      FirstItem: 26,
      LastItem: 40,
      TotalItems: 40,
      TotalPages: 2,
      HasNextPage: false,
      HasPreviousPage: true,
    });
  });

  test('a page never holds more than 1000 records', async () => {
    const { client } = await startSandbox();
    await client.control('POST', '/sections/bulk', { count: 1100, CourseId: COURSES.podcastStudio });
    const page = await list(client, `size=5000&CourseSection_Course=${COURSES.podcastStudio}`);
    expect(page).toMatchObject({ CurrentPageSize: 1000, TotalItems: 1100, TotalPages: 2, HasNextPage: true });
  });

  test('a course without sections has an empty list', async () => {
    const { client } = await startSandbox();
    const page = await list(client, `CourseSection_Course=${COURSES.podcastStudio}`);
    expect(page).toMatchObject({ Records: [], TotalItems: 0, TotalPages: 0, FirstItem: 0, LastItem: 0 });
  });

  test('list records are partial, in each of the ways that are to be expected', async () => {
    const { client } = await startSandbox();
    const query = `CourseSection_Course=${COURSES.memberOnboarding}&size=1`;
    const first = async () => records((await list(client, query))['Records'])[0];
    expect(await first()).toMatchObject({ Id: welcome, SectionContents: null, UnlockType: 0 });
    await client.control('PATCH', '/options', { listGaps: 'null' });
    expect(await first()).toMatchObject({ SectionContents: null, UnlockType: null });
    await client.control('PATCH', '/options', { listGaps: 'absent' });
    expect(await first()).not.toHaveProperty('SectionContents');
    expect(await first()).not.toHaveProperty('UnlockType');
  });

  test('filters match as documented; a misspelt one is ignored in silence', async () => {
    const { client } = await startSandbox();
    const total = async (query: string) => (await list(client, query))['TotalItems'];
    const all = await total('');
    expect(all).toBeGreaterThan(100);
    expect(await total('CourseSection_CourseId=1')).toBe(all);
    expect(await total(`CourseSection_Course=${COURSES.memberOnboarding}`)).toBe(6);
    expect(await total('CourseSection_Course_Title=HANDBOOK')).toBe(40);
    expect(await total('CourseSection_Title=your%20first%20week')).toBe(1);
    expect(await total('CourseSection_SectionContents=Quay%20Street')).toBe(1);
    await client.control('PATCH', '/options', { ignoresFilters: true });
    expect(await total('CourseSection_Title=nothing')).toBe(all);
  });

  test('a list can be sorted by any property, both ways', async () => {
    const { client } = await startSandbox();
    const orders = async (dir: string) => {
      const query = `CourseSection_Course=${COURSES.eventHosting}&orderBy=DisplayOrder&dir=${dir}`;
      return records((await list(client, query))['Records']).map((section) => section['DisplayOrder']);
    };
    expect(await orders('1')).toEqual([-5, 10, 10, 20, 20, 35, 100]);
    expect(await orders('-1')).toEqual([100, 35, 20, 20, 10, 10, -5]);
  });

  test('an awkward stored record does not break the list', async () => {
    const { client } = await startSandbox();
    await client.control('PATCH', `/sections/${welcome}`, {
      Title: 7,
      DisplayOrder: '3',
      $omit: ['UnlockAfterDays', 'Active'],
    });
    const [first] = records(
      (await list(client, `CourseSection_Course=${COURSES.memberOnboarding}`))['Records'],
    );
    expect(first).toMatchObject({ Id: welcome, Title: 7, DisplayOrder: '3' });
    expect(first).not.toHaveProperty('Active');
  });
});

describe('several sections at once', () => {
  const ids = `?id=[${gettingIn},1,${welcome}]`;

  test('a batch is a bare array of full records without the ids that are not there', async () => {
    const { client } = await startSandbox();
    const { json } = await client.call('GET', `${PATH}/${ids}`);
    expect(records(json).map((section) => section['Id'])).toEqual([gettingIn, welcome]);
    expect(records(json)[1]).toEqual((await client.call('GET', `${PATH}/${welcome}`)).json);
    const encoded = await client.call('GET', `${PATH}/${encodeURI(ids)}`);
    expect(encoded.json).toEqual(json);
  });

  test('without the slash the ids are an unknown parameter: the whole list comes', async () => {
    const { client } = await startSandbox();
    const { json } = await client.call('GET', `${PATH}${ids}`);
    expect(record(json)['Records']).toHaveLength(25);
  });

  test('a world can answer a batch out of order, incomplete, as a list, or not at all', async () => {
    const { client } = await startSandbox();
    const answer = async (batch: string) => {
      await client.control('PATCH', '/options', { batch });
      return client.call('GET', `${PATH}/${ids}`);
    };
    expect(idsOf((await answer('unordered')).json)).toEqual([welcome, gettingIn]);
    expect(idsOf((await answer('incomplete')).json)).toEqual([welcome]);
    expect(record((await answer('list')).json)['Records']).toHaveLength(2);
    expect((await answer('refused')).status).toBe(400);
  });
});

describe('one section', () => {
  test.each(['5', '5x', '0', '-1', '99999999999999999999'])('“%s” is not found', async (id) => {
    const { client } = await startSandbox();
    const { status, json } = await client.call('GET', `${PATH}/${id}`);
    expect([status, json]).toEqual([404, 'Not found']);
  });
});
