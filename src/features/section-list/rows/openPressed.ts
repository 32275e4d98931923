import type { MouseEvent } from 'react';

/**
 * Has a click of the mouse on a row, beside its controls, do what one on its title does, with the same keys held. Not at
 * the end of marking a text; and a finger that comes to rest on a row has not asked for anything.
 */
export function openPressed({ target, nativeEvent, defaultPrevented }: MouseEvent): void {
  if (defaultPrevented || !(nativeEvent instanceof PointerEvent) || nativeEvent.pointerType !== 'mouse')
    return;
  if (!(target instanceof Element) || target.closest('a, button, input, label, [role="menu"]')) return;
  if (getSelection()?.isCollapsed === false) return;
  const { ctrlKey, metaKey, shiftKey, altKey } = nativeEvent;
  const click = { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey, altKey };
  target.closest('li')?.querySelector('a')?.dispatchEvent(new MouseEvent('click', click));
}
