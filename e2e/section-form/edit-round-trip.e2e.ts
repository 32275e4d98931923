import type { APIRequestContext, Page } from '@playwright/test';
import { AWKWARD_SECTIONS, ONBOARDING_SECTIONS } from '../../sandbox/seed/ids';
import type { SandboxWorld } from '../support/sandbox';
import { savedAt, sectionForm } from '../support/pages/sectionForm';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

const editPath = (id: number) => `/sections/${id}/edit`;
const { welcome, gettingIn, desksAndRooms, firstWeek, billing } = ONBOARDING_SECTIONS;

type Properties = Readonly<Record<string, unknown>>;

/** The full record as the API gives it. */
async function readRecord(
  request: APIRequestContext,
  sandbox: SandboxWorld,
  id: number,
): Promise<Properties> {
  const headers = { Authorization: `Bearer ${await sandbox.accessToken()}` };
  const answer = await request.get(`/api/content/coursesections/${id}`, { headers, maxRetries: 1 });
  return (await answer.json()) as Properties;
}

interface Change {
  readonly what: string;
  readonly id: number;
  readonly make: (form: ReturnType<typeof sectionForm>, page: Page) => Promise<void>;
  /** What differs from the record in the one PUT. */
  readonly sent: Properties;
  /** What differs in the store, when it is something else. */
  readonly stored?: Properties;
}

/** What one browser does one after the other, which takes a third of the time of a new browser for each. */
interface Sequence {
  readonly of: string;
  readonly changes: readonly Change[];
}

const titleAndOrder: readonly Change[] = [
  {
    what: 'row 29: The title, without the spaces around it',
    id: welcome,
    make: (form) => form.title.fill('\u00a0 Welcome aboard  '),
    sent: { Title: 'Welcome aboard' },
  },
  {
    what: 'The display order',
    id: welcome,
    make: (form) => form.order.fill('12'),
    sent: { DisplayOrder: 12 },
  },
  {
    what: 'row 62: A negative display order in full-width digits',
    id: welcome,
    make: (form) => form.order.fill(' －１２　'),
    sent: { DisplayOrder: -12 },
  },
];

const unlockRule: readonly Change[] = [
  {
    what: 'The unlock type from Sequential to Immediate',
    id: desksAndRooms,
    make: (form) => form.rule('Immediate').check(),
    sent: { UnlockType: 1 },
  },
  {
    what: 'The unlock type from Immediate to Sequential',
    id: welcome,
    make: (form) => form.rule('Sequential').check(),
    sent: { UnlockType: 2 },
  },
  {
    what: 'The unlock type from Immediate to Timed',
    id: welcome,
    make: async (form) => {
      await form.rule('Timed').check();
      await form.days.fill('14');
    },
    sent: { UnlockType: 3, UnlockAfterDays: 14 },
  },
  {
    what: 'The number of days, in full-width digits and with spaces,',
    id: firstWeek,
    make: (form) => form.days.fill(' ３０ '),
    sent: { UnlockAfterDays: 30 },
  },
  {
    what: 'The unlock type from Timed to Immediate, the stored days untouched,',
    id: firstWeek,
    make: async (form) => {
      await form.days.fill('30');
      await form.rule('Immediate').check();
    },
    sent: { UnlockType: 1 },
  },
];

const contents: readonly Change[] = [
  {
    what: 'Switching the section off',
    id: firstWeek,
    make: (form) => form.active.uncheck(),
    sent: { Active: false },
  },
  {
    what: 'Switching the section on',
    id: billing,
    make: (form) => form.active.check(),
    sent: { Active: true },
  },
  {
    what: 'The introduction',
    id: gettingIn,
    make: (form) => form.introduction.fill('<p>Ring the bell.</p>\n\n'),
    sent: { SectionContents: '<p>Ring the bell.</p>\n\n' },
  },
  {
    what: 'A first introduction',
    id: billing,
    make: (form) => form.introduction.fill('<p>Pay here.</p>'),
    sent: { SectionContents: '<p>Pay here.</p>' },
  },
  {
    what: 'An introduction with CRLF, edited on one line,',
    id: AWKWARD_SECTIONS.crlf,
    make: async (form, page) => {
      await form.introduction.press('Control+Home');
      await page.keyboard.type('<!-- new -->');
    },
    sent: {
      SectionContents:
        '<!-- new --><p>First line</p>\r\n<p>Second line</p>\r\n\r\n<pre>  two\r\n  more</pre>\r\n',
    },
  },
];

