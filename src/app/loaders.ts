import { type LoaderFunctionArgs, redirect } from 'react-router-dom';
import { sessionReady } from '#/features/sign-in/queries';
import { parseId } from '#/lib/ids';
import { paths } from '#/paths';
import type { Page } from './pages';
import { queryClient } from './queryClient';

/** Asks to sign in first: nothing is requested without a session. */
async function requireSession({ pathname, search }: URL): Promise<void> {
  const { status } = await sessionReady();
  if (status === 'signedIn' || status === 'ended') return;
  throw redirect(paths.signIn(pathname + search));
}

/** The page's id in its path, or in the search where it may be missing. What is none is a page that does not exist. */
function readId({ searchId }: Page<number | null>, { params }: LoaderFunctionArgs, url: URL): number | null {
  const [inPath] = Object.values(params);
  const text = inPath ?? (searchId === undefined ? null : url.searchParams.get(searchId));
  if (text === null || text === '') return null;
  const id = parseId(text);
  // The boundary knows this as “not found”.
  if (id === null) throw new Response(null, { status: 404 });
  return id;
}

/**
 * The loader of every page behind the sign-in. It starts the page's reads beside the loading of its code and awaits none:
 * the page shows its own loading state, and the query's error belongs to the page.
 */
export async function loadPage(page: Page<number | null>, args: LoaderFunctionArgs): Promise<null> {
  const url = new URL(args.request.url);
  const id = readId(page, args, url);
  await requireSession(url);
  await page.prefetch?.(queryClient, id);
  return null;
}
