import { expect, test } from 'vitest';
import { COURSES, ONBOARDING_SECTIONS } from './seed/ids.ts';
import { record, records, startSandbox } from './testClient.ts';

test('courses are listed page by page, partial, and can be searched', async () => {
  const { client } = await startSandbox();
  const list = async (query: string) => record((await client.call('GET', `/content/courses?${query}`)).json);
  const first = await list('');
  expect(first).toMatchObject({ CurrentPageSize: 25, TotalPages: 2, HasNextPage: true });
  const [course] = records(first['Records']);
  expect(course).toMatchObject({
    Id: COURSES.memberOnboarding,
    Title: 'Member onboarding',
    BusinessName: 'Harbour House',
    GroupName: 'Getting started',
    Visibility: 1,
    Active: true,
  });
  expect(course).not.toHaveProperty('FullDescription');
  expect(records((await list('Course_Title=LASER'))['Records'])).toMatchObject([{ Id: COURSES.laserCutter }]);
  expect(await list('Course_Business=22220004&size=1')).toMatchObject({ TotalItems: 8 });
  expect((await list('Title=LASER'))['TotalItems']).toBe(first['TotalItems']);
});

test('one course is a whole record, without the sandbox’s own notes', async () => {
  const { client } = await startSandbox();
  const { json } = await client.call('GET', `/content/courses/${COURSES.memberOnboarding}`);
  expect(record(json)['FullDescription']).toContain('<p>');
  const laser = await client.call('GET', `/content/courses/${COURSES.laserCutter}`);
  expect(Object.keys(record(laser.json)).filter((name) => name.startsWith('$'))).toEqual([]);
  const missing = await client.call('GET', '/content/courses/1');
  expect([missing.status, missing.json]).toEqual([404, 'Not found']);
});

test('courses can’t be written', async () => {
  const { client } = await startSandbox();
  expect((await client.call('POST', '/content/courses', { Title: 'x' })).status).toBe(404);
  expect((await client.call('DELETE', `/content/courses/${COURSES.memberOnboarding}`)).status).toBe(404);
});

test('lessons are found by section and by course, without what lists leave out', async () => {
  const { client } = await startSandbox();
  const list = async (query: string) =>
    records(record((await client.call('GET', `/content/courselessons?size=200&${query}`)).json)['Records']);
  const bySection = await list(`CourseLesson_Section=${ONBOARDING_SECTIONS.welcome}`);
  expect(bySection).toHaveLength(3);
  for (const lesson of bySection) {
    expect(lesson).toMatchObject({
      SectionId: ONBOARDING_SECTIONS.welcome,
      CourseId: COURSES.memberOnboarding,
    });
    for (const name of ['LessonContents', 'UnlockType', 'CompletionType'])
      expect(lesson).not.toHaveProperty(name);
  }
  const byCourse = await list(`CourseLesson_Course=${COURSES.memberOnboarding}`);
  expect(byCourse.filter(({ SectionId }) => SectionId === null)).toHaveLength(2);
});

test('enrolments are found by course', async () => {
  const { client } = await startSandbox();
  const { json } = await client.call(
    'GET',
    `/content/coursemembers?CourseMember_Course=${COURSES.memberOnboarding}`,
  );
  const members = records(record(json)['Records']);
  expect(members).toHaveLength(4);
  expect(members[0]).toMatchObject({ CourseId: COURSES.memberOnboarding, CoworkerFullName: 'Amara Okafor' });
});

test('pages of other origins may call only where they are allowed to', async () => {
  const headers = { Origin: 'https://app.example' };
  const { client } = await startSandbox();
  expect(
    (await client.call('GET', '/content/courses', undefined, headers)).headers.get(
      'Access-Control-Allow-Origin',
    ),
  ).toBeNull();
  const open = (await startSandbox({ corsOrigins: ['https://app.example'] })).client;
  const { headers: allowed } = await open.call('GET', '/content/courses', undefined, headers);
  expect(allowed.get('Access-Control-Allow-Origin')).toBe('https://app.example');
  expect(allowed.get('Access-Control-Expose-Headers')).toBeNull();
});
