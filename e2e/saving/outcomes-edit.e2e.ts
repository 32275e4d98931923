import type { Page } from '@playwright/test';
import type { Fault } from '../../sandbox/faults';
import { passTimeUntil, pauseClock } from '../support/clock';
import { expectDraft } from '../support/drafts';
import { holdCalls } from '../support/holdCalls';
import { expectSummary, sectionForm, watchSaveStatus } from '../support/pages/sectionForm';
import { SECTION, SECTIONS_PATH, STORED_SECTION } from '../support/pages/sectionPages';
import type { SandboxWorld } from '../support/sandbox';
import { expect, test } from '../support/test';

const HTML = { body: '<!doctype html><h1>502 Bad Gateway</h1>', contentType: 'text/html' };

/** Answers that say nothing certain about the write. */
const UNCERTAIN: Readonly<Record<string, Fault>> = {
  'a 500': { status: 500, body: { Message: 'An error has occurred.' } },
  'a gateway’s 502': { status: 502, ...HTML },
  'a 503': { status: 503, ...HTML },
  'a 504': { status: 504, ...HTML },
  'a page in place of the answer': { status: 200, ...HTML },
  'an empty answer': { status: 200, body: '' },
  'the answer null': { status: 200, body: 'null', contentType: 'application/json' },
  'the answer []': { status: 200, body: [] },
  'half an answer': {
    status: 200,
    body: '{"Status":200,"Message":"CourseSec',
    contentType: 'application/json',
  },
  'a redirect': { redirect: '/sign-in' },
};

const failPut = (sandbox: SandboxWorld, fault: Fault, times = 1) =>
  sandbox.fail({ method: 'PUT', path: SECTIONS_PATH, times, fault });

/** The writes that the page asked for: what the browser repeats by itself after a cut connection is not among them. */
function sentBy(page: Page): string[] {
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'PUT') sent.push(request.url());
  });
  return sent;
}

/** Until the app gives up looking for a write. */
const passAllLooks = (page: Page) =>
  passTimeUntil(page, () => expect(sectionForm(page).saveStatus).toHaveText('Not saved', { timeout: 250 }));

const CHECKING = 'We could not confirm the save. Checking…';

