import type { Page } from '@playwright/test';
import { COURSES } from '../../sandbox/seed/ids';
import { expectCreated, newSectionPath, onlyWrite, plainBody, sectionsPath } from '../support/created';
import { holdCalls } from '../support/holdCalls';
import { sectionForm, type UnlockName } from '../support/pages/sectionForm';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

interface RuleCase {
  readonly rule: UnlockName;
  readonly days?: string;
  readonly sent: { readonly UnlockType: number; readonly UnlockAfterDays: number };
  readonly sentence: string;
}

const rules: readonly RuleCase[] = [
  { rule: 'Immediate', sent: { UnlockType: 1, UnlockAfterDays: 0 }, sentence: 'Available at once' },
  {
    rule: 'Sequential',
    sent: { UnlockType: 2, UnlockAfterDays: 0 },
    sentence: 'After “Becoming part of the community” is completed',
  },
  {
    rule: 'Timed',
    days: '14',
    sent: { UnlockType: 3, UnlockAfterDays: 14 },
    sentence: '14 days after enrolment',
  },
  {
    rule: 'Timed',
    days: '０',
    sent: { UnlockType: 3, UnlockAfterDays: 0 },
    sentence: '0 days after enrolment',
  },
];

for (const { rule, days, sent, sentence } of rules) {
  const title = `A ${rule.toLowerCase()} section${days ? ` after ${days} days` : ''} is created by one request`;
  test(title, async ({ page, sandbox }) => {
    const form = sectionForm(page);
    await openAs(page, sandbox, newSectionPath(COURSES.memberOnboarding));
    await form.title.fill('  Lost and found ');
    await form.rule(rule).check();
    if (days) await form.days.fill(days);
    else await expect(form.days).toHaveCount(0);
    await form.create.click();

    await expectCreated(page, COURSES.memberOnboarding, 'Lost and found');
    await expect(page.getByRole('listitem').filter({ hasText: 'Lost and found' })).toContainText(sentence);
    const write = await onlyWrite(sandbox);
    expect(write).toMatchObject({ method: 'POST', path: '/content/coursesections', status: 200 });
    expect(write?.body).toEqual({ ...plainBody, ...sent });
  });
}

test('row 71: Days that were typed before another rule was chosen are not sent', async ({
  page,
  sandbox,
}) => {
  const form = sectionForm(page);
  await openAs(page, sandbox, newSectionPath(COURSES.memberOnboarding));
  await form.title.fill('Lost and found');
  await form.rule('Timed').check();
  await form.days.fill('30');
  await form.rule('Immediate').check();
  await form.create.click();
  await expectCreated(page, COURSES.memberOnboarding, 'Lost and found');
  expect((await onlyWrite(sandbox))?.body).toEqual(plainBody);
});

test('Everything that was filled in is in the one request', async ({ page, sandbox }) => {
  const form = sectionForm(page);
  await openAs(page, sandbox, newSectionPath(COURSES.memberOnboarding));
  await form.title.fill('Lost and found');
  await form.order.fill(' －3 ');
  await form.active.uncheck();
  await form.introduction.fill('<p>Ask at the <b>desk</b>.</p>\n<p>Always.</p>');
  await form.image('Image from a URL').check();
  await form.imageUrl.fill('https://images.example/umbrella.png');
  await form.create.click();
  await expectCreated(page, COURSES.memberOnboarding, 'Lost and found');
  expect((await onlyWrite(sandbox))?.body).toEqual({
    ...plainBody,
    DisplayOrder: -3,
    Active: false,
    SectionContents: '<p>Ask at the <b>desk</b>.</p>\n<p>Always.</p>',
    NewImageUrl: 'https://images.example/umbrella.png',
  });
});

const impatience: readonly [string, (page: Page) => Promise<void>][] = [
  ['A double click', async (page) => sectionForm(page).create.dblclick()],
  [
    'Pressing Enter twice in the title',
    async (page) => {
      await sectionForm(page).title.press('Enter');
      await page.keyboard.press('Enter');
    },
  ],
  [
    'A click on each of the two buttons',
    async (page) => {
      await sectionForm(page).create.click();
      // The browser lets it be clicked: it only says that it is busy.
      await sectionForm(page).createAnother.dispatchEvent('click');
    },
  ],
];

