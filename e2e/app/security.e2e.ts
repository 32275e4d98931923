import { PASSWORD } from '../../sandbox/accounts';
import { COURSES, ONBOARDING_SECTIONS } from '../../sandbox/seed/ids';
import { apiHeaders, securityHeaders } from '../../server/securityHeaders';
import { heading } from '../support/pages/heading';
import { SandboxWorld } from '../support/sandbox';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

const editPath = `/sections/${ONBOARDING_SECTIONS.welcome}/edit`;
const sectionsPath = `/courses/${COURSES.memberOnboarding}/sections`;

test('row 99: every kind of answer carries the headers that it is deployed with', async ({ request }) => {
  const script = /"(\/assets\/[^"]+\.js)"/.exec(await (await request.get('/')).text())?.[1] ?? '';
  const kinds = {
    '/': 200,
    '/index.html': 200,
    '/sign-in?next=/courses': 200,
    '/courses': 200,
    [editPath]: 200,
    '/no/such/page': 200,
    '/preview.html': 200,
    '/config.json': 200,
    '/favicon.svg': 200,
    [script]: 200,
    '/assets/none-00000000.js': 404,
    '/assets/': 404,
    '/assets': 200,
  };
  for (const [path, status] of Object.entries(kinds)) {
    const answer = await request.get(path);
    expect.soft(answer.status(), path).toBe(status);
    for (const [name, value] of Object.entries(securityHeaders(path.replace(/\?.*/, '')))) {
      expect.soft(answer.headers()[name.toLowerCase()], `${path} ${name}`).toBe(value);
    }
    const type = answer.headers()['content-type'] ?? '';
    if (type.includes('html')) {
      expect.soft(answer.headers()['content-security-policy'], path).toContain("default-src 'none'");
    }
    if (status === 404) expect.soft(type, path).toContain('text/plain');
  }
  const policy = (await request.get('/courses')).headers();
  expect(policy['content-security-policy']).toMatch(/script-src 'self';.*frame-ancestors 'none'/);
  expect(policy['content-security-policy']).toContain("require-trusted-types-for 'script'");
  expect(policy['content-security-policy']).not.toMatch(/unsafe-|\*/);
  expect(policy['x-frame-options']).toBe('DENY');
});

test('an answer of the API that is opened as a page runs nothing, and has nothing of the app in reach', async ({
  page,
  request,
  allow,
}) => {
  allow.console(/^Blocked script execution/);
  const path = `/content/page-${crypto.randomUUID()}`;
  const body = `<title>Still</title><p>Data</p><script>document.title = 'Ran ' + self.origin</script>`;
  // Whoever opens an address sends no token, and is in the world of those that nobody knows.
  await new SandboxWorld(request, 'default').fail({
    path,
    fault: { status: 200, contentType: 'text/html', body },
  });
  const opened = await page.goto(`/api${path}`);
  for (const [name, value] of Object.entries(apiHeaders)) {
    expect.soft(opened?.headers()[name.toLowerCase()], name).toBe(value);
  }
  await expect(page.getByText('Data', { exact: true })).toBeVisible();
  expect([await page.title(), await page.evaluate(() => self.origin)]).toEqual(['Still', 'null']);
});

test('row 96: no page asks anything of another origin, or tells the token to any address', async ({
  page,
  sandbox,
}) => {
  const seen: { url: string; referrer: string | undefined }[] = [];
  page.on('request', (request) => seen.push({ url: request.url(), referrer: request.headers()['referer'] }));
  await page.goto('/sign-in');
  await expect(heading(page, 'Sign in')).toBeVisible();
  await openAs(page, sandbox, '/courses');
  for (const [path, name] of [
    ['/courses', 'Courses'],
    [sectionsPath, 'Member onboarding'],
    [editPath, 'Edit section'],
    [`/sections/new?courseId=${COURSES.memberOnboarding}`, 'New section'],
  ] as const) {
    await page.goto(path);
    await expect(heading(page, name)).toBeVisible();
  }
  const origin = new URL(page.url()).origin;
  expect(seen.filter(({ url }) => !url.startsWith(`${origin}/`) && !url.startsWith('data:'))).toEqual([]);
  expect(seen.filter(({ referrer }) => referrer)).toEqual([]);
  const token = await page.evaluate(() => sessionStorage.getItem('nexudus-sections.session') ?? '');
  const { accessToken } = JSON.parse(token) as { accessToken: string };
  expect(seen.filter(({ url }) => decodeURIComponent(url).includes(accessToken))).toEqual([]);
  expect(seen.filter(({ url }) => url.includes('/api/')).length).toBeGreaterThan(4);
});

