import { pauseClock } from '../support/clock';
import { holdCalls } from '../support/holdCalls';
import { savedAt, sectionForm, watchSaveStatus } from '../support/pages/sectionForm';
import { STORED_SECTION } from '../support/pages/sectionPages';
import { expect, test } from '../support/test';

test('the state of the form is one true phrase after the other', async ({ page, sandbox }) => {
  const form = sectionForm(page);
  await page.clock.install();
  await STORED_SECTION.open(page, sandbox);
  const phrases = await watchSaveStatus(page);
  await form.title.fill('Getting in and out');
  await expect(form.saveStatus).toHaveText('No changes');
  await form.title.fill('Fire drill');
  const call = await holdCalls(page, 'PUT');
  await pauseClock(page);
  await form.save.click();
  await call.arrived;
  await page.clock.runFor(400);
  await expect(form.saveStatus).toHaveText('Saving…');
  await expect(form.save).toBeFocused();
  await page.clock.runFor(2_000);
  await page.clock.resume();
  await expect(form.saveStatus).toHaveText('Still saving…');
  expect(await sandbox.writes()).toEqual([]);
  call.release();
  await expect(form.saveStatus).toHaveText(savedAt);
  await expect(form.save).toBeFocused();
  await form.title.fill('Fire alarm');
  await expect(form.saveStatus).toHaveText('Unsaved changes');
  expect(await phrases()).toEqual([
    'Unsaved changes',
    'No changes',
    'Unsaved changes',
    'Saving…',
    'Still saving…',
    expect.stringMatching(savedAt),
    'Unsaved changes',
  ]);
});
