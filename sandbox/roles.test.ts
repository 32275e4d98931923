import { expect, test } from 'vitest';
import { ACCOUNTS, ROLES, type Role } from './accounts.ts';
import { COURSES, ONBOARDING_SECTIONS } from './seed/ids.ts';
import { clientOf, startSandbox, type TestClient } from './testClient.ts';

const SECTIONS = '/content/coursesections';
const section = {
  CourseId: COURSES.podcastStudio,
  Title: 'Microphones',
  DisplayOrder: 1,
  UnlockType: 1,
  UnlockAfterDays: 0,
};
const { welcome, gettingIn } = ONBOARDING_SECTIONS;

/** Calls that need each role. */
const CALLS: Record<Role, ((client: TestClient) => ReturnType<TestClient['call']>)[]> = {
  'CourseSection-List': [
    (client) => client.call('GET', SECTIONS),
    (client) => client.call('GET', `${SECTIONS}/`),
  ],
  'CourseSection-Read': [
    (client) => client.call('GET', `${SECTIONS}/${welcome}`),
    (client) => client.call('GET', `${SECTIONS}/?id=[${welcome}]`),
  ],
  'CourseSection-Create': [(client) => client.call('POST', SECTIONS, section)],
  'CourseSection-Edit': [(client) => client.call('PUT', SECTIONS, { ...section, Id: welcome })],
  'CourseSection-Delete': [(client) => client.call('DELETE', `${SECTIONS}/${gettingIn}`)],
  'Course-List': [(client) => client.call('GET', '/content/courses')],
  'Course-Read': [(client) => client.call('GET', `/content/courses/${COURSES.handbook}`)],
  'CourseLesson-List': [(client) => client.call('GET', '/content/courselessons')],
  'CourseMember-List': [(client) => client.call('GET', '/content/coursemembers')],
};

async function refusedRoles(client: TestClient): Promise<Role[]> {
  const refused: Role[] = [];
  for (const role of ROLES) {
    const answers = await Promise.all(CALLS[role].map((call) => call(client)));
    const statuses = new Set(answers.map((answer) => answer.status));
    if (statuses.has(401)) refused.push(role);
    expect([role, [...statuses]]).toEqual([role, [refused.includes(role) ? 401 : 200]]);
  }
  return refused;
}

const usable = ACCOUNTS.filter((account) => !account.needsCode && !account.mustResetPassword);

test.each(usable)('$name@sandbox.test lacks exactly the roles $lacks', async ({ userName, lacks }) => {
  const { sandbox } = await startSandbox();
  expect(await refusedRoles(await clientOf(sandbox, userName))).toEqual(lacks);
});

test('each of the five section roles is missing from an account of its own', () => {
  const single = ACCOUNTS.flatMap((account) => (account.lacks.length === 1 ? account.lacks : []));
  expect(single).toEqual(expect.arrayContaining(ROLES.filter((role) => role.startsWith('CourseSection-'))));
});

test('a missing role looks like a dead session, unless the world says 403', async () => {
  const { sandbox, client: admin } = await startSandbox();
  const client = await clientOf(sandbox, 'no-edit@sandbox.test');
  const save = () => client.call('PUT', SECTIONS, { ...section, Id: welcome });
  const withoutRole = await save();
  const withoutToken = await admin.call('GET', SECTIONS, undefined, { Authorization: 'Bearer nothing' });
  expect(withoutRole.json).toEqual(withoutToken.json);
  await admin.control('PATCH', '/options', { missingRoleStatus: 403 });
  expect(await save()).toMatchObject({ status: 403, json: { Message: 'Access Denied' } });
});

test('a role can be taken and given back while somebody works', async () => {
  const { client } = await startSandbox();
  await client.control('PUT', '/accounts/admin', { lacks: ['CourseSection-Edit'] });
  expect(await refusedRoles(client)).toEqual(['CourseSection-Edit']);
  await client.control('PUT', '/accounts/admin', { lacks: [] });
  expect((await client.call('PUT', SECTIONS, { ...section, Id: welcome })).status).toBe(200);
});

test('without a token nothing can be read', async () => {
  const { client } = await startSandbox();
  for (const header of ['', 'Bearer', 'Bearer default.x', 'Bearer ../x.y', 'Basic YWRtaW46eA==']) {
    const { status } = await client.call('GET', SECTIONS, undefined, { Authorization: header });
    expect([header, status]).toEqual([header, 401]);
  }
});
