import type { Locator, Page } from '@playwright/test';
import { refusal, refusalOf } from '../../sandbox/envelope';
import type { SandboxWorld } from '../support/sandbox';
import { expectInvalid, expectSummary, type SectionForm, sectionForm } from '../support/pages/sectionForm';
import {
  NEW_SECTION,
  SECTION_PAGES,
  type SectionPage,
  SECTIONS_PATH,
  STORED_SECTION,
  submit,
} from '../support/pages/sectionPages';
import { expect, test } from '../support/test';

/** The next write of this form is answered so, and not carried out. */
const answer = (sandbox: SandboxWorld, kind: SectionPage, body: unknown, status = 400) =>
  sandbox.fail({ method: kind.method, path: SECTIONS_PATH, fault: { status, body } });

const refuse = (sandbox: SandboxWorld, kind: SectionPage, property: string | null, message: string) =>
  answer(sandbox, kind, refusal([refusalOf(property, message)]));

const fromUrl = /from a URL$/;

/** A documented property, what carries its error, and what its link leads to. */
interface Refused {
  readonly property: string;
  readonly label: string;
  readonly control: Locator;
  readonly focus?: Locator;
}

const refusedOn = (form: SectionForm, page: Page): readonly Refused[] => [
  { property: 'Title', label: 'Title', control: form.title },
  { property: 'DisplayOrder', label: 'Display order', control: form.order },
  { property: 'UnlockType', label: 'Unlock type', control: form.unlockType, focus: form.rule('Timed') },
  { property: 'UnlockAfterDays', label: 'Unlock after (days)', control: form.days },
  { property: 'Active', label: 'Active', control: form.active },
  { property: 'SectionContents', label: 'Introduction', control: form.introduction },
  { property: 'NewImageUrl', label: 'Image URL', control: form.imageUrl },
  {
    property: 'ClearImageFile',
    label: 'Thumbnail',
    control: form.thumbnail,
    focus: page.getByRole('radio', { name: fromUrl }),
  },
];

/** Brings every field to the screen. */
async function showAll(page: Page): Promise<void> {
  const form = sectionForm(page);
  await page.getByRole('radio', { name: 'Timed' }).check();
  await form.days.fill('7');
  await page.getByRole('radio', { name: fromUrl }).check();
  await form.imageUrl.fill('https://images.example/door.png');
}

test.beforeEach(({ allow }) => allow.status(400));

