import { COURSES } from '../../sandbox/seed/ids';
import { newSectionPath } from '../support/created';
import { deliverTwice } from '../support/deliverTwice';
import { expectGoodLooks, type Stage, type State } from '../support/states';
import { sectionForm } from '../support/pages/sectionForm';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

const path = newSectionPath(COURSES.memberOnboarding);
const lists = { method: 'GET', path: '/content/coursesections', times: 3 } as const;

async function refused({ form }: Stage, title: string): Promise<void> {
  await form.title.fill(title);
  await form.create.click();
  await expect(form.summary).toBeVisible();
}

const states: readonly State[] = [
  {
    name: 'while the course is loading',
    path,
    prepare: (sandbox) => sandbox.fail({ ...lists, fault: { hang: true } }),
    reach: ({ page }) => expect(page.getByText('Loading the course…')).toBeVisible(),
  },
  { name: 'row 83: when just opened', path, reach: ({ form }) => expect(form.title).toBeVisible() },
  {
    name: 'in a course whose title is one long word',
    path,
    prepare: (sandbox) => sandbox.edit('courses', COURSES.memberOnboarding, { Title: 'W'.repeat(200) }),
    reach: ({ page }) => expect(page.getByRole('link', { name: 'W'.repeat(200) })).toBeVisible(),
  },
  {
    name: 'with something wrong in every field',
    path: '/sections/new',
    reach: async ({ form }) => {
      await form.rule('Timed').check();
      await form.image('Image from a URL').check();
      await expect(form.imageUrl).toBeVisible();
      await form.create.click();
      await expect(form.summary.getByRole('link')).toHaveCount(5);
    },
  },
  {
    name: 'refused by the server for several fields',
    path,
    allow: (allowed) => allowed.status(400),
    reach: (stage) => refused(stage, 'Tea [fault:several-errors]'),
  },
  {
    name: 'refused in ten thousand characters without a space',
    path,
    allow: (allowed) => allowed.status(400),
    reach: (stage) => refused(stage, 'Tea [fault:long-message]'),
  },
  {
    name: 'refused with ten thousand messages',
    path,
    allow: (allowed) => allowed.status(400),
    reach: (stage) => refused(stage, 'Tea [fault:many-errors]'),
  },
  {
    name: 'refused from right to left',
    path,
    allow: (allowed) => allowed.status(400),
    reach: (stage) => refused(stage, 'Tea [fault:rtl-message]'),
  },
  {
    name: 'refused for want of a role',
    path,
    account: 'no-create',
    allow: (allowed) => allowed.status(401),
    reach: async (stage) => {
      await refused(stage, 'Tea');
      await expect(stage.form.summary).toContainText('CourseSection-Create');
    },
  },
  {
    name: 'with the course picker open',
    path: '/sections/new',
    reach: async ({ page, form }) => {
      await form.course.click();
      await expect(page.getByRole('option').first()).toBeVisible();
      await form.course.press('ArrowDown');
    },
  },
  {
    name: 'with a search that finds no course',
    path: '/sections/new',
    reach: async ({ form }) => {
      await form.course.fill('x'.repeat(80));
      await expect(form.status('No course matches')).toBeVisible();
    },
  },
  {
    name: 'with a course that cannot be searched',
    path: '/sections/new',
    account: 'no-course-list',
    allow: (allowed) => allowed.status(401),
    reach: ({ page }) => expect(page.getByText(/lacks the role Course-List/)).toBeVisible(),
  },
  {
    name: 'in a course that does not exist',
    path: newSectionPath(99_999_999),
    allow: (allowed) => allowed.status(404),
    reach: ({ page }) => expect(page.getByText(/There is no course with the number 99999999/)).toBeVisible(),
  },
  {
    name: 'when the course’s sections cannot be read',
    path,
    allow: (allowed) => allowed.status(500),
    prepare: (sandbox) => sandbox.fail({ ...lists, times: 20, fault: { status: 500 } }),
    reach: async ({ form }) => {
      await expect(form.title).toBeVisible();
      await expect(form.order).toHaveValue('');
    },
  },
  {
    name: 'with a preview of the introduction',
    path,
    reach: async ({ page, form }) => {
      await form.introduction.fill('<h2>Hello</h2><p><a href="https://a.example">Red</a></p>');
      await page.getByRole('tab', { name: 'Preview' }).click();
      await expect(page.getByText('Preview shown. Links do not open here.')).toBeVisible();
    },
  },
  {
    name: 'with an image that was looked at',
    path,
    allow: (allowed) => {
      allowed.origin('https://images.example');
      allowed.status(404);
    },
    reach: async ({ page, form }) => {
      await page.route('https://images.example/**', (route) => route.fulfill({ status: 404, body: '' }));
      await form.image('Image from a URL').check();
      await form.imageUrl.fill('https://images.example/door.webp');
      await page.getByRole('button', { name: 'Check image' }).click();
      await expect(form.status('No image could be loaded')).toBeVisible();
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
    name: 'after one was created, for another',
    path,
    reach: async ({ form }) => {
      await form.title.fill('Tea');
      await form.createAnother.click();
      await expect(form.status('Section created')).toBeVisible();
    },
  },
  {
    name: 'when the section was created twice',
    path,
    reach: async ({ page, sandbox, form }) => {
      await deliverTwice(page, sandbox);
      await form.title.fill('Tea');
      await form.create.click();
      await expect(page.getByText(/created twice/i).first()).toBeVisible();
    },
  },
];

for (const state of states) {
  test(`The create page looks right to all: ${state.name}`, async ({ page, sandbox, allow }) => {
    state.allow?.(allow);
    await state.prepare?.(sandbox);
    await openAs(page, sandbox, state.path, state.account);
    await state.reach({ page, sandbox, form: sectionForm(page) });
    await expectGoodLooks(page);
  });
}
