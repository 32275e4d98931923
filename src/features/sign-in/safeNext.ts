import { matchPage, paths } from '#/paths';

/** Resolving against a name that can never exist shows whether a text leaves the origin. */
const origin = 'https://app.invalid';

/** Signing in is a page too, but none to go on to. */
function isPage(path: string): boolean {
  const page = matchPage(path);
  return page !== null && page.name !== 'signIn';
}

/**
 * Where to go after signing in: `next` when it is a page of this app, else the courses.
 * What is returned was parsed and put together again, so that the browser can't read it in another way than we did.
 * @param next the parameter of the URL, as anyone may have written it
 */
export function safeNext(next: string | null | undefined): string {
  // URL parsers drop tabs and newlines and read backslashes as slashes: a text with any of these is not ours.
  if (!next?.startsWith('/') || next.length > 2000 || /[\\\s\p{Cc}]/u.test(next)) return paths.courses();
  try {
    const url = new URL(next, origin);
    const isOurs = url.origin === origin && url.username === '' && isPage(url.pathname);
    return isOurs ? url.pathname + url.search + url.hash : paths.courses();
  } catch {
    return paths.courses();
  }
}