for (const kind of SECTION_PAGES) {
  test.describe(`on the page of a ${kind.name} section`, () => {
    test.beforeEach(({ page, sandbox }) => kind.open(page, sandbox));

    test('each field that the server refuses says so, at the field and in the summary', async ({
      page,
      sandbox,
    }) => {
      const form = sectionForm(page);
      await showAll(page);
      const refused = refusedOn(form, page);
      for (const { property, label, control, focus = control } of refused) {
        await form.title.fill(`Fire drill [refuse:${property}=is not wanted here]`);
        await submit(page, kind);
        await expectSummary(page, `${label} is not wanted here`);
        await expectInvalid(control, `${label} is not wanted here`);
        await expect(form.saveStatus).toHaveText('Not saved');
        await form.summary.getByRole('link').click();
        await expect(focus).toBeFocused();
      }
      const writes = await sandbox.writes();
      expect(writes.map(({ method, status }) => [method, status])).toEqual(
        refused.map(() => [kind.method, 400]),
      );
    });

    test('the server’s words stand at the fields that they are about, in the order of the page', async ({
      page,
      sandbox,
    }) => {
      const form = sectionForm(page);
      await test.step('what the server itself does not accept is said in its words', async () => {
        await form.title.fill('x'.repeat(256));
        await submit(page, kind);
        await expectSummary(page, 'Title must be at most 255 characters long');
        await expectInvalid(form.title, 'Title must be at most 255 characters long');
      });
      await test.step('row 19: two errors on one field are both shown, in order', async () => {
        const errors = [
          refusalOf('Title', 'is already used by another section'),
          refusalOf('Title', 'must not end with a number'),
        ];
        await answer(sandbox, kind, refusal(errors));
        await submit(page, kind);
        const lines = ['Title is already used by another section', 'Title must not end with a number'];
        await expectSummary(page, ...lines);
        await expectInvalid(form.title, lines.join(' '));
      });
      await test.step('errors on several fields are listed in the order of the page', async () => {
        const errors = [
          refusalOf('SectionContents', 'holds a link that does not work'),
          refusalOf('Title', 'is too vague'),
        ];
        await answer(sandbox, kind, refusal(errors));
        await submit(page, kind);
        await expectSummary(page, 'Title is too vague', 'Introduction holds a link that does not work');
        await expectInvalid(form.introduction, 'Introduction holds a link that does not work');
        await expect(form.order).not.toHaveAttribute('aria-invalid');
      });
    });

    test('row 20: an error on a field that is not on the page leads to the one that reveals it', async ({
      page,
      sandbox,
    }) => {
      const form = sectionForm(page);
      await page.getByRole('radio', { name: 'Immediate' }).check();
      await refuse(sandbox, kind, 'UnlockAfterDays', 'must be a multiple of 7');
      await submit(page, kind);
      await expectSummary(page, 'Unlock after (days) must be a multiple of 7');
      await expect(form.days).toHaveCount(0);
      await form.summary.getByRole('link').click();
      await expect(page.getByRole('radio', { name: 'Immediate' })).toBeFocused();

      await refuse(sandbox, kind, 'NewImageUrl', 'could not be downloaded');
      await submit(page, kind);
      await expectSummary(page, 'Image URL could not be downloaded');
      await expect(form.imageUrl).toHaveCount(0);
      await form.summary.getByRole('link').click();
      await expect(page.getByRole('radio', { name: /^(Keep the current|No) image$/ })).toBeFocused();
    });

    test('a name that is no field’s, or only nearly, loses no message', async ({ page, sandbox }) => {
      const form = sectionForm(page);
      await test.step('row 16: a property in other letters, or with its path before it, is still its field', async () => {
        for (const name of ['title', 'TITLE', 'section.Title', 'Title ', 'Items[0].Title']) {
          await refuse(sandbox, kind, name, `is refused as ${name.trim()}`);
          await submit(page, kind);
          await expectSummary(page, `Title is refused as ${name.trim()}`);
          await expectInvalid(form.title, `Title is refused as ${name.trim()}`);
        }
      });
      await test.step('row 15, 17: a name that is no field’s is shown as it came, whatever it is', async () => {
        await sandbox.forgetRequests();
        const names = ['PublishingWindow', '__proto__', 'constructor', 'toString', 'root', 'root.x'];
        for (const name of names) {
          await refuse(sandbox, kind, name, 'is closed until Monday');
          await submit(page, kind);
          await expectSummary(page, `${name}: is closed until Monday`);
          await expect(form.title).not.toHaveAttribute('aria-invalid');
        }
        expect(await sandbox.writes()).toHaveLength(names.length);
      });
      await test.step('row 17: an error without a usable name is shown by its words', async () => {
        const names = [null, '', '   ', 7, true, ['Title'], { Title: 1 }];
        const entries = [{}, ...names.map((name) => ({ PropertyName: name }))];
        for (const [index, entry] of entries.entries()) {
          const Message = `The record is locked by import ${index}.`;
          await answer(sandbox, kind, { WasSuccessful: false, Errors: [{ ...entry, Message }] });
          await submit(page, kind);
          await expectSummary(page, Message);
          await form.summary.getByRole('link').click();
          await expect(form.title).toBeFocused();
        }
      });
    });

    test('a refusal in another shape is understood as one', async ({ page, sandbox, allow }) => {
      const form = sectionForm(page);
      await test.step('row 18: a message without errors is shown, and at its field when it begins with its name', async () => {
        for (const Errors of [null, [], undefined]) {
          await answer(sandbox, kind, {
            Message: 'This course is closed for changes.',
            Errors,
            WasSuccessful: false,
          });
          await submit(page, kind);
          await expectSummary(page, 'This course is closed for changes.');
          await expect(form.title).not.toHaveAttribute('aria-invalid');

          await answer(sandbox, kind, {
            Message: 'Title: is a required field',
            Errors,
            WasSuccessful: false,
          });
          await submit(page, kind);
          await expectSummary(page, 'Title is a required field');
          await expectInvalid(form.title, 'Title is a required field');
        }
        await answer(sandbox, kind, { Message: 'Subtitle: is a required field', WasSuccessful: false });
        await submit(page, kind);
        await expectSummary(page, 'Subtitle: is a required field');
      });
      await test.step('row 11: a 200 that was not successful is a refusal, with and without errors', async () => {
        await sandbox.forgetRequests();
        await answer(sandbox, kind, refusal([refusalOf('Title', 'is already used by another section')]), 200);
        await submit(page, kind);
        await expectSummary(page, 'Title is already used by another section');
        await expectInvalid(form.title, 'Title is already used by another section');
        await expect(form.summary).toContainText('Nothing was saved.');

        const refused = { ...refusal([], 'This course is closed for changes.'), Status: 200, Errors: null };
        await answer(sandbox, kind, refused, 200);
        await submit(page, kind);
        await expectSummary(page, 'This course is closed for changes.');
        await expect(form.saveStatus).toHaveText('Not saved');
        expect(await sandbox.writes()).toHaveLength(2);
      });
      await test.step('row 37: a refusal in the shape of another framework is understood', async () => {
        const ModelState = { 'section.Title': ['The Title field is too vague.'] };
        await answer(sandbox, kind, { Message: 'The request is invalid.', ModelState });
        await submit(page, kind);
        await expectInvalid(form.title, 'The Title field is too vague.');
        await expect(form.summary).toContainText('The request is invalid.');

        await answer(sandbox, kind, { error: 'invalid_request', error_description: 'It was malformed.' });
        await submit(page, kind);
        await expectSummary(page, 'It was malformed.');
      });
      await test.step('row 37: a refusal without any words says at least that', async () => {
        allow.status(412, 422, 423);
        const bodies = {
          400: '',
          412: '<!doctype html><h1>Bad Request</h1>',
          422: {},
          423: { Errors: [{}] },
        };
        for (const [status, body] of Object.entries(bodies)) {
          await answer(sandbox, kind, body, Number(status));
          await submit(page, kind);
          await expect(form.summary).toContainText(`It gave no reason (${status}).`);
          await expect(form.summary).toContainText('Nothing was saved.');
          await expect(form.summary).not.toContainText('Bad Request');
        }
        await expect(page.getByRole('button', { name: 'Copy details' })).toBeVisible();
        const fault = { status: 400, body: 'The course is closed.', contentType: 'text/plain' };
        await sandbox.fail({ method: kind.method, path: SECTIONS_PATH, fault });
        await submit(page, kind);
        await expectSummary(page, 'The course is closed.');
      });
    });
  });
}

test('row 72: a new section’s refused course is said at the course', async ({ page, sandbox }) => {
  const form = sectionForm(page);
  await NEW_SECTION.open(page, sandbox);
  for (const property of ['CourseId', 'Course', 'course']) {
    await form.title.fill(`Fire drill [refuse:${property}=is archived]`);
    await submit(page, NEW_SECTION);
    await expectSummary(page, 'Course is archived');
    await expectInvalid(form.course, 'Course is archived');
    await form.summary.getByRole('link').click();
    await expect(form.course).toBeFocused();
  }
});

test('a stored section’s refused course, which is fixed, is said in the summary', async ({
  page,
  sandbox,
}) => {
  const form = sectionForm(page);
  await STORED_SECTION.open(page, sandbox);
  for (const property of ['CourseId', 'Course']) {
    await refuse(sandbox, STORED_SECTION, property, 'is archived');
    await submit(page, STORED_SECTION);
    await expectSummary(page, 'Course is archived');
    await form.summary.getByRole('link').click();
    await expect(form.title).toBeFocused();
  }
});
