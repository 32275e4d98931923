import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

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
    const lost = last.current;
    if (!lost || ids.includes(lost.id)) return;
    last.current = null;
    const { activeElement } = document;
    // A click beside everything gives the focus to main, which says no more than body does.
    const isNowhere = !activeElement || activeElement === document.body || activeElement.matches('main');
    if (!isNowhere) return;
    const neighbour = ids[Math.min(lost.index, ids.length - 1)];
    const link = listRef.current?.querySelector<HTMLElement>(`li[data-id="${neighbour}"] a`);
    (link ?? document.querySelector<HTMLElement>('main h1'))?.focus();
  }, [ids, listRef]);
}
