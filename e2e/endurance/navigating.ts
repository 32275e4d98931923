import { expect, type Page } from '@playwright/test';
import type { SandboxWorld } from '../support/sandbox';
import { openAs } from '../support/session';
import { type Kept, keptBy } from './heap';

/** Code, and caches that fill once, are there after so many navigations. */
const warmUp = 40;

/**
 * Goes to and fro between the list and the forms of its sections.
 * @param stops after how many navigations to look, ascending; the first look is before them, after warming up
 * @returns what the page keeps at each look
 */
export async function keptOverNavigations(
  page: Page,
  sandbox: SandboxWorld,
  courseId: number,
  stops: readonly number[],
): Promise<Kept[]> {
  await openAs(page, sandbox, `/courses/${courseId}/sections`);
  const links = page.getByRole('list', { name: 'Sections' }).getByRole('link');
  await links.first().waitFor();
  const count = await links.count();
  const goRound = async (round: number) => {
    await links.nth(round % count).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Edit section' })).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Title' })).toBeVisible();
    await expect(page.getByText(/seen no other version|Earlier versions/).first()).toBeVisible();
    await page.goBack();
    await expect(links.first()).toBeVisible();
  };
  const kept: Kept[] = [];
  let done = -warmUp;
  for (const stop of [0, ...stops]) {
    for (; done < stop; done += 2) await goRound(done / 2 + warmUp);
    kept.push(await keptBy(page));
  }
  return kept;
}

/**
 * Nothing stays behind. A navigation leaves some 30 bytes: where the router remembers the scroll position of a step in
 * the history. One forgotten listener with its closure takes ten times that, and a hundred with the form it belongs to.
 */
export function expectFlat([first, ...later]: readonly Kept[], navigations: number): void {
  const last = later.at(-1);
  if (!first || !last) throw new Error('There is nothing to compare.');
  expect(last.bytes - first.bytes, 'bytes that scripts keep').toBeLessThan(4000 + 50 * navigations);
  // A leak is one for each round, at least.
  expect(last.listeners - first.listeners, 'listeners').toBeLessThan(navigations / 4);
  expect(last.nodes - first.nodes, 'nodes').toBeLessThan(navigations / 4);
}