const configs: readonly { title: string; answer: { status?: number; body: string }; says: RegExp }[] = [
  { title: 'broken', answer: { body: '{"apiBaseUrl": ' }, says: /config\.json: it is not valid JSON/ },
  { title: 'not an object', answer: { body: '["/api"]' }, says: /config\.json: expected an object/ },
  { title: 'misspelt', answer: { body: '{"apiBaseURL": "/api"}' }, says: /unknown setting “apiBaseURL”/ },
  { title: 'of a wrong type', answer: { body: '{"apiBaseUrl": 7}' }, says: /apiBaseUrl must be text/ },
  {
    title: 'an attack',
    answer: { body: '{"apiBaseUrl": "javascript:alert(1)"}' },
    says: /must be a path such as \/api/,
  },
  {
    title: 'markup',
    answer: { body: '{"<img src=x onerror=alert(1)>": 1}' },
    says: /“<img src=x onerror=alert\(1\)>”/,
  },
  { title: 'refused', answer: { status: 503, body: '' }, says: /the server answered 503/ },
];
for (const { title, answer, says } of configs) {
  test(`settings that are ${title} are said on the page, and nothing is asked`, async ({
    page,
    sandbox,
    allow,
  }) => {
    allow.status(503);
    await page.route('/config.json', (route) => route.fulfill(answer));
    await openAs(page, sandbox, '/courses');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/could not start|not set up correctly/);
    await expect(page.getByRole('main')).toContainText(says);
    expect(await sandbox.requests('GET')).toEqual([]);
  });
}

test('settings that are not there mean the defaults', async ({ page, sandbox, allow }) => {
  allow.status(404);
  await page.route('/config.json', (route) => route.fulfill({ status: 404 }));
  await openAs(page, sandbox, '/courses');
  await expect(page.getByRole('link', { name: 'Member onboarding' })).toBeVisible();
});

test('row 89: another site cannot put the app or the preview into a frame', async ({
  page,
  baseURL,
  allow,
}) => {
  allow.origin('https://frames.example');
  allow.networkErrors();
  allow.console(/frame-ancestors|X-Frame-Options|Refused to (display|frame)/);
  allow.violation(/^frame-ancestors/);
  const frames = ['/courses', '/sign-in', '/preview.html'].map(
    (path) => `<iframe src="${baseURL}${path}"></iframe>`,
  );
  await page.route('https://frames.example/', (route) =>
    route.fulfill({ contentType: 'text/html', body: frames.join('') }),
  );
  await page.goto('https://frames.example/');
  await expect
    .poll(() =>
      page
        .frames()
        .slice(1)
        .map((frame) => frame.url()),
    )
    .toEqual(frames.map(() => 'chrome-error://chromewebdata/'));
});

test('row 73, 75: the app works where storage and cookies are switched off', async ({
  page,
  context,
  sandbox,
}) => {
  await page.addInitScript(() => {
    for (const name of ['sessionStorage', 'localStorage', 'indexedDB']) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('Access is denied for this document.', 'SecurityError');
        },
      });
    }
    Object.defineProperty(Document.prototype, 'cookie', {
      get() {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      },
      set() {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      },
    });
  });
  await page.goto(editPath);
  await page.getByLabel('Email').fill(sandbox.userName());
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByLabel('Title', { exact: true }).fill('Saved without storage');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByRole('status').filter({ hasText: /^Saved at/ })).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(heading(page, 'Sign in')).toBeVisible();
  expect(await context.cookies()).toEqual([]);
});
