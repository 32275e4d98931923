import { describe, expect, test } from 'vitest';
import { AWKWARD_SECTIONS, COURSES, ONBOARDING_SECTIONS } from './seed/ids.ts';
import { record, records, startSandbox, type TestClient } from './testClient.ts';

const ADMIN = 'admin@sandbox.test';
const PATH = '/content/coursesections';
const { welcome, gettingIn } = ONBOARDING_SECTIONS;

async function read(client: TestClient, id: number) {
  return record((await client.call('GET', `${PATH}/${id}`)).json);
}

test('an update replaces the record: what the body leaves out is cleared, the image stays', async () => {
  const { client } = await startSandbox();
  const before = await read(client, gettingIn);
  await client.call('PUT', PATH, {
    Id: gettingIn,
    CourseId: COURSES.memberOnboarding,
    Title: 'Doors',
    DisplayOrder: 2,
    UnlockAfterDays: 0,
  });
  expect(await read(client, gettingIn)).toMatchObject({
    Title: 'Doors',
    SectionContents: null,
    Active: false,
    UnlockType: 0,
    ImageFileName: 'front-door.jpg',
    UniqueId: before['UniqueId'],
    CreatedOn: before['CreatedOn'],
    UpdatedBy: ADMIN,
  });
});

test.each(Object.entries(AWKWARD_SECTIONS).filter(([name]) => !['nullTitle', 'emptyTitle'].includes(name)))(
  'the record “%s” is as it was when it is echoed',
  async (_name, id) => {
    const { client } = await startSandbox();
    const before = await read(client, id);
    const { status } = await client.call('PUT', PATH, { ...before, ClearImageFile: false });
    expect(status).toBe(200);
    const after = await read(client, id);
    expect(after).toEqual({ ...before, UpdatedOn: after['UpdatedOn'], UpdatedBy: ADMIN });
  },
);

test('an unknown property of a record is cleared unless it is sent back; a new one is ignored', async () => {
  const { client } = await startSandbox();
  const id = AWKWARD_SECTIONS.unknownProperty;
  const { CompletionRule, IsFeatured: _featured, ...rest } = await read(client, id);
  await client.call('PUT', PATH, { ...rest, CompletionRule, Surprise: 1 });
  const after = await read(client, id);
  expect(after['CompletionRule']).toEqual(CompletionRule);
  expect(after).not.toHaveProperty('IsFeatured');
  expect(after).not.toHaveProperty('Surprise');
});

test('read-only properties of a body are ignored', async () => {
  const { client } = await startSandbox();
  const before = await read(client, welcome);
  const stamps = { UniqueId: 'x', CreatedOn: 'x', UpdatedBy: 'x' };
  await client.call('PUT', PATH, {
    ...before,
    ...stamps,
    IsNew: true,
    ImageFileName: 'x.png',
    CourseTitle: 'x',
  });
  const after = await read(client, welcome);
  expect(after).toEqual({ ...before, UpdatedOn: after['UpdatedOn'], UpdatedBy: ADMIN });
});

test('a NUL character, a lone surrogate and five million characters are stored as they were sent', async () => {
  const { client } = await startSandbox();
  const before = await read(client, welcome);
  const SectionContents = `<p>\u0000\uD800 ${'é'.repeat(5_000_000)}</p>`;
  await client.call('PUT', PATH, { ...before, SectionContents });
  expect((await read(client, welcome))['SectionContents'] === SectionContents).toBe(true);
});

test('an image is stored by its file name, replaced, removed, and once not stored at all', async () => {
  const { client } = await startSandbox();
  const before = await read(client, welcome);
  const saved = async (image: Record<string, unknown>) => {
    await client.call('PUT', PATH, { ...before, ...image });
    return (await read(client, welcome))['ImageFileName'];
  };
  expect(await saved({ NewImageUrl: 'https://img.example/a%20b/cover%20art.JPG?w=1' })).toBe('cover art.JPG');
  expect(await saved({ NewImageUrl: null })).toBe('cover art.JPG');
  expect(await saved({ NewImageUrl: 'https://img.example/not-stored.png' })).toBe('cover art.JPG');
  expect(await saved({ ClearImageFile: true })).toBeNull();
  expect(await read(client, welcome)).toMatchObject({ NewImageUrl: null, ClearImageFile: null });
});

test('an unknown section is not found, and a body without Id is refused', async () => {
  const { client } = await startSandbox();
  const before = await read(client, welcome);
  const missing = await client.call('PUT', PATH, { ...before, Id: 5 });
  expect([missing.status, missing.json]).toEqual([404, 'Not found']);
  const withoutId = await client.call('PUT', PATH, { ...before, Id: null });
  expect([withoutId.status, record(withoutId.json)['Message']]).toEqual([400, 'Id: is a required field']);
});

test('a body that is no JSON object, or not called JSON, is refused', async () => {
  const { client } = await startSandbox();
  expect((await client.call('POST', PATH, [1])).status).toBe(400);
  const form = await client.raw('POST', `/api${PATH}`, { body: new URLSearchParams({ Title: 'x' }) });
  expect(form.status).toBe(415);
});

test('a world can answer whole records, and drop the Z of its dates', async () => {
  const { client } = await startSandbox();
  await client.control('PATCH', '/options', {
    valueIsRecord: true,
    timestampsWithoutZ: true,
  });
  const before = await read(client, AWKWARD_SECTIONS.script);
  expect(before['CreatedOn']).toMatch(/T\d\d:\d\d:\d\d$/);
  const { json } = await client.call('PUT', PATH, { ...before, Title: 'Safe now' });
  expect(record(json)['Value']).toMatchObject({
    Id: AWKWARD_SECTIONS.script,
    Title: 'Safe now',
    SectionContents: before['SectionContents'],
  });
});