const thumbnail: readonly Change[] = [
  {
    what: 'A thumbnail from a URL instead of the stored one',
    id: gettingIn,
    make: async (form) => {
      await expect(form.image('Keep the current image')).toBeChecked();
      await form.image('Replace with an image from a URL').check();
      await form.imageUrl.fill(' https://images.example/new door.png ');
    },
    sent: { NewImageUrl: 'https://images.example/new%20door.png' },
    stored: { ImageFileName: 'new door.png' },
  },
  {
    what: 'A first thumbnail from a URL',
    id: welcome,
    make: async (form) => {
      await expect(form.image('No image')).toBeChecked();
      await form.image('Image from a URL').check();
      await form.imageUrl.fill('https://images.example/door.png');
    },
    sent: { NewImageUrl: 'https://images.example/door.png' },
    stored: { ImageFileName: 'door.png' },
  },
  {
    what: 'Removing the thumbnail',
    id: AWKWARD_SECTIONS.thumbnail,
    make: (form) => form.image('Remove the image').check(),
    sent: { ClearImageFile: true },
    stored: { ImageFileName: null },
  },
];

/** Records that must come back as they are while another field is saved. */
const untouched: readonly [string, keyof typeof AWKWARD_SECTIONS][] = [
  ['row 31: Untouched HTML with CRLF goes back byte for byte', 'crlf'],
  ['row 31: Markup that no editor would keep goes back byte for byte', 'malformed'],
  ['HTML with scripts goes back byte for byte', 'script'],
  ['row 28: Custom fields, translations and the system id go back as they came', 'customFields'],
  ['row 28: A property that no document mentions goes back as it came', 'unknownProperty'],
  ['row 27: An unknown unlock type goes back as it came', 'unlockType99'],
  ['row 27: Unlock type 0 goes back as it came', 'unlockType0'],
  ['row 62, 67: Negative days and dates that are none go back as they came', 'negativeDays'],
];

const sequences: readonly Sequence[] = [
  { of: 'title and order', changes: titleAndOrder },
  { of: 'unlock rule', changes: unlockRule },
  { of: 'state and introduction', changes: contents },
  { of: 'thumbnail', changes: thumbnail },
  {
    of: 'whatever the fields do not show',
    // They are of one course: each gets a number of its own.
    changes: untouched.map(([what, name], index) => ({
      what,
      id: AWKWARD_SECTIONS[name],
      make: (form) => form.order.fill(String(77 + index)),
      sent: { DisplayOrder: 77 + index },
    })),
  },
];

for (const { of, changes } of sequences) {
  test(`a change is saved, and nothing else changes: ${of}`, async ({ page, sandbox, request }) => {
    // Up to eight saves, each with two loads of the page.
    test.slow();
    const form = sectionForm(page);
    await openAs(page, sandbox, '/courses');
    for (const { what, id, make, sent, stored } of changes) {
      await test.step(what, async () => {
        await sandbox.forgetRequests();
        await page.goto(editPath(id));
        const record = await readRecord(request, sandbox, id);
        const before = await sandbox.read('sections', id);
        await make(form, page);
        await expect(form.status('Unsaved changes')).toBeVisible();
        await form.save.click();
        await expect(form.status(savedAt)).toBeVisible();

        const writes = await sandbox.writes();
        expect(writes).toHaveLength(1);
        expect(writes[0]).toMatchObject({ method: 'PUT', path: '/content/coursesections', status: 200 });
        expect(writes[0]?.body).toEqual({ ...record, NewImageUrl: null, ClearImageFile: false, ...sent });
        const { NewImageUrl: _url, ClearImageFile: _clear, ...properties } = sent;
        const after = await sandbox.read('sections', id);
        expect(after).toEqual({
          ...before,
          ...properties,
          ...stored,
          UpdatedOn: after['UpdatedOn'],
          UpdatedBy: sandbox.userName(),
        });
        // The page stays, on what is stored now.
        await expect(page).toHaveURL(editPath(id));
        await page.reload();
        await expect(form.status('No changes')).toBeVisible();
      });
    }
  });
}
