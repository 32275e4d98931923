import type { Locator, Page } from '@playwright/test';
import { COURSES, ONBOARDING_SECTIONS } from '../../sandbox/seed/ids';
import { expectCreated, newSectionPath } from '../support/created';
import { sectionForm } from '../support/pages/sectionForm';
import { expectInStep, rowOf, rowsOf, spaceOut, titlesOn } from '../support/pages/sectionList';
import { openAs } from '../support/session';
import { expect, test } from '../support/test';

const path = `/courses/${COURSES.memberOnboarding}/sections`;
const welcome = 'Welcome to Harbour House';
const doors = 'Getting in and out';
const desks = 'Desks, phone booths and meeting rooms';

const said = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words });

async function openDeleteDialog(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: `More actions for ${doors}` }).click();
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  return page.getByRole('dialog', { name: `Delete “${doors}”?` });
}

/** The first click of a double click; the second comes when its effect is there, as on a slow machine. */
async function firstClick(page: Page, control: Locator): Promise<void> {
  await control.hover();
  await page.mouse.down({ clickCount: 1 });
  await page.mouse.up({ clickCount: 1 });
}

async function secondClick(page: Page): Promise<void> {
  await page.mouse.down({ clickCount: 2 });
  await page.mouse.up({ clickCount: 2 });
}

test.describe('the second click of a double click', () => {
  test('is one like the first on what is still there', async ({ page, sandbox }) => {
    await openAs(page, sandbox, `/sections/${ONBOARDING_SECTIONS.welcome}/edit`);
    const active = page.getByRole('switch', { name: 'Active' });
    await active.evaluate((control) => {
      let changes = 0;
      control.addEventListener('change', () => control.setAttribute('data-changes', String(++changes)));
    });
    await active.dblclick();
    await expect(active).toHaveAttribute('data-changes', '2');
    await page.getByText('Active', { exact: true }).dblclick();
    await expect(active).toHaveAttribute('data-changes', '4');
    await expect(active).toBeChecked();
  });

  test('does not press what lay beneath a dialog that the first has closed', async ({ page, sandbox }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await openAs(page, sandbox, path);
    await expect(rowsOf(page)).toHaveCount(6);
    const cancel = (await openDeleteDialog(page)).getByRole('button', { name: 'Cancel' });
    // The row is moved so that its title lies under the button.
    const centre = await cancel.evaluate((button, title) => {
      const link = [...document.querySelectorAll('a')].find(({ textContent }) => textContent === title);
      const [at, to] = [link, button].map((element) => element?.getBoundingClientRect());
      const row = link?.closest('li');
      if (!row || !at || !to) return { x: 0, y: 0 };
      const centre = { x: to.x + to.width / 2, y: to.y + to.height / 2 };
      row.style.translate = `${centre.x - at.x - at.width / 2}px ${centre.y - at.y - at.height / 2}px`;
      row.style.zIndex = '1';
      return centre;
    }, welcome);
    await firstClick(page, cancel);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    const beneath = await page.evaluate(({ x, y }) => document.elementFromPoint(x, y)?.textContent, centre);
    expect(beneath).toBe(welcome);
    await secondClick(page);
    await expect(page.getByRole('button', { name: `More actions for ${doors}` })).toBeFocused();
    await expect(page).toHaveURL(path);
  });

  test('row 104: leaves the focus where the effect of the first has put it', async ({ page, sandbox }) => {
    await openAs(page, sandbox, path);
    const dialog = await openDeleteDialog(page);
    await firstClick(page, dialog.getByRole('button', { name: 'Delete section' }));
    await expect(said(page, `“${doors}” was deleted`)).toHaveCount(1);
    await expect(page.getByRole('link', { name: desks })).toBeFocused();
    await secondClick(page);
    await expect(page.getByRole('link', { name: desks })).toBeFocused();
    expect(await sandbox.writes()).toHaveLength(1);
    await expect(rowOf(page, desks)).toBeVisible();
  });

  test('does not send the emptied form that “Create and add another” leaves', async ({ page, sandbox }) => {
    const form = sectionForm(page);
    await openAs(page, sandbox, newSectionPath(COURSES.memberOnboarding));
    await form.title.fill('One');
    await firstClick(page, form.createAnother);
    await expect(form.status('Section created')).toBeVisible();
    await secondClick(page);
    await expect(form.title).toBeFocused();
    await page.keyboard.type('Two');
    await form.create.click();
    await expectCreated(page, COURSES.memberOnboarding, 'Two');
    expect((await sandbox.writes()).map(({ body }) => (body as { Title: string }).Title)).toEqual([
      'One',
      'Two',
    ]);
  });

  test('makes no second copy of what is still selected, nor does an Enter key that is held down', async ({
    page,
    sandbox,
  }) => {
    await openAs(page, sandbox, path);
    await page.getByRole('checkbox', { name: `Select ${doors}` }).click();
    const opener = page.getByRole('button', { name: 'Duplicate…' });
    await opener.click();
    const duplicate = page.getByRole('button', { name: 'Duplicate', exact: true });
    await firstClick(page, duplicate);
    await expect(rowsOf(page)).toHaveCount(7);
    await expect(opener).toBeEnabled();
    await secondClick(page);
    // One change of a course waits for the other: this one comes after whatever was asked for.
    await page.getByRole('switch', { name: `Active: ${desks}` }).click();
    await expect.poll(() => sandbox.requests('PUT', '/content/coursesections')).not.toHaveLength(0);
    expect(await sandbox.requests('POST', '/content/coursesections')).toHaveLength(1);
    await expect(opener).toBeEnabled();
    await opener.click();
    await duplicate.focus();
    await page.keyboard.down('Enter');
    await expect(rowsOf(page)).toHaveCount(8);
    await expect(opener).toBeEnabled();
    await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    await page.keyboard.press('Escape');
    await page.getByRole('switch', { name: `Active: ${welcome}` }).click();
    await expect(page.getByRole('switch', { name: `Active: ${welcome}` })).not.toBeChecked();
    await expect(opener).toBeEnabled();
    expect(await sandbox.requests('POST', '/content/coursesections')).toHaveLength(2);
  });

  test('moves a row on, and so does the third: that button is made to be pressed again', async ({
    page,
    sandbox,
  }) => {
    await spaceOut(sandbox, COURSES.handbook);
    await openAs(page, sandbox, `/courses/${COURSES.handbook}/sections`);
    await expect(rowsOf(page)).toHaveCount(40);
    const title = (await titlesOn(page))[20] ?? '';
    const up = page.getByRole('button', { name: `Move up: ${title}`, exact: true });
    // In the middle of the page, so that it scrolls and the button stays under the pointer.
    await up.evaluate((button) => button.scrollIntoView({ block: 'center' }));
    await up.hover();
    for (const clickCount of [1, 2, 3]) {
      await page.mouse.down({ clickCount });
      await page.mouse.up({ clickCount });
    }
    await expect(said(page, `${title} moved from position 21 to 18`)).toBeVisible();
    await expectInStep(page, sandbox, COURSES.handbook);
  });
});
