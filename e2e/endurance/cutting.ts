import { expect, type Page } from '@playwright/test';
import type { SandboxWorld } from '../support/sandbox';
import { openAs } from '../support/session';

export interface Cuts {
  /** Creates that ended with the new section shown. */
  readonly recognised: number;
  /** Creates that the browser itself sent twice, and that were shown as such. */
  readonly shownTwice: number;
  readonly titles: readonly string[];
}

/** Creates sections one after the other; each answer is lost after the section was stored. */
export async function cutAfterCommit(
  page: Page,
  sandbox: SandboxWorld,
  courseId: number,
  times: number,
): Promise<Cuts> {
  let [recognised, shownTwice] = [0, 0];
  await openAs(page, sandbox, `/sections/new?courseId=${courseId}`);
  for (let round = 1; round <= times; round++) {
    await page.getByRole('textbox', { name: 'Title' }).fill(`Cut ${round}`);
    // After the first bytes of an answer the browser does not send again by itself, after none it may.
    const cut = round % 4 === 0 ? 'afterCommit' : 'midBody';
    await sandbox.fail({ method: 'POST', path: '/content/coursesections', fault: { cut } });
    await page.getByRole('button', { name: 'Create section', exact: true }).click();
    const created = page.getByRole('status').filter({ hasText: 'Section created' });
    const twice = page.getByText('Created twice');
    await expect(created.or(twice)).toBeVisible({ timeout: 20_000 });
    if (await twice.isVisible()) {
      shownTwice += 1;
      await page.getByRole('link', { name: 'Go to the sections of the course' }).click();
    } else recognised += 1;
    await page.getByRole('link', { name: 'New section' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'New section' })).toBeVisible();
  }
  const titles = (await sandbox.sectionsOf(courseId)).map(({ Title }) => String(Title));
  return { recognised, shownTwice, titles: titles.filter((title) => title.startsWith('Cut ')) };
}

/** Every create is there, and none twice but those that were shown so. */
export function expectNoTwin({ recognised, shownTwice, titles }: Cuts, times: number): void {
  expect(new Set(titles).size).toBe(times);
  expect(recognised + shownTwice).toBe(times);
  expect(titles.length - times).toBe(shownTwice);
}
