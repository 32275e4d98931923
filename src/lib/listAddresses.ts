export const LIST_PREFIX = 'nexudus-sections.list:';

/** In the state of a navigation to a list: the row that is to get the focus. */
export interface ListArrival {
  readonly row?: number | undefined;
}

/**
 * The way back to a list, filtered as it was last seen in this tab: for a link or for navigating. The bare list when it was
 * not seen yet, or where the browser stores nothing.
 * @param row the record that one comes from
 */
export function wayBack(path: string, row?: number) {
  const state: ListArrival = { row };
  return { to: { pathname: path, search: searchOf(path) }, state };
}

function searchOf(path: string): string {
  try {
    return sessionStorage.getItem(LIST_PREFIX + path) ?? '';
  } catch {
    return '';
  }
}