test('a world can clean and change what it is sent, or ignore it, in any field', async () => {
  const { client } = await startSandbox();
  const ignoresFields = ['Active', 'UnlockAfterDays'];
  const setNormalisers = (normalisesFields: Record<string, string>) =>
    client.control('PATCH', '/options', { ignoresFields, normalisesFields });
  await setNormalisers({ Title: 'trimmed', SectionContents: 'withoutScripts' });
  const before = await read(client, AWKWARD_SECTIONS.script);
  const sent = { ...before, Title: '  Safe \n now ', Active: before['Active'] !== true, UnlockAfterDays: 9 };
  await client.call('PUT', PATH, sent);
  const after = await read(client, AWKWARD_SECTIONS.script);
  const { Active, UnlockAfterDays } = before;
  expect(after).toMatchObject({ Title: 'Safe now', Active, UnlockAfterDays });
  expect(after['SectionContents']).not.toMatch(/<script|onclick|onerror/);

  await setNormalisers({ Title: 'upperCase', SectionContents: 'wrapped' });
  await client.call('PUT', PATH, { ...after, SectionContents: '<p>Text</p>' });
  const wrapped = { Title: 'SAFE NOW', SectionContents: '<div class="content"><p>Text</p></div>' };
  expect(await read(client, AWKWARD_SECTIONS.script)).toMatchObject(wrapped);
  await client.call('PUT', PATH, await read(client, AWKWARD_SECTIONS.script));
  expect(await read(client, AWKWARD_SECTIONS.script)).toMatchObject(wrapped);

  const created = await client.call('POST', PATH, { ...after, Active: true, UnlockAfterDays: 9 });
  const { Id } = record(record(created.json)['Value']);
  expect(await read(client, Number(Id))).toMatchObject({ Active: false, UnlockAfterDays: null });
});

test('a world can number the sections of a course anew after each write', async () => {
  const { client } = await startSandbox();
  const CourseId = COURSES.memberOnboarding;
  const orders = async () => {
    const { json } = await client.control('GET', `/sections?courseId=${CourseId}`);
    return records(json).map((section) => [section['Id'], section['DisplayOrder']]);
  };
  await client.control('PATCH', '/options', { renumbers: true });
  const ids = (await orders()).map(([id]) => id);
  const untouched = await read(client, Number(ids[1]));

  await client.call('PUT', PATH, { ...(await read(client, welcome)), DisplayOrder: 70 });
  const rest = ids.filter((id) => id !== welcome);
  expect(await orders()).toEqual([[welcome, ids.length], ...rest.map((id, index) => [id, index + 1])]);
  const { UpdatedOn, UpdatedBy } = untouched;
  expect(await read(client, Number(ids[1]))).toMatchObject({ DisplayOrder: 1, UpdatedOn, UpdatedBy });

  await client.call('DELETE', `${PATH}/${Number(rest[0])}`);
  await client.call('POST', PATH, { ...untouched, Title: 'Last', DisplayOrder: 900 });
  const now = (await orders()).map(([, order]) => Number(order)).toSorted((left, right) => left - right);
  expect(now).toEqual(ids.map((_id, index) => index + 1));
});

describe('deletion', () => {
  test('a deleted section is gone, and its number is not used again', async () => {
    const { client } = await startSandbox();
    const highest = Number(records((await client.control('GET', '/sections')).json).at(-1)?.['Id']);
    const { status, json } = await client.call('DELETE', `${PATH}/${highest}`);
    expect(status).toBe(200);
    expect(json).toMatchObject({ Status: 200, WasSuccessful: true, Value: null, Errors: null });
    expect((await client.call('DELETE', `${PATH}/${highest}`)).status).toBe(404);
    const { Value } = record((await client.call('POST', PATH, await read(client, welcome))).json);
    expect(Value).toEqual({ Id: highest + 1 });
  });

  test('the lessons of a deleted section stay in the course', async () => {
    const { client } = await startSandbox();
    const lessons = async (query: string) => {
      const { json } = await client.call('GET', `/content/courselessons?size=200&${query}`);
      return Number(record(json)['TotalItems']);
    };
    const inCourse = await lessons(`CourseLesson_Course=${COURSES.memberOnboarding}`);
    expect(await lessons(`CourseLesson_Section=${welcome}`)).toBeGreaterThan(0);
    await client.call('DELETE', `${PATH}/${welcome}`);
    expect(await lessons(`CourseLesson_Section=${welcome}`)).toBe(0);
    expect(await lessons(`CourseLesson_Course=${COURSES.memberOnboarding}`)).toBe(inCourse);
  });

  test('a course may refuse to lose a section with lessons, as a 200 that was not successful', async () => {
    const { client } = await startSandbox();
    const path = `/content/courselessons?CourseLesson_Course=${COURSES.laserCutter}`;
    const [lesson] = records(record((await client.call('GET', path)).json)['Records']);
    const id = Number(lesson?.['SectionId']);
    const { status, json } = await client.call('DELETE', `${PATH}/${id}`);
    expect(status).toBe(200);
    expect(json).toMatchObject({ WasSuccessful: false });
    expect(record(json)['Message']).toContain('You must delete all');
    expect(await read(client, id)).toMatchObject({ CourseId: COURSES.laserCutter });
  });

  test('a world can answer a deletion without a body', async () => {
    const { client } = await startSandbox();
    await client.control('PATCH', '/options', { deleteAnswersEmpty: true });
    const { status, text } = await client.call('DELETE', `${PATH}/${welcome}`);
    expect([status, text]).toEqual([204, '']);
  });
});
