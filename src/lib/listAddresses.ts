const KEY = 'nexudus-sections.lists';

/** By the path of a list: the search of its address as it was last seen in this tab, also before a reload. */
let searches = readStored();

function readStored(): Record<string, unknown> {
  try {
    return Object(JSON.parse(sessionStorage.getItem(KEY) ?? '{}')) as Record<string, unknown>;
  } catch {
    return {};
  }
}

function keep(next: Record<string, unknown>): void {
  searches = next;
  try {
    sessionStorage.setItem(KEY, JSON.stringify(next));
  } catch {
    // Without storage it is known until a reload.
  }
}

/** Notes what a list is filtered by now. */
export function rememberList(path: string, search: string): void {
  if (searches[path] !== search) keep({ ...searches, [path]: search });
}

/** Nothing of it is left for who signs in next. */
export function forgetLists(): void {
  keep({});
}

/** In the state of a navigation to a list: the row that is to get the focus. */
export interface ListArrival {
  readonly row?: number | undefined;
}

/**
 * The way back to a list, filtered as it was left: for a link or for navigating. The bare list when it was not seen yet.
 * @param row the record that one comes from
 */
export function wayBack(path: string, row?: number) {
  const search = searches[path];
  const state: ListArrival = { row };
  return { to: { pathname: path, search: typeof search === 'string' ? search : '' }, state };
}
