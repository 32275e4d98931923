import { preloadRead } from '#/api/http/preloadedReads';
import { readStoredSession } from '#/api/session/storedSession';
import { loadConfig } from '#/config';
import { parseId } from '#/lib/ids';
import { loadSignedIn, pages } from './pages';

/** What a first page needs besides the app: its own code, and the reads that its loader will ask for. */
interface FirstPage {
  readonly pattern: RegExp;
  load(): Promise<unknown>;
  /** Paths under the API's base URL, as api/ builds them, else the read is asked for twice. */
  reads(id: number | null): readonly string[];
}

const signInPage: FirstPage = {
  pattern: /^\/sign-in$/,
  load: pages.signIn,
  reads: () => [],
};

const firstPages: readonly FirstPage[] = [
  signInPage,
  {
    pattern: /^\/sections\/([^/]+)\/edit$/,
    load: pages.editSection,
    reads: (id) => (id === null ? [] : [`/content/coursesections/${id}`]),
  },
  {
    pattern: /^\/courses\/([^/]+)\/sections$/,
    load: pages.courseSections,
    reads: (id) =>
      id === null
        ? []
        : [`/content/courses/${id}`, `/content/coursesections?CourseSection_Course=${id}&page=1&size=100`],
  },
  {
    pattern: /^\/sections\/new$/,
    load: pages.newSection,
    reads: () => [],
  },
  { pattern: /^\/(courses)?$/, load: pages.courses, reads: () => [] },
];

/**
 * The entry: small, so that it runs early. It asks for the page's record and code beside the app's own code instead of
 * after it.
 */
async function boot(root: HTMLElement): Promise<void> {
  const app = import('./main');
  const page = firstPages.find(({ pattern }) => pattern.test(location.pathname));
  if (page !== signInPage) loadSignedIn().catch(() => undefined);
  // Whoever needs them asks again and reports: here they are only early.
  app.catch(() => undefined);
  page?.load().catch(() => undefined);
  try {
    const { apiBaseUrl } = await loadConfig();
    const stored = readStoredSession();
    const id = parseId(page?.pattern.exec(location.pathname)?.[1]);
    if (stored) page?.reads(id).forEach((path) => preloadRead(path, stored.accessToken, apiBaseUrl));
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
