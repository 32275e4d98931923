import type { Fault } from '../../sandbox/faults';
import type { SandboxWorld } from '../support/sandbox';
import {
  expectSummary,
  field,
  hold,
  SECTION,
  SECTIONS_PATH,
  STORED_SECTION,
  save,
  saveStatus,
  summary,
  watchSaveStatus,
} from '../support/pages/sectionForms';
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

const CHECKING = 'We could not confirm the save. Checking…';

test.describe('an answer that is uncertain', () => {
  test.beforeEach(({ allow }) => allow.status(408, 500, 502, 503, 504));

  test('row 12, 14, 48: is settled by reading: what was not carried out is not called saved, and can be saved again', async ({
    page,
    sandbox,
  }) => {
    await STORED_SECTION.open(page, sandbox);
    const phrases = await watchSaveStatus(page);
    for (const [name, fault] of Object.entries(UNCERTAIN)) {
      await failPut(sandbox, fault);
      await field.title(page).fill(`After ${name}`);
      await save(page);
      await expect(saveStatus(page), name).toHaveText('Not saved');
      await expect(summary(page)).toContainText('that Title did not arrive. Save again.');
      await expect(summary(page)).not.toContainText('Bad Gateway');
      await expect(field.title(page)).toHaveValue(`After ${name}`);
    }
    expect((await phrases()).join()).not.toContain('Saved at');
    expect(await sandbox.writes()).toHaveLength(Object.keys(UNCERTAIN).length);

    await save(page);
    await expect(saveStatus(page)).toHaveText(/^Saved at/);
    await expect(summary(page)).toHaveCount(0);
    expect(await sandbox.read('sections', SECTION)).toMatchObject({ Title: 'After a redirect' });
  });

  test('row 12, 14, 48: is settled by reading: what was carried out is saved, and was sent once', async ({
    page,
    sandbox,
  }) => {
    await STORED_SECTION.open(page, sandbox);
    for (const [name, fault] of Object.entries(UNCERTAIN)) {
      await failPut(sandbox, { ...fault, commit: true });
      await sandbox.forgetRequests();
      await field.title(page).fill(`After ${name}`);
      await save(page);
      await expect(saveStatus(page), name).toHaveText(/^Saved at/);
      await expect(page.getByText('reading the section confirmed the save')).toBeVisible();
      await expect(summary(page)).toHaveCount(0);
      expect(await sandbox.writes()).toHaveLength(1);
      expect(await sandbox.read('sections', SECTION)).toMatchObject({ Title: `After ${name}` });
    }
  });

  test('row 42: by a 408 is settled like the others, although the browser repeats the request by itself', async ({
    page,
    sandbox,
  }) => {
    await STORED_SECTION.open(page, sandbox);
    await failPut(sandbox, { status: 408 }, 9);
    await save(page);
    await expect(saveStatus(page)).toHaveText('Not saved');
    await expectSummary(page, /^Nexudus took too long\./);
  });

  test('is said while it is looked into, and after the look the truth', async ({ page, sandbox }) => {
    await STORED_SECTION.open(page, sandbox);
    const phrases = await watchSaveStatus(page);
    await failPut(sandbox, { status: 500, commit: true });
    const gate = new AbortController();
    await page.route(`**/api${SECTIONS_PATH}`, async (route) => {
      await hold(page, gate.signal, 'GET', `${SECTIONS_PATH}/${SECTION}`);
      await route.continue();
    });
    await save(page);
    await expect(page.getByRole('status').filter({ hasText: CHECKING })).toBeVisible();
    expect((await phrases()).join()).not.toContain('Saved at');
    gate.abort();
    await expect(saveStatus(page)).toHaveText(/^Saved at/);
    await expect(page.getByText(CHECKING)).toHaveCount(0);
  });

  test('stays unknown while it can’t be looked into; looking again sends nothing', async ({
    page,
    sandbox,
    allow,
  }) => {
    allow.status(400);
    await STORED_SECTION.open(page, sandbox);
    const phrases = await watchSaveStatus(page);
    await failPut(sandbox, { status: 500, commit: true });
    const read = `${SECTIONS_PATH}/${SECTION}`;
    await sandbox.fail({ method: 'GET', path: read, after: 1, times: 2, fault: { status: 400 } });
    await save(page);
    await expect(summary(page)).toContainText('We could not confirm the save.');
    await expect(page.getByText('We do not know whether your last save arrived')).toBeVisible();
    await expect(saveStatus(page)).toHaveText('Not saved');
    await page.getByRole('button', { name: 'Check again' }).click();
    await expect(summary(page)).toContainText('We could not confirm the save.');
    await expect(saveStatus(page)).toHaveText('Not saved');
    expect((await phrases()).join()).not.toContain('Saved at');

    await page.getByRole('button', { name: 'Check again' }).click();
    await expect(saveStatus(page)).toHaveText(/^Saved at/);
    expect(await sandbox.writes()).toHaveLength(1);
  });

  test('that stayed unknown is looked up before the next save, which sends only what is missing', async ({
    page,
    sandbox,
    allow,
  }) => {
    allow.status(400);
    await STORED_SECTION.open(page, sandbox);
    await failPut(sandbox, { status: 500, commit: true });
    const read = `${SECTIONS_PATH}/${SECTION}`;
    await sandbox.fail({ method: 'GET', path: read, after: 1, fault: { status: 400 } });
    await save(page);
    await expect(summary(page)).toContainText('We could not confirm the save.');
    await save(page);
    await expect(saveStatus(page)).toHaveText(/^Saved at/);
    expect(await sandbox.writes()).toHaveLength(1);
  });
});

