import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/** Whether the focus is on nothing that a person chose. A click beside everything gives it to main. */
export function isFocusNowhere(): boolean {
  const { activeElement } = document;
  return !activeElement || activeElement === document.body || activeElement.matches('main');
}

const focusHeading = () => document.querySelector<HTMLElement>('main h1')?.focus();

/** When the row with the focus goes away, the next one gets it, or the one before, or the page's heading. */
export function useNeighbourFocus(listRef: RefObject<HTMLElement | null>, ids: readonly number[]): void {
  const last = useRef<{ id: number; index: number } | null>(null);

  useEffect(() => {
    const list = listRef.current;
    const note = ({ target }: FocusEvent) => {
      const row = target instanceof Element ? target.closest<HTMLElement>('li[data-id]') : null;
      if (row) last.current = { id: Number(row.dataset['id']), index: Number(row.ariaPosInSet) - 1 };
    };
    list?.addEventListener('focusin', note);
    return () => list?.removeEventListener('focusin', note);
  }, [listRef]);

  useLayoutEffect(() => {
    const list = listRef.current;
    // The last row takes the list with it.
    return () => {
      if (list?.contains(document.activeElement)) focusHeading();
    };
  }, [listRef]);

  useLayoutEffect(() => {
    const lost = last.current;
    if (!lost || ids.includes(lost.id)) return;
    last.current = null;
    if (!isFocusNowhere()) return;
    const neighbour = ids[Math.min(lost.index, ids.length - 1)];
    const link = listRef.current?.querySelector<HTMLElement>(`li[data-id="${neighbour}"] a`);
    if (link) link.focus();
    else focusHeading();
  }, [ids, listRef]);
}
