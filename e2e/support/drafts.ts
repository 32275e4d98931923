import { expect, type Page } from '@playwright/test';

/** A draft as it stands in the browser's database (src/lib/drafts). */
export interface StoredDraft {
  readonly values: Readonly<Record<string, string | boolean>>;
  readonly pending: unknown;
}

/** The drafts in the page's browser. */
export async function draftsIn(page: Page): Promise<StoredDraft[]> {
  return page.evaluate(async () => {
    const known = await indexedDB.databases();
    if (!known.some(({ name }) => name === 'nexudus-course-sections')) return [];
    const opening = indexedDB.open('nexudus-course-sections');
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const reading = opening.result.transaction('drafts').objectStore('drafts').getAll();
    await new Promise((resolve) => reading.addEventListener('success', resolve));
    opening.result.close();
    return reading.result as StoredDraft[];
  });
}

/** Waits until a draft of this kind is in the browser's database: typing is ahead of it by half a second. */
export async function expectDraft(page: Page, isIt: (draft: StoredDraft) => boolean): Promise<void> {
  await expect.poll(async () => (await draftsIn(page)).some(isIt)).toBe(true);
}

/** Puts something else in the place of every draft. */
export async function overwriteDrafts(page: Page, value: object): Promise<void> {
  await page.evaluate(async (value) => {
    const opening = indexedDB.open('nexudus-course-sections');
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const store = opening.result.transaction('drafts', 'readwrite').objectStore('drafts');
    const keys = store.getAllKeys();
    await new Promise((resolve) => keys.addEventListener('success', resolve));
    for (const key of keys.result) store.put(value, key);
    await new Promise((resolve) => store.transaction.addEventListener('complete', resolve));
    opening.result.close();
  }, value);
}
