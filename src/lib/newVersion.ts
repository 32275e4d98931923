import { createStore } from './store';

/** How often code of the app was asked for and did not come: the connection, or a deployment has taken it away. */
export const missingCode = createStore(0);

export function reportMissingCode(): void {
  missingCode.set(missingCode.getSnapshot() + 1);
}

const entry = /<script[^>]+type="module"[^>]*\ssrc="([^"]+)"/;

/** The app's first script, as a page names it; null when it names none. */
export function entryOf(html: string): string | null {
  return entry.exec(html)?.[1] ?? null;
}

/** Whether the server has another version than the one that runs here. A connection that fails is no answer: false. */
export async function isNewVersionOut(
  own: string | null,
  fetchPage: () => Promise<string>,
): Promise<boolean> {
  try {
    const theirs = entryOf(await fetchPage());
    return own !== null && theirs !== null && theirs !== own;
  } catch {
    return false;
  }
}

const stamp = 'nexudus-sections.reloaded';
/** Between two reloads that the app does by itself, in milliseconds. */
export const RELOAD_GAP_MS = 30_000;

/**
 * Whether the page may reload itself now: once in half a minute, so that a broken deployment is no endless loop.
 * Remembers that it did.
 */
export function mayReloadNow(storage: () => Storage, now: number): boolean {
  try {
    const last = Number(storage().getItem(stamp) ?? Number.NaN);
    // A clock that was set back must not forbid it for long.
    if (now >= last && now - last < RELOAD_GAP_MS) return false;
    storage().setItem(stamp, String(now));
    return true;
  } catch {
    return false;
  }
}
