import { savedAt, sectionForm } from '../support/pages/sectionForm';
import { SECTION, STORED_SECTION } from '../support/pages/sectionPages';
import { expect, test } from '../support/test';

const paragraphs = (by: string) =>
  Array.from({ length: 1500 }, (_, index) => `<p>${index} by ${by}</p>`).join('');

test('long texts that both sides changed are compared only when asked for, a portion at a time', async ({
  page,
  sandbox,
}) => {
  const form = sectionForm(page);
  await sandbox.edit('sections', SECTION, { SectionContents: paragraphs('nobody') });
  await STORED_SECTION.open(page, sandbox);
  await form.introduction.fill(paragraphs('me'));
  await sandbox.edit('sections', SECTION, { SectionContents: paragraphs('them') });
  await form.save.click();

  const html = form.comparison('Introduction');
  await expect(html.getByText(/^Before: \d\d,\d+ characters. After: \d\d,\d+ characters\./)).toHaveCount(2);
  await expect(html.locator('del')).toHaveCount(0);
  const mine = html.getByRole('group', { name: 'What you changed' });
  await html.getByRole('button', { name: 'Compare the texts: What you changed' }).click();
  await expect(mine).toBeFocused();
  await expect(mine.locator('ins').first()).toContainText('me');
  const shown = await mine.locator('ins').count();
  expect(shown).toBeLessThan(300);
  await html.getByRole('button', { name: 'Show more of the difference: What you changed' }).click();
  await expect.poll(() => mine.locator('ins').count()).toBeGreaterThan(shown);

  await html.getByRole('radio', { name: 'Keep mine' }).check();
  await form.useChoices.click();
  await form.save.click();
  await expect(form.saveStatus).toHaveText(savedAt);
  expect(await sandbox.read('sections', SECTION)).toMatchObject({ SectionContents: paragraphs('me') });
});
