import { AWKWARD_SECTIONS, COURSES, ONBOARDING_SECTIONS } from '../../sandbox/seed/ids';
import { expectGoodLooks, type Stage, type State } from '../support/states';
import { expectAllRead, savedAt, sectionForm } from '../support/pages/sectionForm';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

const { welcome, firstWeek, gettingIn } = ONBOARDING_SECTIONS;
const editPath = (id: number) => `/sections/${id}/edit`;
const path = editPath(welcome);
const reads = { method: 'GET', path: `/content/coursesections/${welcome}`, times: 20 } as const;

async function saveTitle({ form }: Stage, title: string): Promise<void> {
  await form.title.fill(title);
  await form.save.click();
}

const states: readonly State[] = [
  {
    name: 'while it is loading',
    path,
    prepare: (sandbox) => sandbox.fail({ ...reads, fault: { hang: true } }),
    reach: ({ page }) => expect(page.getByText('Loading the section…')).toBeVisible(),
  },
  { name: 'row 83: when just opened', path, reach: ({ form }) => expect(form.title).toBeVisible() },
  {
    name: 'with an unknown unlock type',
    path: editPath(AWKWARD_SECTIONS.unlockType99),
    reach: ({ page }) => expect(page.getByText('Unknown unlock rule (99)')).toBeVisible(),
  },
  {
    name: 'with a title of 480 characters',
    path: editPath(AWKWARD_SECTIONS.longTitle),
    reach: ({ form }) => expect(form.title).toBeVisible(),
  },
  {
    name: 'in a course whose title is one long word',
    path,
    prepare: (sandbox) => sandbox.edit('courses', COURSES.memberOnboarding, { Title: 'W'.repeat(200) }),
    reach: ({ form }) => expect(form.title).toBeVisible(),
  },
  {
    name: 'with something wrong in every field',
    path: editPath(firstWeek),
    reach: async ({ form }) => {
      await form.title.fill('\u200b');
      await form.order.fill('first');
      await form.days.fill('');
      await form.image('Image from a URL').check();
      await expect(form.imageUrl).toBeVisible();
      await form.save.click();
      await expect(form.summary.getByRole('link')).toHaveCount(4);
    },
  },
  {
    name: 'refused by the server',
    path,
    allow: (allowed) => allowed.status(400),
    reach: async (stage) => {
      await saveTitle(stage, 'Tea [fault:several-errors]');
      await expect(stage.form.summary).toBeVisible();
    },
  },
  {
    name: 'refused for want of a role',
    path,
    account: 'no-edit',
    allow: (allowed) => allowed.status(401),
    reach: async (stage) => {
      await saveTitle(stage, 'Tea');
      await expect(stage.form.summary).toContainText('CourseSection-Edit');
    },
  },
  {
    name: 'saved, with something that the server changed',
    path: editPath(gettingIn),
    prepare: (sandbox) => sandbox.setOptions({ normalisesFields: { Title: 'trimmed' } }),
    reach: async (stage) => {
      await saveTitle(stage, 'In   and   out');
      await expect(stage.form.status(savedAt)).toBeVisible();
      await expect(stage.form.status('The server changed: Title.')).toBeVisible();
    },
  },
  {
    name: 'changed by a colleague at the same time',
    path,
    reach: async (stage) => {
      await expect(stage.form.title).toBeVisible();
      await stage.sandbox.edit('sections', welcome, { Title: 'By a colleague' });
      await saveTitle(stage, 'By me');
      await expect(stage.page.getByRole('radio', { name: 'Keep theirs' })).toBeVisible();
    },
  },
  {
    name: 'deleted by a colleague meanwhile',
    path,
    allow: (allowed) => allowed.status(404),
    reach: async (stage) => {
      await expect(stage.form.title).toBeVisible();
      await stage.sandbox.remove('sections', welcome);
      await saveTitle(stage, 'By me');
      await expect(stage.page.getByText('This section is gone')).toBeVisible();
    },
  },
  {
    name: 'when nobody knows whether it was saved',
    path,
    allow: (allowed) => allowed.status(500, 401),
    reach: async (stage) => {
      await stage.page.route('**/api/content/coursesections', async (route) => {
        await stage.sandbox.takeRoles('admin', ['CourseSection-Read']);
        await route.continue();
      });
      await saveTitle(stage, 'Tea [fault:500]');
      await expect(stage.page.getByText('We do not know whether your last save arrived')).toBeVisible();
    },
  },
  {
    name: 'when the server asks to wait',
    path,
    allow: (allowed) => allowed.status(429),
    prepare: (sandbox) =>
      sandbox.fail({ method: 'PUT', fault: { status: 429, headers: { 'Retry-After': '60' } } }),
    reach: async (stage) => {
      await saveTitle(stage, 'Tea');
      await expect(stage.page.getByText('Nexudus asked us to wait')).toBeVisible();
    },
  },
  {
    name: 'when the session has ended',
    path,
    allow: (allowed) => allowed.status(401),
    reach: async (stage) => {
      await expectAllRead(stage.form);
      await stage.sandbox.revokeTokens();
      await saveTitle(stage, 'Tea');
      await expect(stage.page.getByRole('dialog').getByLabel('Password')).toBeVisible();
    },
  },
  {
    name: 'asking about unsaved changes',
    path,
    reach: async ({ page, form }) => {
      await form.title.fill('Tea');
      await page.getByRole('button', { name: 'Cancel' }).click();
      await expect(page.getByRole('dialog', { name: 'Unsaved changes' })).toBeVisible();
    },
  },
  {
    name: 'with a preview that leaves something out',
    path: editPath(AWKWARD_SECTIONS.embed),
    reach: async ({ page }) => {
      await page.getByRole('tab', { name: 'Preview' }).click();
      await expect(page.getByText('Not shown in the preview: 1 embed')).toBeVisible();
    },
  },
  {
    name: 'when the account may not read it',
    path,
    account: 'no-read',
    allow: (allowed) => allowed.status(401),
    reach: ({ page }) => expect(page.getByRole('alert')).toContainText('CourseSection-Read'),
  },
  {
    name: 'row 40: when there is no such section',
    path: editPath(99_999_999),
    allow: (allowed) => allowed.status(404),
    reach: async ({ page }) => {
      await expect(page.getByRole('alert')).toContainText('There is no section 99999999');
      await expect(page.getByRole('link', { name: 'Go to the courses' })).toBeVisible();
    },
  },
  {
    name: 'when the server is broken',
    path,
    allow: (allowed) => allowed.status(500),
    prepare: (sandbox) => sandbox.fail({ ...reads, fault: { status: 500 } }),
    reach: ({ page }) => expect(page.getByRole('alert')).toContainText('Nexudus has a problem'),
  },
  {
    name: 'at an address without a page',
    path: '/sections/0/edit',
    reach: ({ page }) => expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible(),
  },
];

for (const state of states) {
  test(`The edit page looks right to all: ${state.name}`, async ({ page, sandbox, allow }) => {
    state.allow?.(allow);
    await state.prepare?.(sandbox);
    await openAs(page, sandbox, state.path, state.account);
    await state.reach({ page, sandbox, form: sectionForm(page) });
    await expectGoodLooks(page);
  });
}