test.describe('a lost connection', () => {
  test.beforeEach(({ allow }) => allow.networkErrors());

  test('after the server stored it: the save is confirmed, and was sent once', async ({ page, sandbox }) => {
    await STORED_SECTION.open(page, sandbox);
    await page.route(`**/api${SECTIONS_PATH}`, async (route) => {
      if (route.request().method() === 'PUT') await route.fetch();
      await (route.request().method() === 'PUT' ? route.abort('connectionreset') : route.fallback());
    });
    await save(page);
    await expect(saveStatus(page)).toHaveText(/^Saved at/);
    await expect(page.getByText('reading the section confirmed the save')).toBeVisible();
    expect(await sandbox.writes()).toHaveLength(1);
  });

  test('in the middle of the answer: the save is confirmed, and was sent once', async ({ page, sandbox }) => {
    await STORED_SECTION.open(page, sandbox);
    await failPut(sandbox, { cut: 'midBody' });
    await save(page);
    await expect(saveStatus(page)).toHaveText(/^Saved at/);
    expect(await sandbox.writes()).toHaveLength(1);
  });

  test('row 57: before the server had it: it is not called saved, and the next click saves it', async ({
    page,
    sandbox,
  }) => {
    await STORED_SECTION.open(page, sandbox);
    const phrases = await watchSaveStatus(page);
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'PUT') sent.push(request.url());
    });
    // More than once: the browser may send a request again by itself when a reused connection is cut.
    await failPut(sandbox, { cut: 'before' }, 9);
    await save(page);
    await expectSummary(page, /^Can’t reach Nexudus\. No readable answer came\./);
    await expect(summary(page)).toContainText('that Title did not arrive. Save again.');
    await expect(summary(page)).not.toContainText('offline');
    await expect(field.title(page)).toHaveValue('Fire drill');
    expect((await phrases()).join()).not.toContain('Saved at');
    expect(sent).toHaveLength(1);

    await sandbox.stopFailing();
    await save(page);
    await expect(saveStatus(page)).toHaveText(/^Saved at/);
    expect(sent).toHaveLength(2);
  });

  test('row 8, 58: while offline: nothing is sent, not even later by itself', async ({
    page,
    context,
    sandbox,
  }) => {
    await page.clock.install();
    await STORED_SECTION.open(page, sandbox);
    const phrases = await watchSaveStatus(page);
    await sandbox.forgetRequests();
    await context.setOffline(true);
    await save(page);
    await expect(summary(page)).toContainText('Not sent. Nothing was saved.');
    await expect(summary(page)).toContainText('You seem to be offline');
    await expect(saveStatus(page)).toHaveText('Not saved');

    await context.setOffline(false);
    await expect(page.getByText('You seem to be offline. What you type stays here')).toHaveCount(0);
    await page.clock.fastForward('10:00');
    await expect(field.title(page)).toHaveValue('Fire drill');
    expect(await sandbox.writes()).toEqual([]);
    expect((await phrases()).join()).not.toContain('Saved at');

    await save(page);
    await expect(saveStatus(page)).toHaveText(/^Saved at/);
    expect(await sandbox.writes()).toHaveLength(1);
  });
});

test.describe('row 56: no answer at all', () => {
  test('is given up after 30 seconds, and looked into', async ({ page, sandbox, allow }) => {
    allow.networkErrors();
    await page.clock.install();
    await STORED_SECTION.open(page, sandbox);
    const phrases = await watchSaveStatus(page);
    await failPut(sandbox, { hang: true });
    await save(page);
    await expect.poll(() => sandbox.writes()).toHaveLength(1);
    await page.clock.fastForward(29_000);
    await expect(saveStatus(page)).toHaveText('Still saving…');
    await page.clock.fastForward(2_000);
    await expectSummary(page, /^Nexudus took too long\./);
    await expect(summary(page)).toContainText('that Title did not arrive. Save again.');
    expect((await phrases()).join()).not.toContain('Saved at');
    expect(await sandbox.writes()).toHaveLength(1);
  });

  test('to a save that was stored: after 30 seconds it is confirmed', async ({ page, sandbox, allow }) => {
    allow.networkErrors();
    await page.clock.install();
    await STORED_SECTION.open(page, sandbox);
    await failPut(sandbox, { hang: true, commit: true });
    await save(page);
    await expect.poll(() => sandbox.writes()).toHaveLength(1);
    await page.clock.fastForward(31_000);
    await expect(saveStatus(page)).toHaveText(/^Saved at/);
    expect(await sandbox.writes()).toHaveLength(1);
  });

  test('an answer that trickles is given up as well', async ({ page, sandbox, allow }) => {
    allow.networkErrors();
    await page.clock.install();
    await STORED_SECTION.open(page, sandbox);
    await failPut(sandbox, { trickleMs: 5_000 });
    await save(page);
    await expect.poll(() => sandbox.writes()).toHaveLength(1);
    await page.clock.fastForward(31_000);
    await expect(page.getByText('reading the section confirmed the save')).toBeVisible();
    expect(await sandbox.writes()).toHaveLength(1);
  });
});
