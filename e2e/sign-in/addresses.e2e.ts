import type { Page } from '@playwright/test';
import { PASSWORD } from '../../sandbox/accounts';
import { COURSES, ONBOARDING_SECTIONS } from '../../sandbox/seed/ids';
import { heading } from '../support/pages/heading';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

const email = (page: Page) => page.getByLabel('Email', { exact: true });
const password = (page: Page) => page.getByLabel('Password', { exact: true });
const stay = (page: Page) => page.getByRole('checkbox', { name: 'Stay signed in on this tab', exact: true });
const button = (page: Page) => page.getByRole('button', { name: 'Sign in', exact: true });

async function fill(page: Page, userName: string, word = PASSWORD): Promise<void> {
  await email(page).fill(userName);
  await password(page).fill(word);
}

test('whoever leaves “Stay signed in on this tab” as it is can reload and type addresses', async ({
  page,
  sandbox,
}) => {
  await page.goto('/sign-in');
  await fill(page, sandbox.userName());
  await button(page).click();
  await expect(page).toHaveURL('/courses');
  await page.reload();
  await expect(page.getByText(sandbox.userName())).toBeVisible();
  await page.goto(`/courses/${COURSES.memberOnboarding}/sections`);
  await expect(heading(page, 'Member onboarding')).toBeVisible();
  expect(await sandbox.requests('POST', '/token')).toHaveLength(1);
});

test('without “Stay signed in on this tab” a reload asks again, then goes on where it was', async ({
  page,
  sandbox,
}) => {
  await page.goto(`/courses/${COURSES.memberOnboarding}/sections`);
  await fill(page, sandbox.userName());
  await stay(page).uncheck();
  await button(page).click();
  await expect(heading(page, 'Member onboarding')).toBeVisible();
  await page.reload();
  await expect(heading(page, 'Sign in')).toBeVisible();
  await expect(page.getByText('Member onboarding')).toHaveCount(0);
  await fill(page, sandbox.userName());
  await button(page).click();
  await expect(heading(page, 'Member onboarding')).toBeVisible();
});

const deepLinks = [
  { path: `/sections/${ONBOARDING_SECTIONS.welcome}/edit`, name: 'Edit section' },
  { path: `/sections/new?courseId=${COURSES.memberOnboarding}`, name: 'New section' },
  { path: '/courses?search=laser', name: 'Courses' },
];
for (const { path, name } of deepLinks) {
  test(`row 102: a deep link to ${path} asks to sign in, then opens it`, async ({ page, sandbox }) => {
    await page.goto(path);
    await expect(heading(page, 'Sign in')).toBeVisible();
    expect(new URL(page.url()).searchParams.get('next')).toBe(path);
    await fill(page, sandbox.userName());
    await button(page).click();
    await expect(heading(page, name)).toBeVisible();
    await expect(page).toHaveURL(path);
  });
}

const hostile = [
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  'https://evil.example/',
  'javascript:alert(1)',
  '/%2f/evil.example',
  '/courses/..//evil.example',
  '/sign-in?next=//evil.example',
  '/api/token',
  '/preview.html',
  '',
];

test('row 24: `next` never leaves the app', async ({ page, sandbox }) => {
  await page.goto('/sign-in?next=//evil.example/courses');
  await fill(page, sandbox.userName());
  await button(page).click();
  await expect(page).toHaveURL('/courses');
  await openAs(page, sandbox, '/courses');
  for (const next of hostile) {
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
    await expect(page, next).toHaveURL('/courses');
    await expect(heading(page, 'Courses'), next).toBeVisible();
  }
});
