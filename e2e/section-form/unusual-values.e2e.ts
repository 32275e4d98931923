import type { Page } from '@playwright/test';
import { AWKWARD_SECTIONS, COURSES, ONBOARDING_SECTIONS } from '../../sandbox/seed/ids';
import { newSectionPath } from '../support/created';
import { draftsIn, expectDraft } from '../support/drafts';
import { savedAt, sectionForm } from '../support/pages/sectionForm';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

const { welcome, gettingIn } = ONBOARDING_SECTIONS;
const editPath = (id: number = welcome) => `/sections/${id}/edit`;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('row 61: values of the wrong type are read where nothing is lost by it, else named, and go back as they came', async ({
  page,
  sandbox,
}) => {
  const form = sectionForm(page);
  const odd = { Title: 7, DisplayOrder: '3', UnlockType: '3', UnlockAfterDays: [9], Active: { on: true } };
  await sandbox.edit('sections', welcome, { ...odd, $omit: ['UniqueId', 'CreatedOn'] });
  await openAs(page, sandbox, editPath());
  await expect(form.title).toHaveValue('7');
  await expect(form.order).toHaveValue('3');
  await expect(form.rule('Timed')).toBeChecked();
  await expect(page.getByText('Could not be read: Active and Unlock after (days)')).toBeVisible();
  await form.introduction.fill('<p>New</p>');
  await sandbox.fail({ method: 'PUT', fault: { status: 200, body: { WasSuccessful: true, Value: {} } } });
  await form.save.click();
  await expect.poll(async () => (await sandbox.writes()).length).toBe(1);
  const [write] = await sandbox.writes();
  expect(write?.body).toMatchObject({ UnlockAfterDays: [9], Active: { on: true }, UnlockType: 3 });
});

test('where nothing is stored, the switch is named: it can’t look as if it were neither on nor off', async ({
  page,
  sandbox,
}) => {
  await sandbox.edit('sections', welcome, { Active: null });
  await openAs(page, sandbox, editPath());
  await expect(page.getByText('Could not be read: Active', { exact: true })).toBeVisible();
  await openAs(page, sandbox, `/courses/${COURSES.memberOnboarding}/sections`);
  await expect(page.getByRole('img', { name: /^Active: Welcome.*, not known$/ })).toBeVisible();
});

test('row 64: a megabyte and a half of introduction can be opened, edited and saved, and have a draft', async ({
  page,
  sandbox,
}) => {
  test.slow();
  const form = sectionForm(page);
  // Five megabytes, as in the figures of docs/limits.md, would be a test of the machine.
  const html = `<p>${'All about it. '.repeat(142)}</p>\n`.repeat(750);
  await sandbox.edit('sections', welcome, { SectionContents: html });
  await openAs(page, sandbox, editPath());
  await expect(page.getByText('1,497,000 characters')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByTitle('Preview of the introduction')).toHaveCount(0);
  await form.introduction.press('Control+Home');
  await page.keyboard.insertText('<!-- new -->');
  await expectDraft(page, ({ values }) => String(values['introduction']).startsWith('<!-- new --><p>'));
  await page.getByRole('tab', { name: 'Preview' }).click();
  await expect(page.getByText('This introduction has 1,497,012 characters')).toBeVisible();
  await form.save.click();
  await expect(form.status(savedAt)).toBeVisible({ timeout: 20_000 });
  expect((await sandbox.read('sections', welcome))['SectionContents']).toBe(`<!-- new -->${html}`);
});

test('row 67: times without a zone, of nothing, or that are none, are shown for what they are', async ({
  page,
  sandbox,
}) => {
  const times: readonly [stored: string, shown: string][] = [
    ['2025-07-01T23:30:00', '2 Jul 2025, 0:30 WEST'],
    ['0001-01-01T00:00:00', 'unknown'],
    ['the day before', 'the day before'],
    ['2999-01-15T10:30:00Z', '15 Jan 2999, 10:30 WET'],
  ];
  for (const [index, [stored, shown]] of times.entries()) {
    await sandbox.edit('sections', welcome, { UpdatedOn: stored });
    await (index === 0 ? openAs(page, sandbox, editPath()) : page.reload());
    await expect(page.getByRole('definition').filter({ hasText: shown }).first(), stored).toBeVisible();
  }
});

