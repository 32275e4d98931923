import { type MouseEvent, useRef } from 'react';

/**
 * Keeps the button that a pointer has pressed under it while its row moves, as far as the page scrolls: another click at
 * the same spot goes on with the same row, and not with the one that has come in its place.
 */
export function useScrollAnchor() {
  const pressed = useRef<{ button: Element; top: number } | null>(null);
  return {
    note: ({ target, detail }: MouseEvent): void => {
      // Keys click too, with no count.
      const button = detail > 0 && target instanceof Element ? target.closest('button') : null;
      pressed.current = button && { button, top: button.getBoundingClientRect().top };
    },
    /** Call it when the row has its new place. @returns whether there was such a button */
    follow: (row: Element | null): boolean => {
      const last = pressed.current;
      pressed.current = null;
      if (!last || !row?.contains(last.button)) return false;
      scrollBy(0, last.button.getBoundingClientRect().top - last.top);
      return true;
    },
  };
}
