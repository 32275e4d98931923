import { randomUUID } from 'node:crypto';
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { resumeClock } from './clock';
import { keepFiles } from './keptFiles';
import { lag } from './lag';
import { SandboxWorld } from './sandbox';
import { Allowed, leave, watch } from './browserProblems';

interface Fixtures {
  /** What this test expects to go wrong. */
  allow: Allowed;
  /** The side door to a world that only this test uses. */
  sandbox: SandboxWorld;
  /** Opens a browser of somebody else: a context of its own, watched like the first. */
  newVisitor: () => Promise<Page>;
}

/**
 * A test fails on everything that its browsers complain about: console errors and warnings, page errors, violations of
 * the policy, requests that fail or go elsewhere; except for what it names by `allow`.
 */
export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of a fixture's needs from this pattern
  allow: async ({}, provide) => {
    await provide(new Allowed());
  },

  context: async ({ context, baseURL, allow }, provide) => {
    keepFiles(context);
    const problems = await watch(context, baseURL ?? '', allow);
    if (process.env['E2E_LAG']) await lag(context);
    await provide(context);
    try {
      await resumeClock(context);
      await leave(context);
    } finally {
      expect(problems, 'what the browser complained about').toEqual([]);
    }
  },

  sandbox: async ({ request }, provide) => {
    await provide(new SandboxWorld(request, `t${randomUUID()}`));
  },

  newVisitor: async ({ browser, baseURL, allow }, provide) => {
    const opened: { context: BrowserContext; problems: string[] }[] = [];
    await provide(async () => {
      const context = await browser.newContext();
      opened.push({ context, problems: await watch(context, baseURL ?? '', allow) });
      if (process.env['E2E_LAG']) await lag(context);
      return context.newPage();
    });
    for (const { context, problems } of opened) {
      await context.close();
      expect(problems, 'what the visitor’s browser complained about').toEqual([]);
    }
  },
});

export { expect };