test('row 69: Enter that ends a composition of an input method saves nothing', async ({ page, sandbox }) => {
  const form = sectionForm(page);
  await openAs(page, sandbox, editPath());
  await form.title.fill('');
  await form.title.focus();
  const client = await page.context().newCDPSession(page);
  await client.send('Input.imeSetComposition', { text: 'にほん', selectionStart: 3, selectionEnd: 3 });
  await page.keyboard.press('Enter');
  await client.send('Input.insertText', { text: '日本' });
  await expect(form.title).toHaveValue('日本');
  await expect(form.status('Unsaved changes')).toBeVisible();
  expect(await sandbox.writes()).toEqual([]);
  await form.title.press('Enter');
  await expect(form.status(savedAt)).toBeVisible();
  expect(await sandbox.writes()).toHaveLength(1);
});

test('row 70: a paste is text; what Word put into the HTML goes by “Clean up”, and comes back by “Undo”', async ({
  page,
  context,
  sandbox,
}) => {
  const form = sectionForm(page);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openAs(page, sandbox, editPath());
  await form.introduction.fill('');
  await page.evaluate(async () => {
    const types = { 'text/html': '<p class="MsoNormal"><b>Bold</b></p>', 'text/plain': 'Bold' };
    const parts = Object.entries(types).map(([type, text]) => [type, new Blob([text], { type })]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(parts) as Record<string, Blob>)]);
  });
  await form.introduction.press('Control+v');
  await expect(form.introduction).toHaveValue('Bold');
  await expect(button(page, 'Clean up')).toHaveCount(0);

  const pasted = '<p class=“MsoNormal” style="mso-x:y;color:red">“Quoted”<o:p></o:p></p>';
  await form.introduction.fill(pasted);
  await button(page, 'Clean up').click();
  await expect(form.introduction).toHaveValue('<p style="color:red">“Quoted”</p>');
  await expect(page.getByText('33 characters')).toBeVisible();
  await expect(button(page, 'Undo')).toBeFocused();
  await button(page, 'Undo').click();
  await expect(form.introduction).toHaveValue(pasted);
  await button(page, 'Clean up').click();
  await form.save.click();
  await expect(form.status(savedAt)).toBeVisible();
  const stored = await sandbox.read('sections', welcome);
  expect(stored['SectionContents']).toBe('<p style="color:red">“Quoted”</p>');
});

test('row 70: “Clean up” leaves what members see, says what it could not take out, and goes back after typing', async ({
  page,
  sandbox,
}) => {
  const form = sectionForm(page);
  await openAs(page, sandbox, editPath());
  const list =
    '<p class="MsoListParagraph"><!--[if !supportLists]--><b>·</b><!--[endif]-->First rule</p><p class="MsoNormal">The door code changes.</p>';
  const picture = '<!--[if gte vml 1]><v:shape></v:shape><![endif]--><img src="https://img.example/a.png">';
  await form.introduction.fill(list + picture);
  await button(page, 'Clean up').click();
  const cleaned =
    '<p><b>·</b>First rule</p><p>The door code changes.</p><img src="https://img.example/a.png">';
  await expect(form.introduction).toHaveValue(cleaned);
  await expect(page.getByText('What only Word understands is gone')).toBeVisible();

  const typed = `${cleaned}<p>Typed since</p>`;
  await form.introduction.fill(typed);
  await expect(page.getByText(`${typed.length} characters`)).toBeVisible();
  await button(page, 'Undo').click();
  await expect(form.introduction).toHaveValue(list + picture);
  await expect(button(page, 'Put it back')).toBeFocused();
  await button(page, 'Put it back').click();
  await expect(form.introduction).toHaveValue(typed);
  await form.save.click();
  await expect(form.status(savedAt)).toBeVisible();
  await expect(button(page, 'Undo')).toHaveCount(0);

  const unclosed = '<p>Shown</p><!--[if mso]>';
  await form.introduction.fill(`<o:p>${unclosed}`);
  await button(page, 'Clean up').click();
  await expect(page.getByText('The rest can’t be told from the text')).toBeVisible();
  await expect(form.introduction).toHaveValue(unclosed);
  await expect(button(page, 'Clean up')).toHaveCount(0);
});

test('row 73: where the storage is full, the app says so and works', async ({ page, sandbox }) => {
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  const form = sectionForm(page);
  await openAs(page, sandbox, editPath());
  await form.title.fill('Without a draft');
  await expect(page.getByText('Its storage is full.')).toBeVisible();
  expect(await draftsIn(page)).toEqual([]);
  await form.save.click();
  await expect(form.status(savedAt)).toBeVisible();
});

