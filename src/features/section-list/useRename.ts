import { useEffect, useEffectEvent } from 'react';
import { announce, type CourseStore } from '#/features/course-changes/courseStore';
import type { Permissions } from '#/features/course-changes/permissions';
import { startRename } from '#/features/course-changes/renames';
import { readsAhead } from '#/features/sections/queries/sectionQueries';
import { readAhead } from './readAhead';

/** How long a click of the mouse on a title waits for another one. */
const DOUBLE_CLICK_MS = 250;

/**
 * F2 in a row, or a double click on its title, changes the title there. What a single click leads to is read meanwhile,
 * so that its wait is not felt; a finger, a key, and a click with another key or button don't wait.
 */
export function useRename(store: CourseStore, permissions: Permissions): void {
  const handleKey = useEffectEvent((event: KeyboardEvent) => {
    const { key, target, defaultPrevented, ctrlKey, metaKey, altKey, shiftKey } = event;
    const id = idOf(target);
    if (key !== 'F2' || id === null || defaultPrevented || ctrlKey || metaKey || altKey || shiftKey) return;
    event.preventDefault();
    if (permissions.edit === null) startRename(store, id);
    else announce(store, permissions.edit);
  });
  const handleClick = useEffectEvent((event: MouseEvent, waiting: Waiting) => {
    const link = event.target instanceof Element ? event.target.closest('li[data-id] a:not([role])') : null;
    const id = idOf(event.target);
    if (!link || id === null || permissions.edit !== null || !isPlain(event)) return;
    event.preventDefault();
    event.stopPropagation();
    clearTimeout(waiting.timer);
    if (event.detail > 1) {
      readsAhead.delete(id);
      startRename(store, id);
      return;
    }
    readAhead(id);
    // Without a count of clicks it is not taken for the first of two again.
    const go = () => link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    waiting.timer = setTimeout(go, DOUBLE_CLICK_MS);
  });
  useEffect(() => {
    const waiting: Waiting = { timer: undefined };
    const listener = (event: MouseEvent) => handleClick(event, waiting);
    document.addEventListener('keydown', handleKey);
    document.addEventListener('click', listener, true);
    return () => {
      clearTimeout(waiting.timer);
      document.removeEventListener('keydown', handleKey);
      document.removeEventListener('click', listener, true);
    };
  }, []);
}

interface Waiting {
  timer: ReturnType<typeof setTimeout> | undefined;
}

/** By the mouse, with nothing held. Keys click too, with no count. */
const isPlain = (event: MouseEvent) =>
  event instanceof PointerEvent &&
  event.pointerType === 'mouse' &&
  event.detail > 0 &&
  !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);

function idOf(target: EventTarget | null): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('li[data-id]') : null;
  return row ? Number(row.dataset['id']) : null;
}