test.describe('an answer that is uncertain', () => {
  test.beforeEach(({ allow }) => allow.status(408, 500, 502, 503, 504));

  test('row 12, 14, 48: is settled by reading: what was not carried out is not called saved, and can be saved again', async ({
    page,
    sandbox,
  }) => {
    const form = sectionForm(page);
    await page.clock.install();
    await STORED_SECTION.open(page, sandbox);
    const phrases = await watchSaveStatus(page);
    for (const [name, fault] of Object.entries(UNCERTAIN)) {
      await failPut(sandbox, fault);
      await form.title.fill(`After ${name}`);
      await form.save.click();
      await test.step(name, () => passAllLooks(page));
      await expect(form.summary).toContainText('that Title did not arrive. Save again.');
      await expect(form.summary).not.toContainText('Bad Gateway');
      await expect(form.title).toHaveValue(`After ${name}`);
    }
    expect((await phrases()).join()).not.toContain('Saved at');
    expect(await sandbox.writes()).toHaveLength(Object.keys(UNCERTAIN).length);

    await test.step('the server’s own words for it are shown', async () => {
      await form.title.fill('Arrives at last [fault:500-ooops-once]');
      await form.save.click();
      await passAllLooks(page);
      await expect(form.summary).toContainText('Ooops! There was a problem while running this action');
      await expect(form.summary).toContainText('Title did not arrive. Save again.');
      await expect(form.saveStatus).toHaveText('Not saved');
    });
    await form.save.click();
    await expect(form.saveStatus).toHaveText(/^Saved at/);
    await expect(form.summary).toHaveCount(0);
    expect((await sandbox.read('sections', SECTION)).Title).toContain('Arrives at last');
    expect(await sandbox.writes()).toHaveLength(Object.keys(UNCERTAIN).length + 2);
  });

  test('row 12, 14, 48: is settled by reading: what was carried out is saved, and was sent once', async ({
    page,
    sandbox,
  }) => {
    const form = sectionForm(page);
    await STORED_SECTION.open(page, sandbox);
    for (const [name, fault] of Object.entries(UNCERTAIN)) {
      await failPut(sandbox, { ...fault, commit: true });
      await sandbox.forgetRequests();
      await form.title.fill(`After ${name}`);
      await form.save.click();
      await expect(form.saveStatus, name).toHaveText(/^Saved at/);
      await expect(page.getByText('reading the section confirmed the save')).toBeVisible();
      if (name === 'a 500') await expect(page.getByText('“An error has occurred.”')).toBeVisible();
      await expect(form.summary).toHaveCount(0);
      expect(await sandbox.writes()).toHaveLength(1);
      expect(await sandbox.read('sections', SECTION)).toMatchObject({ Title: `After ${name}` });
    }
  });

  test('row 42: by a 408 is settled like the others, although the browser repeats the request by itself', async ({
    page,
    sandbox,
  }) => {
    const form = sectionForm(page);
    await page.clock.install();
    await STORED_SECTION.open(page, sandbox);
    await failPut(sandbox, { status: 408 }, 9);
    await form.save.click();
    await passAllLooks(page);
    await expectSummary(page, /^Nexudus took too long\./);
  });

  test('is said while it is looked into, and after the look the truth', async ({ page, sandbox }) => {
    const form = sectionForm(page);
    await STORED_SECTION.open(page, sandbox);
    const phrases = await watchSaveStatus(page);
    await failPut(sandbox, { status: 500, commit: true });
    // The first of these reads is the one before the write.
    const reading = await holdCalls(page, 'GET', { url: `**${SECTIONS_PATH}/${SECTION}`, after: 1 });
    await form.save.click();
    await expect(page.getByRole('status').filter({ hasText: CHECKING })).toBeVisible();
    expect((await phrases()).join()).not.toContain('Saved at');
    reading.release();
    await expect(form.saveStatus).toHaveText(/^Saved at/);
    await expect(page.getByText(CHECKING)).toHaveCount(0);
  });

  test('stays unknown while it can’t be looked into; neither looking again nor the next save sends it twice', async ({
    page,
    sandbox,
    allow,
  }) => {
    const form = sectionForm(page);
    allow.status(400);
    await STORED_SECTION.open(page, sandbox);
    const phrases = await watchSaveStatus(page);
    await failPut(sandbox, { status: 500, commit: true });
    const read = `${SECTIONS_PATH}/${SECTION}`;
    await sandbox.fail({ method: 'GET', path: read, after: 1, times: 2, fault: { status: 400 } });
    await form.save.click();
    await expect(form.summary).toContainText('We could not confirm the save.');
    await expect(page.getByText('We do not know whether your last save arrived')).toBeVisible();
    await expect(form.saveStatus).toHaveText('Not confirmed');
    await page.getByRole('button', { name: 'Check again' }).click();
    await expect(form.summary).toContainText('We could not confirm the save.');
    await expect(form.saveStatus).toHaveText('Not confirmed');
    expect((await phrases()).join()).not.toContain('Saved at');

    await page.getByRole('button', { name: 'Check again' }).click();
    await expect(form.saveStatus).toHaveText(/^Saved at/);
    expect(await sandbox.writes()).toHaveLength(1);

    await test.step('a save looks before it sends, and sends only what is missing', async () => {
      await sandbox.forgetRequests();
      await form.title.fill('Fire alarm');
      await failPut(sandbox, { status: 500, commit: true });
      await sandbox.fail({ method: 'GET', path: read, after: 1, fault: { status: 400 } });
      await form.save.click();
      await expect(form.summary).toContainText('We could not confirm the save.');
      await form.save.click();
      await expect(form.saveStatus).toHaveText(/^Saved at/);
      expect(await sandbox.writes()).toHaveLength(1);
    });
  });
});

