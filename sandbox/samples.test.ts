import { expect, test } from 'vitest';
import * as documented from './fixtures/documented.ts';
import { AWKWARD_SECTIONS, COURSES, ONBOARDING_SECTIONS } from './seed/ids.ts';
import { record, startSandbox } from './testClient.ts';

const PATH = '/content/coursesections';
const newSection = {
  CourseId: COURSES.podcastStudio,
  Title: 'Microphones',
  DisplayOrder: 1,
  UnlockType: 1,
  UnlockAfterDays: 0,
};

/** Null in a sample says nothing about the type. */
function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function expectSameShape(answer: unknown, sample: object): void {
  expect(Object.keys(record(answer))).toEqual(Object.keys(sample));
  for (const [name, value] of Object.entries(sample)) {
    expect([name, kindOf(record(answer)[name])]).toEqual([name, kindOf(value)]);
  }
}

const STAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

test('a created section is answered as documented, in every property', async () => {
  const { client } = await startSandbox();
  const { status, json } = await client.call('POST', PATH, newSection);
  expect(status).toBe(200);
  expectSameShape(json, documented.created);
  const { Value, UpdatedOn, UpdatedBy: _by, ...fixed } = documented.created;
  expect(json).toMatchObject(fixed);
  expect(Object.keys(record(record(json)['Value']))).toEqual(Object.keys(Value));
  for (const stamp of [UpdatedOn, record(json)['UpdatedOn']]) expect(stamp).toMatch(STAMP);
  expect(record(json)['UpdatedBy']).toBe('admin@sandbox.test');
});

test('a section without a title is refused with exactly the documented answer', async () => {
  const { client } = await startSandbox();
  const { Title: _title, ...untitled } = newSection;
  const created = await client.call('POST', PATH, untitled);
  expect([created.status, created.json]).toEqual([400, documented.createRefused]);
  const updated = await client.call('PUT', PATH, { ...untitled, Id: ONBOARDING_SECTIONS.welcome });
  expect([updated.status, updated.json]).toEqual([400, documented.updateRefused]);
});

test('an updated section is answered as documented, in every property', async () => {
  const { client } = await startSandbox();
  const { status, json } = await client.call('PUT', PATH, { ...newSection, Id: ONBOARDING_SECTIONS.welcome });
  expect(status).toBe(200);
  expectSameShape(json, documented.updated);
  expect(record(json)['Message']).toBe(documented.updated.Message);
  expect(record(json)['Value']).toEqual({ Id: ONBOARDING_SECTIONS.welcome });
});

test('one section has the documented properties in the documented order, with the documented types', async () => {
  const { client } = await startSandbox();
  const { json } = await client.call('GET', `${PATH}/${ONBOARDING_SECTIONS.gettingIn}`);
  expect(Object.keys(record(json))).toEqual(Object.keys(documented.record));
  expect(Object.keys(record(json))).toEqual(
    expect.arrayContaining(Object.keys(documented.recordPlaceholder)),
  );
  for (const [name, type] of Object.entries(documented.getTypes)) {
    const allowed = type === 'integer' ? ['number'] : [type, 'null'];
    expect([name, allowed.includes(kindOf(record(json)[name]))]).toEqual([name, true]);
  }
  expect(record(json)['UniqueId']).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
});

test('a record with nothing in it looks like the documented sample', async () => {
  const { client } = await startSandbox();
  const id = AWKWARD_SECTIONS.unlockType0;
  const { CourseTitle: _course, ToStringText: _text, Id: _id, ...bare } = documented.record;
  await client.control('PATCH', `/sections/${id}`, bare);
  const { json } = await client.call('GET', `${PATH}/${id}`);
  expect(json).toEqual({ ...documented.record, Id: id, ToStringText: '' });
});

test('every property that the create page calls required is required, and no other', async () => {
  const { client } = await startSandbox();
  for (const [name, { isRequired }] of Object.entries(documented.createFields)) {
    const body = Object.fromEntries(Object.entries(newSection).filter(([property]) => property !== name));
    const { status, json } = await client.call('POST', PATH, body);
    const message = isRequired ? `${name}: is a required field` : 'CourseSection was successfully created.';
    expect([status, record(json)['Message']]).toEqual([isRequired ? 400 : 200, message]);
  }
});

test('the properties of the update page’s body are enough for an update', async () => {
  const { client } = await startSandbox();
  const { UnlockType: _rule, ...body } = { ...newSection, Id: ONBOARDING_SECTIONS.welcome };
  expect(Object.keys(body).sort()).toEqual(Object.keys(documented.updateBody).sort());
  expect((await client.call('PUT', PATH, body)).status).toBe(200);
});

test('the placeholder body of the create page is refused, field by field', async () => {
  const { client } = await startSandbox();
  const { status, json } = await client.call('POST', PATH, documented.createBody);
  expect(status).toBe(400);
  const errors = record(json)['Errors'] as { PropertyName: string }[];
  expect(errors.map((error) => error.PropertyName)).toEqual(['Course', 'Title', 'UnlockType']);
});
