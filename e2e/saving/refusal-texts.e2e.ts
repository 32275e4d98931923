import { refusal, refusalOf } from '../../sandbox/envelope';
import { passTimeUntil } from '../support/clock';
import type { SandboxWorld } from '../support/sandbox';
import { containing, expectInvalid, expectSummary, sectionForm } from '../support/pages/sectionForm';
import {
  COURSE,
  NEW_SECTION,
  SECTION,
  SECTION_PAGES,
  type SectionPage,
  SECTIONS_PATH,
  STORED_SECTION,
  submit,
} from '../support/pages/sectionPages';
import { expect, test } from '../support/test';

/** The next write of this form is refused with these messages on its title. */
const refuse = (sandbox: SandboxWorld, kind: SectionPage, ...messages: string[]) =>
  sandbox.fail({
    method: kind.method,
    path: SECTIONS_PATH,
    fault: { status: 400, body: refusal(messages.map((message) => refusalOf('Title', message))) },
  });

test.beforeEach(({ allow }) => allow.status(400));

for (const kind of SECTION_PAGES) {
  test.describe(`on the page of a ${kind.name} section`, () => {
    test.beforeEach(({ page, sandbox }) => kind.open(page, sandbox));

    test('a message is shown as the text that it is', async ({ page, sandbox }) => {
      const form = sectionForm(page);
      await test.step('row 21: markup in a message is shown as the text that it is', async () => {
        const images = await page.getByRole('img').count();
        const markup = '<img src=x onerror="alert(1)"><b>is bold</b><script>alert(2)</script>';
        await refuse(sandbox, kind, markup);
        await submit(page, kind);
        await expectSummary(page, `Title: ${markup}`);
        await expectInvalid(form.title, markup);
        await expect(page.getByRole('img')).toHaveCount(images);
      });
      await test.step('of 30 messages on one field 20 stand at it, and the others are counted', async () => {
        await refuse(
          sandbox,
          kind,
          ...Array.from({ length: 30 }, (_, index) => `is wrong in way ${index + 1}`),
        );
        await submit(page, kind);
        await expectInvalid(
          form.title,
          'Title is wrong in way 20 and 10 more, listed at the top of the form',
        );
      });
      await test.step('row 51: a message in a right-to-left script reads from right to left', async () => {
        const message = 'هذا العنوان مستخدم بالفعل';
        await refuse(sandbox, kind, message);
        await submit(page, kind);
        // The label before it stays as it is; the words are as they were sent.
        await expectSummary(page, `Title: ${message}`);
        const only = 'السجل مقفل';
        await sandbox.fail({ method: kind.method, fault: { status: 400, body: { Message: only } } });
        await submit(page, kind);
        await expectSummary(page, only);
        await expect(form.summary.getByRole('listitem')).toHaveCSS('direction', 'rtl');
      });
    });

    test('row 50: a message of 10,000 characters without a space is cut, can be read in full, and breaks no layout', async ({
      page,
      sandbox,
    }) => {
      const form = sectionForm(page);
      await page.setViewportSize({ width: 320, height: 640 });
      await refuse(sandbox, kind, 'x'.repeat(10_000));
      await submit(page, kind);
      await expectSummary(page, /^Title x{200,300}…$/);
      const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(await sideways()).toBeLessThanOrEqual(0);
      await form.summary.getByRole('button', { name: 'Show all' }).click();
      await expect(form.summary.getByRole('link')).toHaveText(/^Title x{10000}$/);
      expect(await sideways()).toBeLessThanOrEqual(0);
    });

    test('row 49: of 10,000 messages the first 20 are listed, the others counted, and the focus moves once', async ({
      page,
    }) => {
      const form = sectionForm(page);
      const focused = await page.evaluateHandle(() => {
        const seen: string[] = [];
        document.addEventListener('focusin', ({ target }) => {
          if (target instanceof Element && target.querySelector('[role=alert]')) seen.push(target.tagName);
        });
        return seen;
      });
      await form.title.fill('Fire drill [fault:many-errors]');
      await submit(page, kind);
      const first = Array.from(
        { length: 20 },
        (_, index) => `Property${index + 1}: is wrong in way ${index + 1}`,
      );
      await expectSummary(page, ...first);
      await expect(page.getByText('and 9,980 more')).toBeVisible();
      await page.getByText('and 9,980 more').click();
      await expect(page.getByText('Property10000: is wrong in way 10000')).toBeVisible();
      expect(await focused.jsonValue()).toEqual(['DIV']);
    });

    test('row 22: an answer can’t make the page run or open anything', async ({ page, context, sandbox }) => {
      const form = sectionForm(page);
      const orders = {
        OpenInDialog: true,
        OpenInWindow: true,
        RedirectURL: 'https://evil.example/',
        JavaScript: 'document.title = "taken over"',
      };
      const url = page.url();
      const body = { ...refusal([refusalOf('Title', 'is too vague')]), ...orders };
      await sandbox.fail({ method: kind.method, path: SECTIONS_PATH, fault: { status: 400, body } });
      await submit(page, kind);
      await expectSummary(page, 'Title is too vague');
      expect(page.url()).toBe(url);

      await form.title.fill('Fire drill [fault:hostile-envelope]');
      await submit(page, kind);
      const next = kind === NEW_SECTION ? `/courses/${COURSE}/sections` : `/sections/${SECTION}/edit`;
      await expect(page).toHaveURL(next);
      await expect(page.getByText(/^(Section created|Saved at .+)$/)).toBeVisible();
      await expect(page).not.toHaveTitle(/taken over/);
      expect(context.pages()).toHaveLength(1);
    });

    test('row 53: messages go with their fields and keep nothing from being sent', async ({
      page,
      sandbox,
    }) => {
      const form = sectionForm(page);
      await test.step('row 53: a message goes away when its field is changed, and only then', async () => {
        const errors = [refusalOf('Title', 'is too vague'), refusalOf('DisplayOrder', 'is already taken')];
        await sandbox.fail({
          method: kind.method,
          path: SECTIONS_PATH,
          fault: { status: 400, body: refusal(errors) },
        });
        await submit(page, kind);
        await expectSummary(page, 'Title is too vague', 'Display order is already taken');

        await form.title.fill('Fire drill, twice a year');
        await expect(form.title).not.toHaveAttribute('aria-invalid');
        await expect(form.title).not.toHaveAccessibleDescription(containing('is too vague'));
        await expect(form.summary.getByRole('link')).toHaveText(['Display order is already taken']);
        await expectInvalid(form.order, 'Display order is already taken');
        await expect(form.saveStatus).toHaveText('Unsaved changes');

        await form.order.fill('77');
        await expect(form.summary).toHaveCount(0);
        await expect(page).not.toHaveTitle(/^Error: /);
      });
      await test.step('row 53: no message keeps the same values from being sent again', async () => {
        await sandbox.forgetRequests();
        const names = [
          'Title',
          'DisplayOrder',
          'UnlockAfterDays',
          'Unknown',
          '__proto__',
          'root',
          'constructor',
        ];
        const errors = names.map((name) => refusalOf(name, 'is not accepted'));
        await sandbox.fail({
          method: kind.method,
          path: SECTIONS_PATH,
          fault: { status: 400, body: refusal(errors) },
        });
        await submit(page, kind);
        await expect(form.summary.getByRole('link')).toHaveCount(names.length);
        await submit(page, kind);
        await expect(page.getByText(/^(Section created|Saved at .+)$/)).toBeVisible();
        const writes = await sandbox.writes();
        expect(writes.map(({ status }) => status)).toEqual([400, 200]);
        expect(writes[1]?.body).toEqual(writes[0]?.body);
      });
    });
  });
}