for (const [what, act] of impatience) {
  test(`row 3: ${what} creates one section`, async ({ page, sandbox }) => {
    await openAs(page, sandbox, newSectionPath(COURSES.memberOnboarding));
    await sectionForm(page).title.fill('Lost and found');
    const call = await holdCalls(page, 'POST');
    await act(page);
    await call.arrived;
    call.release();
    await expectCreated(page, COURSES.memberOnboarding, 'Lost and found');
    expect((await onlyWrite(sandbox))?.body).toEqual(plainBody);
    expect(await sandbox.sectionsOf(COURSES.memberOnboarding)).toHaveLength(7);
  });
}

test('The new section has its row before the list is read again, also where the pointer is on the list', async ({
  page,
  sandbox,
}) => {
  const form = sectionForm(page);
  await openAs(page, sandbox, sectionsPath(COURSES.memberOnboarding));
  await page.getByRole('link', { name: 'Desks, phone booths and meeting rooms' }).hover();
  await page.getByRole('link', { name: 'New section' }).press('Enter');
  await form.title.fill('Lost and found');
  await expect(form.order).not.toHaveValue('');
  // The two looks before the write and the one after it, then the read of the list that is out of date.
  const held = await holdCalls(page, 'GET', { url: '**/content/coursesections?*', after: 3 });
  await form.title.press('Enter');
  await held.arrived;
  const list = page.getByRole('list', { name: 'Sections' });
  await expect(list.getByRole('listitem')).toHaveCount(7);
  await expect.poll(() => list.evaluate((element) => element.matches(':hover'))).toBe(true);
  await expectCreated(page, COURSES.memberOnboarding, 'Lost and found');
  held.release();
});

test('Nothing is created again while the next page is on its way', async ({ page, sandbox }) => {
  const form = sectionForm(page);
  await openAs(page, sandbox, newSectionPath(COURSES.memberOnboarding));
  await form.title.fill('Lost and found');
  const call = await holdCalls(page, 'POST');
  await form.create.click();
  await call.arrived;
  const nextPage = await holdCalls(page, 'GET', { url: '**/assets/*.js' });
  call.release();
  await nextPage.arrived;
  await form.create.dispatchEvent('click');
  await form.title.press('Enter');
  nextPage.release();
  await expectCreated(page, COURSES.memberOnboarding, 'Lost and found');
  expect(await sandbox.writes()).toHaveLength(1);
});

test('“New section” on the page of a course opens the form with that course', async ({ page, sandbox }) => {
  const form = sectionForm(page);
  await openAs(page, sandbox, sectionsPath(COURSES.hostTraining));
  await page.getByRole('link', { name: 'New section' }).click();
  await expect(page).toHaveURL(newSectionPath(COURSES.hostTraining));
  await expect(page.getByRole('heading', { level: 1, name: 'New section' })).toBeFocused();
  await expect(form.course).toHaveValue('Community host training');
  await expect(form.order).toHaveValue('9');
  await expect(form.rule('Immediate')).toBeChecked();
  await expect(form.active).toBeChecked();
  await expect(form.status('No changes')).toBeVisible();
  expect(await sandbox.writes()).toEqual([]);
});

test('The display order is suggested for the chosen course, until one is typed', async ({
  page,
  sandbox,
}) => {
  const form = sectionForm(page);
  const pick = async (title: string) => {
    await form.course.fill(title);
    await page.getByRole('option', { name: title }).click();
  };
  await openAs(page, sandbox, '/sections/new');
  await expect(form.order).toHaveValue('');
  await pick('Event hosting masterclass');
  await expect(form.order).toHaveValue('101');
  await pick('Podcast studio basics');
  await expect(form.order).toHaveValue('1');
  await pick('Fire safety and first aid');
  await expect(form.order).toHaveValue('1');
  await pick('Laser cutter induction');
  await expect(form.order).toHaveValue('4');
  await form.order.fill('2');
  await pick('Podcast studio basics');
  await expect(form.order).toHaveAccessibleDescription('The only section of this course.');
  await expect(form.order).toHaveValue('2');
});

test('An emptied display order is an error, and is not filled in again', async ({ page, sandbox }) => {
  const form = sectionForm(page);
  await openAs(page, sandbox, newSectionPath(COURSES.memberOnboarding));
  await form.title.fill('Lost and found');
  await form.order.fill('');
  await form.create.click();
  await expect(form.summary).toContainText('Enter the display order');
  await expect(form.order).toHaveValue('');
  await expect(form.status('Not saved')).toBeVisible();
  expect(await sandbox.writes()).toEqual([]);
});