test.describe('a lost connection', () => {
  test.beforeEach(({ allow }) => allow.networkErrors());

  test('row 6: after the server stored it: the save is confirmed by reading, and was sent once', async ({
    page,
    sandbox,
  }) => {
    const form = sectionForm(page);
    await STORED_SECTION.open(page, sandbox);
    const sent = sentBy(page);
    for (const [index, cut] of (['afterCommit', 'midBody'] as const).entries()) {
      // More than once: the browser repeats a request by itself when a reused connection is cut.
      await failPut(sandbox, { cut }, 9);
      await form.title.fill(`Fire drill ${cut}`);
      await form.save.click();
      await expect(form.saveStatus, cut).toHaveText(/^Saved at/);
      await expect(page.getByText('reading the section confirmed the save')).toBeVisible();
      await expect(form.summary).toHaveCount(0);
      expect(await sandbox.read('sections', SECTION)).toMatchObject({ Title: `Fire drill ${cut}` });
      expect(sent).toHaveLength(index + 1);
      await sandbox.stopFailing();
    }
  });

  test('row 57: before the server had it: it is not called saved, and the next click saves it', async ({
    page,
    sandbox,
  }) => {
    const form = sectionForm(page);
    await page.clock.install();
    await STORED_SECTION.open(page, sandbox);
    const phrases = await watchSaveStatus(page);
    const sent = sentBy(page);
    await failPut(sandbox, { cut: 'before' }, 9);
    await form.save.click();
    await passAllLooks(page);
    await expectSummary(page, /^Can’t reach Nexudus\. No readable answer came\./);
    await expect(form.summary).toContainText('that Title did not arrive. Save again.');
    await expect(form.summary).not.toContainText('offline');
    await expect(form.title).toHaveValue('Fire drill');
    expect((await phrases()).join()).not.toContain('Saved at');
    expect(sent).toHaveLength(1);

    await sandbox.stopFailing();
    await form.save.click();
    await expect(form.saveStatus).toHaveText(/^Saved at/);
    expect(sent).toHaveLength(2);
  });

  test('row 8, 58: while offline: nothing is sent, not even later by itself', async ({
    page,
    context,
    sandbox,
  }) => {
    const form = sectionForm(page);
    await page.clock.install();
    await STORED_SECTION.open(page, sandbox);
    const phrases = await watchSaveStatus(page);
    await sandbox.forgetRequests();
    await expectDraft(page, ({ values }) => values['title'] === 'Fire drill');
    await context.setOffline(true);
    await form.save.click();
    await expect(form.summary).toContainText('Not sent. Nothing was saved.');
    await expect(form.summary).toContainText('You seem to be offline');
    await expect(form.saveStatus).toHaveText('Not saved');

    await context.setOffline(false);
    await expect(page.getByText('You seem to be offline. What you type stays here')).toHaveCount(0);
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await expect.poll(async () => (await sandbox.requests('GET', '/content/')).length).toBeGreaterThan(0);
    await page.clock.fastForward('10:00');
    await expect(form.title).toHaveValue('Fire drill');
    expect(await sandbox.writes()).toEqual([]);
    expect((await phrases()).join()).not.toContain('Saved at');

    await form.save.click();
    await expect(form.saveStatus).toHaveText(/^Saved at/);
    expect(await sandbox.writes()).toHaveLength(1);
  });
});

test('row 56: no answer at all is given up after 30 seconds, and looked into', async ({
  page,
  sandbox,
  allow,
}) => {
  allow.networkErrors();
  const form = sectionForm(page);
  await page.clock.install();
  await STORED_SECTION.open(page, sandbox);
  const phrases = await watchSaveStatus(page);
  const saveWith = async (fault: Fault, title: string) => {
    await sandbox.forgetRequests();
    await failPut(sandbox, fault);
    await form.title.fill(title);
    await pauseClock(page);
    await form.save.click();
    await expect.poll(() => sandbox.writes()).toHaveLength(1);
  };
  await test.step('a save that never arrived can be saved again', async () => {
    await saveWith({ hang: true }, 'Fire drill');
    await page.clock.fastForward(29_000);
    await expect(form.saveStatus).toHaveText('Still saving…');
    await page.clock.fastForward(2_000);
    await page.clock.resume();
    await expectSummary(page, /^Nexudus took too long\./);
    await expect(form.summary).toContainText('that Title did not arrive. Save again.');
    expect((await phrases()).join()).not.toContain('Saved at');
    expect(await sandbox.writes()).toHaveLength(1);
  });
  const arrived: readonly [what: string, fault: Fault][] = [
    ['a save that was stored is confirmed', { hang: true, commit: true }],
    ['an answer that trickles is given up as well', { trickleMs: 5_000 }],
  ];
  for (const [what, fault] of arrived) {
    await test.step(what, async () => {
      await saveWith(fault, what);
      await page.clock.fastForward(31_000);
      await page.clock.resume();
      await expect(form.saveStatus).toHaveText(/^Saved at/);
      await expect(page.getByText('reading the section confirmed the save')).toBeVisible();
      expect(await sandbox.writes()).toHaveLength(1);
    });
  }
});