test('row 52: what a body claims of its status does not make a success', async ({ page, sandbox, allow }) => {
  const form = sectionForm(page);
  await page.clock.install();
  await test.step('row 52: a 400 is a refusal, whatever status its body claims', async () => {
    await sandbox.forgetRequests();
    await STORED_SECTION.open(page, sandbox);
    for (const Status of [200, 429, 500]) {
      const body = { ...refusal([refusalOf('Title', `is not allowed (${Status})`)]), Status };
      await sandbox.fail({ method: 'PUT', fault: { status: 400, body } });
      await submit(page, STORED_SECTION);
      await expectSummary(page, `Title is not allowed (${Status})`);
      await expect(form.summary).toContainText('Nothing was saved.');
    }
    expect(await sandbox.writes()).toHaveLength(3);
  });
  await test.step('row 52: a 200 whose body claims another status is no success', async () => {
    await STORED_SECTION.open(page, sandbox);
    for (const Status of [400, 500]) {
      const body = { Status, Message: `It failed (${Status}).`, WasSuccessful: true };
      await sandbox.fail({ method: 'PUT', fault: { status: 200, body } });
      await submit(page, STORED_SECTION);
      await passTimeUntil(page, () =>
        expect(form.summary).toContainText(`It failed (${Status}).`, { timeout: 250 }),
      );
      await expect(form.saveStatus).toHaveText('Not saved');
    }
  });
  await test.step('row 52: a 500 with the server’s word that it did nothing is a refusal', async () => {
    allow.status(500);
    await STORED_SECTION.open(page, sandbox);
    const body = refusal([refusalOf('Title', 'is too vague')]);
    await sandbox.fail({ method: 'PUT', fault: { status: 500, body } });
    await submit(page, STORED_SECTION);
    await expectSummary(page, 'Title is too vague');
    await expect(form.summary).toContainText('Nothing was saved.');
  });
});
