import type { Locator, Page } from '@playwright/test';
import { savedAt, sectionForm } from '../support/pages/sectionForm';
import { COURSE, NEW_SECTION, SECTION, STORED_SECTION } from '../support/pages/sectionPages';
import type { SandboxWorld } from '../support/sandbox';
import { expect, test } from '../support/test';

const colleague = (sandbox: SandboxWorld) => sandbox.userName('colleague');
const notes = (page: Page) => page.getByRole('status').filter({ hasText: /^Saved(?! at)/ });

/** A colleague saves just after the page's write, before it reads what is stored. */
async function overtake(page: Page, edit: () => Promise<void>) {
  await page.route('**/api/content/coursesections', async (route, request) => {
    if (request.method() === 'GET') return route.fallback();
    const response = await route.fetch({ maxRetries: 2 });
    await edit();
    return route.fulfill({ response });
  });
}

test('a colleague’s save just after mine is named, and what I saved is offered back', async ({
  page,
  sandbox,
}) => {
  const form = sectionForm(page);
  await STORED_SECTION.open(page, sandbox);
  await overtake(page, () =>
    sandbox.edit('sections', SECTION, { Title: 'Evacuation', SectionContents: '<p>Theirs</p>' }),
  );
  await form.save.click();
  const overtaken = form.status(`${colleague(sandbox)} has changed Title just after you`);
  await expect(overtaken).toContainText('Stored: Evacuation');
  await expect(overtaken).toContainText('Yours: Fire drill');
  await expect(form.saveStatus).toHaveText(savedAt);
  await expect(form.title).toHaveValue('Evacuation');
  await expect(notes(page).getByRole('listitem')).toHaveText([
    `${colleague(sandbox)} has changed Introduction just after you.`,
  ]);

  // What is typed elsewhere before the choice stays.
  await form.order.fill('12');
  await overtaken.getByRole('button', { name: 'Use mine' }).click();
  await expect(form.title).toHaveValue('Fire drill');
  await expect(form.order).toHaveValue('12');
  await expect(form.saveStatus).toHaveText('Unsaved changes');
  await expect(overtaken).toHaveCount(0);
  expect(await sandbox.writes()).toHaveLength(1);
  await page.unroute('**/api/content/coursesections');
  await form.save.click();
  await expect(form.saveStatus).toHaveText(savedAt);
  const stored = { Title: 'Fire drill', SectionContents: '<p>Theirs</p>', DisplayOrder: 12 };
  expect(await sandbox.read('sections', SECTION)).toMatchObject(stored);
});

test('a colleague’s image in place of the one that I saved is named, and mine is offered back', async ({
  page,
  sandbox,
}) => {
  const form = sectionForm(page);
  const mine = 'https://images.example/mine.png';
  await STORED_SECTION.open(page, sandbox);
  await overtake(page, () => sandbox.edit('sections', SECTION, { ImageFileName: 'theirs.png' }));
  await form.image('Replace with an image from a URL').check();
  await form.imageUrl.fill(mine);
  await form.save.click();
  const overtaken = form.status(
    `${colleague(sandbox)} has saved just after you and may have changed Thumbnail`,
  );
  await expect(overtaken).toContainText(`Yours: ${mine}`);
  await overtaken.getByRole('button', { name: 'Use mine' }).click();
  await expect(form.imageUrl).toHaveValue(mine);
  await page.unroute('**/api/content/coursesections');
  await form.save.click();
  await expect(form.saveStatus).toHaveText(savedAt);
  expect(await sandbox.read('sections', SECTION)).toMatchObject({ ImageFileName: 'mine.png' });
});

test('what a colleague changed in my new section at once is named, and mine is kept as a draft of it', async ({
  page,
  sandbox,
}) => {
  const form = sectionForm(page);
  await NEW_SECTION.open(page, sandbox);
  await overtake(page, async () => {
    const made = (await sandbox.sectionsOf(COURSE)).find(({ Title }) => Title === 'Fire drill');
    await sandbox.edit('sections', Number(made?.Id), { Title: 'Evacuation' });
  });
  await form.create.click();
  await expect(form.status('Section created')).toContainText(
    `${colleague(sandbox)} has changed Title just after you. What you saved is kept as a draft of the section.`,
  );
  await page.getByRole('link', { name: 'Evacuation' }).click();
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(form.title).toHaveValue('Fire drill');
  await expect(form.saveStatus).toHaveText('Unsaved changes');
});

test('where the browser keeps no drafts, “Save and leave” stays with what a colleague has changed at once', async ({
  page,
  sandbox,
}) => {
  const form = sectionForm(page);
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('refused', 'SecurityError');
    };
  });
  const stays = async (said: Locator) => {
    await expect(said).toContainText('could not be kept as a draft');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  };
  await test.step('in the form of a new section, also without leaving', async () => {
    await NEW_SECTION.open(page, sandbox);
    await overtake(page, async () => {
      const made = (await sandbox.sectionsOf(COURSE)).find(({ Title }) => Title === 'Fire drill');
      await sandbox.edit('sections', Number(made?.Id), { Title: 'Evacuation' });
    });
    await form.create.click();
    await stays(form.status('Section created'));
    await expect(form.title).toHaveValue('Fire drill');
    await page.unroute('**/api/content/coursesections');
  });
  await test.step('and of a stored one', async () => {
    await STORED_SECTION.open(page, sandbox);
    await overtake(page, () => sandbox.edit('sections', SECTION, { Title: 'Evacuation' }));
    await form.cancel.click();
    await form.question.getByRole('button', { name: 'Save and leave', exact: true }).click();
    const overtaken = form.status(`${colleague(sandbox)} has changed Title just after you`);
    await stays(overtaken);
    await overtaken.getByRole('button', { name: 'Use mine' }).click();
    await expect(form.title).toHaveValue('Fire drill');
  });
});
