import type { Page } from '@playwright/test';

/** A list of small pages that changes each time it is read, until `settle`: it promises one more than it has. */
export async function changingList(page: Page, url: string, size: number): Promise<{ settle: () => void }> {
  let isChanging = true;
  await page.route(url, async (route, request) => {
    const response = await route.fetch({
      url: request.url().replace(/size=\d+/, `size=${size}`),
      maxRetries: 2,
    });
    const list = (await response.json()) as { TotalItems: number };
    await route.fulfill({ response, json: { ...list, TotalItems: list.TotalItems + Number(isChanging) } });
  });
  return {
    settle: () => {
      isChanging = false;
    },
  };
}
