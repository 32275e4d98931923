import { COURSES, ONBOARDING_SECTIONS } from '../../sandbox/seed/ids';
import { rowOf } from '../support/pages/sectionList';
import { sectionForm } from '../support/pages/sectionForm';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

const doubt =
  '“Getting in and out” is inactive. Whether Nexudus skips it is not known, so members may never get here.';

test('a section that waits for an inactive one says so, in the list and while it is edited', async ({
  page,
  sandbox,
}) => {
  const form = sectionForm(page);
  await openAs(page, sandbox, `/courses/${COURSES.memberOnboarding}/sections`);
  const row = rowOf(page, 'Desks, phone booths and meeting rooms');
  await expect(row.getByText('After “Getting in and out” is completed', { exact: true })).toBeVisible();
  await expect(row.getByText(doubt)).toHaveCount(0);
  await page.getByRole('switch', { name: 'Active: Getting in and out' }).click();
  const short = row.getByText('“Getting in and out” is inactive: may never open');
  await expect(short).toBeVisible();
  await expect(row.getByTitle(doubt)).toContainText(doubt);
  await expect(row.getByText('After “Getting in and out” is completed', { exact: true })).toBeVisible();
  await expect.poll(async () => (await sandbox.writes()).length).toBe(1);

  await page.goto(`/sections/${ONBOARDING_SECTIONS.desksAndRooms}/edit`);
  await expect(form.order).toHaveAccessibleDescription(new RegExp(`${doubt}$`));
  await form.rule('Immediate').check();
  await expect(form.order).toHaveAccessibleDescription(/^Between “Getting in and out” and [^.]*\.$/);
});
