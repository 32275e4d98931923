import { pauseClock } from '../support/clock';
import { deferred } from '../support/deferred';
import type { Page } from '@playwright/test';
import { ONBOARDING_SECTIONS } from '../../sandbox/seed/ids';
import { holdCalls } from '../support/holdCalls';
import { draftsIn, expectDraft } from '../support/drafts';
import { sectionForm } from '../support/pages/sectionForm';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

const { welcome } = ONBOARDING_SECTIONS;
const editPath = (id: number = welcome) => `/sections/${id}/edit`;
const offer = (page: Page) => page.getByText('There is a draft of this section that was not saved');

test.describe('a draft of a section', () => {
  test('row 10: a save that a reload cut off is looked up by reading, not sent again', async ({
    page,
    sandbox,
    allow,
  }) => {
    const form = sectionForm(page);
    allow.networkErrors();
    await openAs(page, sandbox, editPath());
    await sandbox.fail({ method: 'PUT', fault: { hang: true } });
    await form.title.fill('Sent as the page went away');
    await page.getByRole('button', { name: 'Save changes' }).click();
    await expectDraft(page, ({ pending }) => pending !== null);
    await expect.poll(() => sandbox.writes()).toHaveLength(1);
    page.once('dialog', (dialog) => void dialog.accept());
    const looks = async () => (await sandbox.requests('GET', `/content/coursesections/${welcome}`)).length;
    const before = await looks();
    // The page's own read comes first.
    const look = await holdCalls(page, 'GET', { url: `**/content/coursesections/${welcome}`, after: 1 });
    await page.reload();

    await expect(page.getByText('We do not know if your last save arrived')).toBeVisible();
    look.release();
    // It is carried out only now: one of the later looks finds it.
    await expect.poll(looks).toBeGreaterThanOrEqual(before + 2);
    await sandbox.edit('sections', welcome, { Title: 'Sent as the page went away' });
    await expect(page.getByText('Your last save arrived.')).toBeVisible({ timeout: 15_000 });
    await expect(form.title).toHaveValue('Sent as the page went away');
    await expect(offer(page)).toBeHidden();
    expect(await sandbox.writes()).toHaveLength(1);
    await expect.poll(async () => (await draftsIn(page)).length).toBe(0);
  });

  test('row 10: a save whose call the browser ends before the page is left stays one of unknown fate', async ({
    page,
    sandbox,
    allow,
  }) => {
    const form = sectionForm(page);
    const arrived = deferred();
    const cutOff = deferred();
    allow.networkErrors();
    await page.clock.install();
    await openAs(page, sandbox, editPath());
    await page.route('**/api/content/coursesections', async (route, request) => {
      if (request.method() !== 'PUT') return route.fallback();
      arrived.resolve();
      await cutOff.promise;
      return route.abort();
    });
    await form.title.fill('Cut off while the page lived on');
    await page.getByRole('button', { name: 'Save changes' }).click();
    await expectDraft(page, ({ pending }) => pending !== null);
    await arrived.promise;
    await pauseClock(page);
    const isPending = async () => (await draftsIn(page)).every(({ pending }) => pending !== null);

    await test.step('as Firefox does: the call fails first, and one look finds nothing', async () => {
      const look = page.waitForResponse((answer) => answer.url().endsWith(`/coursesections/${welcome}`));
      cutOff.resolve();
      await look;
      await expect(page.getByText('We could not confirm the save. Checking…')).toBeVisible();
      expect(await isPending()).toBe(true);
    });

    await test.step('nothing that is found out after the page was left counts', async () => {
      await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')));
      await page.clock.resume();
      await expect(form.summary).toContainText('did not arrive', { timeout: 15_000 });
      expect(await isPending()).toBe(true);
    });

    page.once('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await expect(page.getByText('We do not know if your last save arrived')).toBeVisible();
  });
});