test('row 91: a title in any script is kept as it is; one of invisible characters is none', async ({
  page,
  sandbox,
}) => {
  const form = sectionForm(page);
  await openAs(page, sandbox, editPath());
  for (const nothing of ['\u200B\u200D\u2060', '\u202E\u0000', ' \u00AD\uFE0F']) {
    await form.title.fill(nothing);
    await form.save.click();
    await expect(form.summary.getByRole('link')).toHaveText('Enter a title');
  }
  expect(await sandbox.writes()).toEqual([]);
  const titles: readonly [title: string, direction: string][] = [
    ['👩‍👩‍👧‍👦 e\u0301ducation', 'ltr'],
    ['الأمان من الحريق', 'rtl'],
    ['abc\u202Edef', 'ltr'],
  ];
  for (const [title, direction] of titles) {
    await form.title.fill(title);
    expect(await form.title.evaluate((box) => getComputedStyle(box).direction)).toBe(direction);
    await form.save.click();
    await expect(form.status(savedAt)).toBeVisible();
    expect((await sandbox.read('sections', welcome)).Title).toBe(title);
  }
});

test('row 92: the title of another section of the course is allowed, and mentioned', async ({
  page,
  sandbox,
}) => {
  const form = sectionForm(page);
  const plain = 'What members see as the name of the section.';
  const note = `${plain} Another section of this course has the same title.`;
  await openAs(page, sandbox, editPath());
  await form.title.fill(' getting in AND out');
  await expect(form.title).toHaveAccessibleDescription(note);
  await form.save.click();
  await expect(form.status(savedAt)).toBeVisible();
  await form.title.fill('Something else');
  await expect(form.title).toHaveAccessibleDescription(plain);

  await page.goto(newSectionPath(COURSES.memberOnboarding));
  await form.title.fill('Getting in and out');
  await expect(form.title).toHaveAccessibleDescription(note);
});

const addresses: readonly [address: string, words: RegExp][] = [
  ['javascript:alert(1)', /starts with https/],
  ['data:image/png;base64,AAAA', /starts with https/],
  ['file:///etc/passwd', /starts with https/],
  ['//images.example/a.png', /starts with https/],
  ['https://user:pw@images.example/a.png', /without a user name or password/],
  ['https://169.254.169.254/latest.png', /public address/],
  ['https://2852039166/latest.png', /public address/],
  [`https://images.example/${'a'.repeat(3000)}.png`, /at most 2,000 characters/],
];

test('row 94, 95: an address that can never be right is refused, and none is visited unless asked', async ({
  page,
  context,
  sandbox,
  allow,
}) => {
  const form = sectionForm(page);
  const visits: Record<string, string>[] = [];
  await context.route('https://images.example/**', async (route) => {
    visits.push(await route.request().allHeaders());
    await route.fulfill({ path: 'public/favicon.svg' });
  });
  allow.origin('https://images.example');
  await openAs(page, sandbox, editPath(gettingIn));
  await form.image('Replace with an image from a URL').check();
  for (const [address, words] of addresses) {
    await form.imageUrl.fill(address);
    await form.save.click();
    await expect(form.summary.getByRole('link'), address).toHaveText(words);
    await expect(button(page, 'Check image')).toHaveCount(0);
  }
  await form.imageUrl.fill('http://images.example/a.png');
  await expect(page.getByText('This address is not encrypted (http)')).toBeVisible();
  await form.imageUrl.fill('https://images.example/a.png');
  await expect(page.getByText('This address is not encrypted (http)')).toHaveCount(0);
  expect(visits).toEqual([]);
  await button(page, 'Check image').click();
  await expect(page.getByText('This is the image at the address.')).toBeVisible();
  expect(visits).toHaveLength(1);
  for (const name of ['referer', 'cookie', 'authorization']) expect(visits[0]).not.toHaveProperty(name);
  expect(await sandbox.writes()).toEqual([]);
});

test('row 60: a title of 10,000 characters breaks no page', async ({ page, sandbox }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const title = 'W'.repeat(10_000);
  await sandbox.edit('sections', AWKWARD_SECTIONS.longTitle, { Title: title });
  await openAs(page, sandbox, `/courses/${COURSES.imported}/sections`);
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  await expect(page.getByRole('link', { name: title, exact: true })).toBeVisible();
  expect(await width()).toBeLessThanOrEqual(320);
  await page.getByRole('link', { name: title, exact: true }).click();
  await expect(sectionForm(page).title).toHaveValue(title);
  expect(await width()).toBeLessThanOrEqual(320);
});
