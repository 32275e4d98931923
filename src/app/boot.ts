import { addressText } from '#/api/addresses';
import { preloadRead } from '#/api/http/preloadedReads';
import { readStoredSession } from '#/api/session/storedSession';
import { loadConfig } from '#/config';
import { matchPage } from '#/paths';
import { loadLayout, loadLoaders } from './behindSignIn';
import { type Page, pages } from './pages';

/** Whoever needs the code asks again and reports: here it is only early. */
function loadEarly(load: () => Promise<unknown>): void {
  load().catch(() => undefined);
}

/**
 * The entry: small, so that it runs early. It asks for the page's record and code beside the app's own code instead of
 * after it.
 */
async function boot(root: HTMLElement): Promise<void> {
  const app = import('./main');
  app.catch(() => undefined);
  // There is nothing to press before the app is there, which takes longer.
  loadEarly(() => import('./besideApp'));
  const match = matchPage(location.pathname);
  const page: Page<number | null> | null = match && pages[match.name];
  if (!page?.isPublic) [loadLayout, loadLoaders].forEach(loadEarly);
  if (page) loadEarly(page.load);
  try {
    const { apiBaseUrl } = await loadConfig();
    const stored = readStoredSession();
    const reads = page?.earlyReads?.(match?.id ?? null) ?? [];
    if (stored) {
      for (const read of reads) preloadRead(addressText(read), stored.accessToken, apiBaseUrl);
    }
    (await app).startApp(root);
  } catch (error) {
    showFailure(root, error);
  }
}

/** Without the app there are no components: the words go into the static shell. */
function showFailure(root: HTMLElement, error: unknown): void {
  const heading = document.createElement('h1');
  heading.textContent = 'The app could not start';
  const text = document.createElement('p');
  text.textContent = error instanceof Error ? error.message : String(error);
  const next = document.createElement('p');
  next.textContent = 'Reload the page. If this stays, tell whoever installed this app.';
  const place = root.querySelector('main') ?? root;
  place.replaceChildren(heading, text, next);
}

const root = document.getElementById('root');
if (root) void boot(root);
