import { LIST_PREFIX } from './listAddresses';

/** Notes what a list is filtered by now, for `wayBack`. */
export function rememberList(path: string, search: string): void {
  try {
    sessionStorage.setItem(LIST_PREFIX + path, search);
  } catch {
    // Then the way back leads to the bare list.
  }
}

/** Nothing of it is left for who signs in next. */
export function forgetLists(): void {
  try {
    const keys = Object.keys(sessionStorage).filter((key) => key.startsWith(LIST_PREFIX));
    for (const key of keys) sessionStorage.removeItem(key);
  } catch {
    // Nothing is stored.
  }
}
