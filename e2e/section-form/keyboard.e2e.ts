import type { Locator, Page } from '@playwright/test';
import { PASSWORD } from '../../sandbox/accounts';
import { COURSES, ONBOARDING_SECTIONS } from '../../sandbox/seed/ids';
import { expectCreated, newSectionPath } from '../support/created';
import { savedAt, sectionForm } from '../support/pages/sectionForm';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';
import { expectVisibleFocus, walkTo } from '../support/tabTo';

/** Replaces all of the focused text. */
async function retype(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

test('row 84: With the keyboard alone: signing in, creating, being refused, correcting, saving', async ({
  page,
  sandbox,
  allow,
}) => {
  allow.status(400);
  const form = sectionForm(page);
  await page.goto('/');
  await expect(page.getByLabel('Email')).toBeFocused();
  await page.keyboard.type(sandbox.userName());
  await page.keyboard.press('Tab');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { level: 1, name: 'Courses' })).toBeFocused();
  await walkTo(page, page.getByRole('link', { name: 'Member onboarding' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Member onboarding' })).toBeFocused();
  await walkTo(page, page.getByRole('link', { name: 'New section' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'New section' })).toBeFocused();

  await walkTo(page, form.title);
  await page.keyboard.type('Lost and found [fault:several-errors]');
  await walkTo(page, form.rule('Immediate'));
  await page.keyboard.press('ArrowUp');
  await expect(form.rule('Timed')).toBeChecked();
  await walkTo(page, form.days);
  await page.keyboard.type('3');
  await walkTo(page, form.active);
  await page.keyboard.press('Space');
  await expect(form.active).not.toBeChecked();
  await walkTo(page, form.create);
  await page.keyboard.press('Enter');

  const corrections: readonly [string, Locator, string][] = [
    ['Title is too vague', form.title, 'Lost and found'],
    ['Display order is already taken', form.order, '12'],
    ['Introduction holds a link that does not work', form.introduction, '<p>At the desk.</p>'],
  ];
  for (const [message] of corrections) await expect(form.summary).toContainText(message);
  for (const [message, control, text] of corrections) {
    await walkTo(
      page,
      form.summary.getByRole('link', { name: message }),
      message.startsWith('Title') ? 'Tab' : 'Shift+Tab',
    );
    await page.keyboard.press('Enter');
    await expect(control).toBeFocused();
    await expectVisibleFocus(control);
    await expect(control).toHaveAccessibleDescription(new RegExp(message));
    await retype(page, text);
    await expect(control).not.toHaveAttribute('aria-invalid');
  }
  await expect(form.summary).toHaveCount(0);
  await walkTo(page, form.create);
  await page.keyboard.press('Space');
  await expectCreated(page, COURSES.memberOnboarding, 'Lost and found');
  const bodies = (await sandbox.writes()).map(({ body }) => body);
  expect(bodies).toHaveLength(2);
  expect(bodies[1]).toMatchObject({ DisplayOrder: 12, UnlockType: 3, UnlockAfterDays: 3, Active: false });

  // On to the edit page of the new section.
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Edit section' })).toBeFocused();
  await walkTo(page, form.title);
  await retype(page, 'Lost [fault:two-errors-on-title]');
  await page.keyboard.press('Enter');
  await walkTo(page, form.summary.getByRole('link', { name: 'Title must not end with a number' }));
  await page.keyboard.press('Enter');
  await expect(form.title).toBeFocused();
  await retype(page, 'Lost property');
  await page.keyboard.press('Enter');
  await expect(form.status(savedAt)).toBeVisible();
  await expect(form.title).toBeFocused();
});

test('row 84: With the keyboard alone: the question about unsaved changes', async ({ page, sandbox }) => {
  const form = sectionForm(page);
  const dialog = page.getByRole('dialog', { name: 'Unsaved changes' });
  const cancel = page.getByRole('button', { name: 'Cancel' });
  await openAs(page, sandbox, `/sections/${ONBOARDING_SECTIONS.welcome}/edit`);
  await walkTo(page, form.title);
  await retype(page, 'Changed');
  await walkTo(page, cancel);

  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: 'Save and leave' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(cancel).toBeFocused();
  await expect(form.title).toHaveValue('Changed');

  await page.keyboard.press('Enter');
  await walkTo(page, dialog.getByRole('button', { name: 'Stay' }));
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(cancel).toBeFocused();

  await page.keyboard.press('Enter');
  await walkTo(page, dialog.getByRole('button', { name: 'Leave without saving' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Welcome to Harbour House' })).toBeFocused();
  expect(await sandbox.writes()).toEqual([]);
});

test('row 84: With the keyboard alone: the preview, the image and the way to the content', async ({
  page,
  sandbox,
}) => {
  const form = sectionForm(page);
  await openAs(page, sandbox, newSectionPath(COURSES.memberOnboarding));
  await expect(form.title).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await expect(page).toHaveURL(newSectionPath(COURSES.memberOnboarding));

  await walkTo(page, form.introduction);
  await page.keyboard.type('<p>Hello</p>');
  await walkTo(page, page.getByRole('tab', { name: 'HTML' }), 'Shift+Tab');
  await page.keyboard.press('ArrowRight');
  const preview = page.getByRole('tab', { name: 'Preview' });
  await expect(preview).toBeFocused();
  await expect(preview).toHaveAttribute('aria-selected', 'true');
  await expect(
    page.getByTitle('Preview of the introduction').contentFrame().getByText('Hello'),
  ).toBeVisible();

  await walkTo(page, form.image('No image'));
  await page.keyboard.press('ArrowDown');
  await expect(form.image('Image from a URL')).toBeChecked();
  await walkTo(page, form.imageUrl);
  await page.keyboard.type('https://images.example/door.png');
  await expect(page.getByRole('button', { name: 'Check image' })).toBeVisible();
  await walkTo(page, page.getByRole('button', { name: 'Check image' }));
});
