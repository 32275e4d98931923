import { expect, type Page } from '@playwright/test';
import { PASSWORD } from '../../sandbox/accounts';
import type { SandboxWorld } from './sandbox';

/** Signs in as a person does, on the way to a page of the app. */
export async function signIn(
  page: Page,
  sandbox: SandboxWorld,
  path = '/courses',
  account = 'admin',
): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(path)}`);
  await page.getByLabel('Email').fill(sandbox.userName(account));
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(path);
}

/**
 * Opens a page with the session that “Stay signed in on this tab” would have left (src/api/storedSession.ts): for
 * tests that are about something else. It has no refresh token.
 */
export async function openAs(
  page: Page,
  sandbox: SandboxWorld,
  path: string,
  account = 'admin',
): Promise<void> {
  const accessToken = await sandbox.accessToken(account);
  const session = {
    accessToken,
    username: sandbox.userName(account),
    clientId: 'browser-tests',
    generation: 0,
    mark: null,
  };
  await page.addInitScript((text) => {
    // Once in the life of the tab, so that signing out and reloading stay what they are; frames and the empty page have
    // no storage.
    if (self !== top || origin === 'null' || sessionStorage.getItem('browser-tests.opened')) return;
    sessionStorage.setItem('browser-tests.opened', 'yes');
    sessionStorage.setItem('nexudus-sections.session', text);
  }, JSON.stringify(session));
  await page.goto(path);
}
