import type { Page } from '@playwright/test';
import { pauseClock } from '../support/clock';
import { expectSummary, sectionForm, watchSaveStatus } from '../support/pages/sectionForm';
import { SECTION_PAGES, SECTIONS_PATH, STORED_SECTION, submit } from '../support/pages/sectionPages';
import { expect, test } from '../support/test';

test.beforeEach(async ({ page, allow }) => {
  allow.status(409, 429);
  await page.clock.install();
});

const countdown = (page: Page) =>
  page.getByRole('status').filter({ hasText: 'Nexudus asked us to wait. Trying again in' });
const done = (page: Page) => page.getByText(/^(Section created|Saved at .+)$/);

for (const kind of SECTION_PAGES) {
  for (const status of [409, 429]) {
    test(`row 43, 46: a ${kind.name} section that is throttled (${status}) waits in sight, and then is sent once`, async ({
      page,
      sandbox,
    }) => {
      const form = sectionForm(page);
      await kind.open(page, sandbox);
      const fault = { status, headers: { 'Retry-After': '20' } };
      await sandbox.fail({ method: kind.method, path: SECTIONS_PATH, fault });
      await submit(page, kind);
      await expect(countdown(page)).toContainText(/Trying again in (20|1\d) s/);
      await expect(form.saveStatus).toHaveText(/^(Still saving|Saving)…$/);
      await page.clock.fastForward(10_000);
      await expect(countdown(page)).toContainText(/Trying again in (10|\d) s/);
      expect(await sandbox.writes()).toHaveLength(1);
      await page.clock.fastForward(10_500);
      await expect(done(page)).toBeVisible();
      await expect(countdown(page)).toHaveCount(0);
      const writes = await sandbox.writes();
      expect(writes.map((write) => write.status)).toEqual([status, 200]);
      expect(writes[1]?.body).toEqual(writes[0]?.body);
    });
  }

  test(`a ${kind.name} section whose wait is cancelled is not sent, and can be sent again`, async ({
    page,
    sandbox,
  }) => {
    const form = sectionForm(page);
    await kind.open(page, sandbox);
    const phrases = await watchSaveStatus(page);
    const fault = { status: 429, headers: { 'Retry-After': '30' } };
    await sandbox.fail({ method: kind.method, path: SECTIONS_PATH, fault });
    await submit(page, kind);
    await countdown(page).getByRole('button', { name: 'Cancel' }).click();
    await expectSummary(page, /^Nexudus asked us to wait\. .*this one was not carried out\./);
    await expect(form.summary).toContainText('Not sent. Nothing was saved.');
    await expect(form.saveStatus).toHaveText('Not saved');
    await expect(countdown(page)).toHaveCount(0);
    await page.clock.fastForward('05:00');
    await expect(form.title).toHaveValue('Fire drill');
    expect(await sandbox.writes()).toHaveLength(1);
    expect((await phrases()).join()).not.toContain('Saved at');

    await submit(page, kind);
    await expect(done(page)).toBeVisible();
  });
}

test('row 46: a wait is as long as the server says in any form, within reason', async ({ page, sandbox }) => {
  const form = sectionForm(page);
  await STORED_SECTION.open(page, sandbox);
  const waits: [headers: Record<string, string>, body: string, words: RegExp][] = [
    [{ 'Retry-After': '99999' }, '', /Trying again in (120|119) s/],
    [{ 'Retry-After': 'Wed, 01 Jan 2098 00:00:00 GMT' }, '', /Trying again in (120|119) s/],
    [{ 'Retry-After': '-5' }, '', /Trying again in 1 s/],
    [{}, 'Too many requests. Wait 42 seconds.', /Trying again in (42|41) s/],
    [{}, '', /Trying again in 1 s/],
  ];
  for (const [headers, body, words] of waits) {
    await sandbox.fail({ method: 'PUT', path: SECTIONS_PATH, fault: { status: 429, headers, body } });
    await form.title.fill(`Fire drill ${String(words)}`);
    await pauseClock(page);
    await form.save.click();
    await expect(countdown(page)).toContainText(words);
    await countdown(page).getByRole('button', { name: 'Cancel' }).click();
    await page.clock.resume();
    await expect(form.saveStatus).toHaveText('Not saved');
  }
});

test('a server that throttles again and again is given up, and nothing is called saved', async ({
  page,
  sandbox,
}) => {
  const form = sectionForm(page);
  await STORED_SECTION.open(page, sandbox);
  const phrases = await watchSaveStatus(page);
  const fault = { status: 429, headers: { 'Retry-After': '60' } };
  await sandbox.fail({ method: 'PUT', path: SECTIONS_PATH, times: 20, fault });
  await form.save.click();
  for (const count of [1, 2, 3, 4, 5]) {
    await expect.poll(async () => (await sandbox.writes()).length).toBe(count);
    await expect(countdown(page)).toBeVisible();
    await page.clock.fastForward(61_000);
  }
  await expectSummary(page, /^Nexudus asked us to wait\./);
  await expect(form.summary).toContainText('Not sent. Nothing was saved.');
  expect(await sandbox.writes()).toHaveLength(6);
  expect((await phrases()).join()).not.toContain('Saved at');
});
