import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { SandboxWorld } from '../sandbox';

export const rowsOf = (page: Page): Locator =>
  page.getByRole('list', { name: 'Sections' }).getByRole('listitem');

export const rowOf = (page: Page, title: string): Locator =>
  rowsOf(page).filter({ has: page.getByRole('link', { name: title, exact: true }) });

/** The titles as the screen shows them, top to bottom. */
export const titlesOn = (page: Page): Promise<string[]> => rowsOf(page).getByRole('link').allTextContents();

/** The titles in the order that the stored records give to members. */
export async function storedTitles(sandbox: SandboxWorld, courseId: number): Promise<string[]> {
  const sections = await sandbox.sectionsOf(courseId);
  return sections
    .toSorted((a, b) => Number(a['DisplayOrder']) - Number(b['DisplayOrder']) || a.Id - b.Id)
    .map(({ Title }) => String(Title));
}

/** Ten times the numbers: there is room between them, so that a move writes nothing but what it moves. */
export async function spaceOut(sandbox: SandboxWorld, courseId: number): Promise<void> {
  const sections = await sandbox.sectionsOf(courseId);
  await Promise.all(
    sections.map(({ Id, DisplayOrder }) =>
      sandbox.edit('sections', Id, { DisplayOrder: Number(DisplayOrder) * 10 }),
    ),
  );
}

/** The screen and the server agree, and no change is being saved. */
export async function expectInStep(page: Page, sandbox: SandboxWorld, courseId: number): Promise<void> {
  const changes = page.getByRole('group', { name: 'Changes' });
  const busy = changes.getByRole('progressbar').or(changes.locator('[data-lasting]'));
  await expect(async () => {
    // In the middle of several writes both can be equal, too.
    expect(await busy.count()).toBe(0);
    expect(await titlesOn(page)).toEqual(await storedTitles(sandbox, courseId));
  }).toPass();
}

/** The bodies of the updates that arrived, each as Id and DisplayOrder. */
export async function orderWrites(sandbox: SandboxWorld): Promise<[unknown, unknown][]> {
  const puts = await sandbox.requests('PUT', '/content/coursesections');
  return puts.map(({ body }) => {
    const { Id, DisplayOrder } = body as Record<string, unknown>;
    return [Id, DisplayOrder];
  });
}
