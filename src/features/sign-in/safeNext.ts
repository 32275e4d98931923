import { parseId } from '#/lib/ids';
import { paths } from '#/paths';

/** Resolving against a name that can never exist shows whether a text leaves the origin. */
const origin = 'https://app.invalid';

function isPage(path: string): boolean {
  if (path === paths.home() || path === paths.courses() || path === paths.newSection()) return true;
  const id = /^\/(?:courses\/([^/]+)\/sections|sections\/([^/]+)\/edit)$/.exec(path);
  return id !== null && parseId(id[1] ?? id[2]) !== null;
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
