import { describe, expect, test } from 'vitest';
import { AWKWARD_SECTIONS, COURSES, ONBOARDING_SECTIONS } from './seed/ids.ts';
import { record, startSandbox, type TestClient } from './testClient.ts';
import { LONGEST_TITLE } from './validation.ts';

const PATH = '/content/coursesections';
const valid = {
  CourseId: COURSES.podcastStudio,
  Title: 'Microphones',
  DisplayOrder: 1,
  UnlockType: 1,
  UnlockAfterDays: 0,
  Active: true,
};

async function errorsOf(client: TestClient, body: Record<string, unknown>, method = 'POST') {
  const { status, json } = await client.call(method, PATH, body);
  const errors = record(json)['Errors'] as
    | { PropertyName: string; Message: string; AttemptedValue: unknown }[]
    | null;
  expect([status, record(json)['WasSuccessful']]).toEqual(errors === null ? [200, true] : [400, false]);
  return (errors ?? []).map((error) => `${error.PropertyName}: ${error.Message}`);
}

const NUMBER = 'is not a valid whole number';
const REQUIRED = 'is a required field';
const IMAGE = 'https://img.example/cover';

const cases: [property: string, value: unknown, error: string | null][] = [
  ['CourseId', null, `CourseId: ${REQUIRED}`],
  ['CourseId', '12345604', `CourseId: ${NUMBER}`],
  ['CourseId', 1.5, `CourseId: ${NUMBER}`],
  ['CourseId', 99, 'Course: could not be found'],
  ['Title', null, `Title: ${REQUIRED}`],
  ['Title', '', `Title: ${REQUIRED}`],
  ['Title', ' \t\u00a0', `Title: ${REQUIRED}`],
  ['Title', 5, 'Title: is not a valid text'],
  ['Title', 'x'.repeat(LONGEST_TITLE), null],
  ['Title', 'x'.repeat(LONGEST_TITLE + 1), `Title: must be at most ${LONGEST_TITLE} characters long`],
  ['DisplayOrder', null, `DisplayOrder: ${REQUIRED}`],
  ['DisplayOrder', '1', `DisplayOrder: ${NUMBER}`],
  ['DisplayOrder', 0.5, `DisplayOrder: ${NUMBER}`],
  ['DisplayOrder', 2_147_483_648, `DisplayOrder: ${NUMBER}`],
  ['DisplayOrder', -2_147_483_648, null],
  ['DisplayOrder', 0, null],
  ['UnlockType', null, `UnlockType: ${REQUIRED}`],
  ['UnlockType', 0, 'UnlockType: is not a valid unlock type'],
  ['UnlockType', 4, 'UnlockType: is not a valid unlock type'],
  ['UnlockType', 'Timed', `UnlockType: ${NUMBER}`],
  ['UnlockType', 3, null],
  ['UnlockAfterDays', null, `UnlockAfterDays: ${REQUIRED}`],
  ['UnlockAfterDays', -1, 'UnlockAfterDays: must be 0 or more'],
  ['UnlockAfterDays', '7', `UnlockAfterDays: ${NUMBER}`],
  ['UnlockAfterDays', 2_147_483_647, null],
  ['SectionContents', 7, 'SectionContents: is not a valid text'],
  ['SectionContents', null, null],
  ['Active', 'true', 'Active: is not a valid boolean'],
  ['Active', null, null],
  ['SystemId', 7, 'SystemId: is not a valid text'],
  ['NewImageUrl', 7, 'NewImageUrl: is not a valid text'],
  ['NewImageUrl', '', null],
  ['NewImageUrl', 'cover.png', 'NewImageUrl: is not a valid URL'],
  ['NewImageUrl', 'ftp://img.example/cover.png', 'NewImageUrl: is not a valid URL'],
  ['NewImageUrl', `${IMAGE}.svg`, 'NewImageUrl: must be a JPG, JPEG, PNG or GIF image'],
  ['NewImageUrl', `${IMAGE}?name=a.png`, 'NewImageUrl: must be a JPG, JPEG, PNG or GIF image'],
  ['NewImageUrl', `${IMAGE}.jpg`, null],
  ['NewImageUrl', `${IMAGE}.JPEG?w=5`, null],
  ['NewImageUrl', `${IMAGE}.gif`, null],
  ['NewImageUrl', 'https://img.example/too-large.png', 'NewImageUrl: must be at most 10 MB'],
  ['NewImageUrl', 'https://img.example/unreachable.png', 'NewImageUrl: could not be downloaded'],
  [
    'NewImageUrl',
    `https://img.example/${'x'.repeat(2048)}.png`,
    'NewImageUrl: must be at most 2048 characters long',
  ],
  ['ClearImageFile', 'yes', 'ClearImageFile: is not a valid boolean'],
  ['ClearImageFile', true, null],
];

describe('a new section', () => {
  test.each(cases)('with %s %j is answered %j', async (property, value, error) => {
    const { client } = await startSandbox();
    const errors = await errorsOf(client, { ...valid, [property]: value });
    expect(errors).toEqual(error === null ? [] : [error]);
  });

  test('that sets and removes its image at once is refused', async () => {
    const { client } = await startSandbox();
    const body = { ...valid, NewImageUrl: `${IMAGE}.png`, ClearImageFile: true };
    expect(await errorsOf(client, body)).toEqual(['ClearImageFile: cannot be combined with NewImageUrl']);
  });

  test('that breaks several rules is told all of them, each with the value that was tried', async () => {
    const { client } = await startSandbox();
    const { json } = await client.call('POST', PATH, { ...valid, Title: ' ', DisplayOrder: 'x', Active: 1 });
    expect(json).toEqual({
      Message: `Title: ${REQUIRED}, DisplayOrder: ${NUMBER}, Active: is not a valid boolean`,
      Value: null,
      Errors: [
        { AttemptedValue: ' ', Message: REQUIRED, PropertyName: 'Title' },
        { AttemptedValue: 'x', Message: NUMBER, PropertyName: 'DisplayOrder' },
        { AttemptedValue: 1, Message: 'is not a valid boolean', PropertyName: 'Active' },
      ],
      WasSuccessful: false,
    });
  });
});

const stored = async (client: TestClient, id: number) =>
  record((await client.call('GET', `${PATH}/${id}`)).json);

describe('a stored section', () => {
  test.each([
    ['UnlockType', AWKWARD_SECTIONS.unlockType99, 98],
    ['UnlockAfterDays', AWKWARD_SECTIONS.negativeDays, -4],
    ['Title', AWKWARD_SECTIONS.longTitle, 'y'.repeat(480)],
  ])('keeps an odd %s that nobody changes, but takes no other odd one', async (property, id, other) => {
    const { client } = await startSandbox();
    const before = await stored(client, id);
    expect(await errorsOf(client, before, 'PUT')).toEqual([]);
    expect(await errorsOf(client, { ...before, [property]: other }, 'PUT')).toHaveLength(1);
  });

  test('needs a title even if it never had one', async () => {
    const { client } = await startSandbox();
    const before = await stored(client, AWKWARD_SECTIONS.nullTitle);
    expect(await errorsOf(client, before, 'PUT')).toEqual([`Title: ${REQUIRED}`]);
  });
});

test('any property can be refused on request, in words of one’s own', async () => {
  const { client } = await startSandbox();
  const Title = 'x [refuse:DisplayOrder] [refuse:Active=is locked]';
  const body = { ...valid, Id: ONBOARDING_SECTIONS.welcome, Title };
  expect(await errorsOf(client, body, 'PUT')).toEqual([
    'DisplayOrder: was refused on request',
    'Active: is locked',
  ]);
});
