import { expect, type Page } from '@playwright/test';
import type { SandboxWorld } from '../support/sandbox';
import { openAs } from '../support/session';

/** The script heap after a collection, in bytes. */
async function heapOf(page: Page): Promise<number> {
  const client = await page.context().newCDPSession(page);
  try {
    await client.send('HeapProfiler.collectGarbage');
    await client.send('HeapProfiler.collectGarbage');
    return (await client.send('Runtime.getHeapUsage')).usedSize;
  } finally {
    await client.detach();
  }
}

/** Goes to and fro between the list and a form; the heap after the first rounds and after all, in bytes. */
export async function heapAfterNavigations(
  page: Page,
  sandbox: SandboxWorld,
  courseId: number,
  navigations: number,
): Promise<{ before: number; after: number }> {
  await openAs(page, sandbox, `/courses/${courseId}/sections`);
  const first = page.getByRole('list', { name: 'Sections' }).getByRole('link').first();
  const goRound = async () => {
    await first.click();
    await expect(page.getByRole('heading', { level: 1, name: 'Edit section' })).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Title' })).toBeVisible();
    await expect(page.getByText(/seen no other version|Earlier versions/).first()).toBeVisible();
    await page.goBack();
    await expect(first).toBeVisible();
  };
  // Code and caches that come once are there after these.
  for (let round = 0; round < 5; round++) await goRound();
  const before = await heapOf(page);
  for (let round = 0; round < navigations / 2; round++) await goRound();
  return { before, after: await heapOf(page) };
}
