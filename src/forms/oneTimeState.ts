import { useEffect, useState } from 'react';
import { useLocation } from 'react-router-dom';

/**
 * Takes what a navigation brought along out of its entry in the history, where a reload and the way back would find it
 * again. Done to the entry itself: a navigation would start the page anew and cut off one that is under way.
 * @param key the entry's (`useLocation().key`); another one that is shown meanwhile is left alone
 */
export function takeStateAway(key: string): void {
  const entry = history.state as { key?: string } | null;
  // The router keeps a location's state under `usr`.
  if (entry?.key === key) history.replaceState({ ...entry, usr: null }, '');
}

/** What the navigation brought along, for this showing of the page alone: neither at a reload nor on the way back. */
export function useOneTimeState(): unknown {
  const [{ state, key }] = useState<{ state: unknown; key: string }>(useLocation());
  useEffect(() => takeStateAway(key), [key]);
  return state;
}
