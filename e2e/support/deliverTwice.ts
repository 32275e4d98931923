import type { Page } from '@playwright/test';
import type { SandboxWorld } from './sandbox';

/**
 * Has the creates of a page delivered twice, as a network may do it: what one asks for is stored before the call itself
 * arrives.
 * @returns the numbers of what was stored so
 */
export async function deliverTwice(page: Page, sandbox: SandboxWorld): Promise<readonly number[]> {
  const stored: number[] = [];
  await page.route('**/api/content/coursesections', async (route, request) => {
    if (request.method() === 'POST') {
      const body = request.postDataJSON() as Record<string, unknown>;
      const { NewImageUrl: _url, ClearImageFile: _clear, ...properties } = body;
      const twin = await sandbox.insert('sections', { ...properties, UpdatedBy: sandbox.userName() });
      stored.push(twin.Id);
    }
    await route.fallback();
  });
  return stored;
}
