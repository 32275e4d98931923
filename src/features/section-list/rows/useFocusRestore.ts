import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/** Whether the focus is on nothing that a person chose. A click beside everything gives it to main. */
export function isFocusNowhere(): boolean {
  const { activeElement } = document;
  return !activeElement || activeElement === document.body || activeElement.matches('main');
}

/**
 * When what has the focus goes away (a row, a bar, the button of a notice), a neighbour gets it: what has come in its
 * place in the dock, else the row that had it last, else the row that is where that one was, else the page's heading.
 */
export function useFocusRestore(
  listRef: RefObject<HTMLElement | null>,
  dockRef: RefObject<HTMLElement | null>,
  ids: readonly number[],
): void {
  const last = useRef<{ element: Element; isInDock: boolean } | null>(null);
  const lastRow = useRef({ id: Number.NaN, index: 0 });

  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      if (!(target instanceof Element) || isFocusNowhere()) return;
      last.current = { element: target, isInDock: !!dockRef.current?.contains(target) };
      const row = target.closest<HTMLElement>('li[data-id]');
      if (row) lastRow.current = { id: Number(row.dataset['id']), index: Number(row.ariaPosInSet) - 1 };
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, [dockRef]);

  // Whatever it was that went away: it did so in a rendering.
  useLayoutEffect(() => {
    const lost = last.current;
    // What is said for a moment is no place to stay.
    const hasButton = !!dockRef.current?.querySelector(':scope > :not([data-passing]) button');
    const isInEmptyDock = document.activeElement === dockRef.current && !hasButton;
    if (!lost || (!isInEmptyDock && (lost.element.isConnected || !isFocusNowhere()))) return;
    last.current = null;
    const dock = lost.isInDock && hasButton ? dockRef.current : null;
    const { id, index } = lastRow.current;
    const neighbour = ids.includes(id) ? id : ids[Math.min(index, ids.length - 1)];
    const next =
      dock ?? linkNear(listRef.current, neighbour) ?? document.querySelector<HTMLElement>('main h1');
    next?.focus();
  });
}

/** The link of a row; of another one that is seen, when that one is scrolled away. */
function linkNear(list: HTMLElement | null, id: number | undefined): HTMLElement | null {
  const link = list?.querySelector<HTMLElement>(`li[data-id="${id}"] a`) ?? null;
  if (link && isSeen(link)) return link;
  const links = [...(list?.querySelectorAll<HTMLElement>('li[data-id] a') ?? [])];
  return links.find(isSeen) ?? link;
}

function isSeen(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}
