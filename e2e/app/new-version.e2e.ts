import { COURSES, ONBOARDING_SECTIONS } from '../../sandbox/seed/ids';
import { expectDraft } from '../support/drafts';
import { heading } from '../support/pages/heading';
import { savedAt, sectionForm } from '../support/pages/sectionForm';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

const { welcome } = ONBOARDING_SECTIONS;
const editPath = `/sections/${welcome}/edit`;
const pathOf = (courseId: number) => `/courses/${courseId}/sections`;

test('row 35: code that is gone from the server after an update is explained, and a reload helps', async ({
  page,
  sandbox,
  allow,
}) => {
  allow.status(404);
  await openAs(page, sandbox, pathOf(COURSES.memberOnboarding));
  await page.route('/assets/EditSectionPage*', (route) => route.fulfill({ status: 404, body: 'Not found' }));
  // The page reloads once by itself; what is asked for after that is left to the person. The page before may have asked
  // twice, at the press and at the click.
  const reloaded = page.waitForEvent('domcontentloaded');
  await page.getByRole('link', { name: 'Welcome to Harbour House' }).click();
  await reloaded;
  await expect(heading(page, 'A new version is out')).toBeVisible();
  await expect(page).toHaveURL(editPath);
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue('Welcome to Harbour House');
});

test.describe('a deployment while a page is open', () => {
  test('row 35: keeps the form, says that a new version is out, and still saves', async ({
    page,
    sandbox,
    allow,
  }) => {
    const form = sectionForm(page);
    allow.status(404);
    await openAs(page, sandbox, editPath);
    await form.title.fill('Older than the deployment');
    await expectDraft(page, ({ values }) => values['title'] === 'Older than the deployment');
    await page.route('**/assets/**', (route) => route.fulfill({ status: 404, body: 'gone' }));
    await page.route(/\/$/, (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: '<script type="module" crossorigin src="/assets/index-new.js"></script>',
      }),
    );
    await page.getByRole('tab', { name: 'Preview' }).click();
    await expect(page.getByText('A new version is out.', { exact: false })).toBeVisible();
    await expect(form.title).toHaveValue('Older than the deployment');
    await form.save.click();
    await expect(form.saveStatus).toHaveText(/^Saved at/);
    expect((await sandbox.read('sections', welcome)).Title).toBe('Older than the deployment');
  });

  test('asks before unsaved work is left, in the browser’s own way when it has to', async ({
    page,
    sandbox,
    allow,
  }) => {
    const form = sectionForm(page);
    allow.status(404);
    await page.route('**/assets/LeaveQuestion*', (route) => route.fulfill({ status: 404, body: 'gone' }));
    await openAs(page, sandbox, editPath);
    const questions: string[] = [];
    let mayLeave = false;
    page.on('dialog', (dialog) => {
      questions.push(dialog.message());
      return mayLeave ? dialog.accept() : dialog.dismiss();
    });
    await form.title.fill('Older than the deployment');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => questions).toHaveLength(1);
    await expect(form.title).toHaveValue('Older than the deployment');
    mayLeave = true;
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(page).toHaveURL(pathOf(COURSES.memberOnboarding));
    expect(questions).toHaveLength(2);
  });

  test('reloads a page without changes by itself, once', async ({ page, sandbox, allow }) => {
    allow.status(404);
    await openAs(page, sandbox, '/courses');
    await expect(page.getByRole('heading', { level: 1, name: 'Courses' })).toBeVisible();
    await page.route('**/assets/CreateSectionPage*', (route) => route.fulfill({ status: 404, body: 'gone' }));
    let loads = 0;
    page.on('request', (request) => {
      if (request.isNavigationRequest() && request.frame() === page.mainFrame()) loads += 1;
    });
    await page.goto(`/sections/new?courseId=${COURSES.memberOnboarding}`);
    await expect(page.getByRole('heading', { level: 1, name: 'A new version is out' })).toBeVisible();
    await expect.poll(() => loads).toBe(2);
    await expect(page.getByRole('button', { name: 'Reload' })).toBeVisible();
    expect(loads).toBe(2);
  });
});

test('a form whose later code does not come keeps what is typed, says so, and saves once it comes', async ({
  page,
  sandbox,
  allow,
}) => {
  const form = sectionForm(page);
  allow.networkErrors();
  allow.console(/A part of the app could not be loaded/);
  await page.route('**/assets/formExtras*.js*', (route) => route.abort());
  await openAs(page, sandbox, editPath);
  await form.title.fill('Typed without it');
  await form.save.click();
  await expect(form.summary).toContainText(
    'A part of the app could not be loaded: the connection failed, or a new version is out. Nothing was sent, and what you typed is still here.',
  );
  await expect(form.title).toHaveValue('Typed without it');
  expect(await sandbox.writes()).toEqual([]);

  await page.unrouteAll();
  const drafts = page.getByRole('alert').filter({ hasText: 'Keeping drafts could not be loaded' });
  await drafts.getByRole('button', { name: 'Try again' }).click();
  await expectDraft(page, ({ values }) => values['title'] === 'Typed without it');
  await form.save.click();
  await expect(form.status(savedAt)).toBeVisible();
  expect((await sandbox.read('sections', welcome)).Title).toBe('Typed without it');
});

test('what is pressed in a list and whose code does not come says so where it is seen', async ({
  page,
  sandbox,
  allow,
}) => {
  allow.networkErrors();
  await page.route(/assets\/List(?:Dialogs|Extras)/, (route) => route.abort());
  await openAs(page, sandbox, pathOf(COURSES.handbook));
  const choose = async (item: string) => {
    await page.getByRole('button', { name: 'More actions for Bicycles' }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  await choose('Rename');
  await expect(page.getByText('The box could not be loaded', { exact: false })).toBeVisible();
  await choose('Delete…');
  await expect(page.getByText('The dialog could not be loaded')).toBeInViewport();
});
