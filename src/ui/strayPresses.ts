import { isComposing } from '#/lib/isComposing';

/** What a click makes go away, or move. Where it hits anything else, the second one is left alone: it may select a word. */
const CONTROLS = 'a, button, label, [role=option]';

/** What Enter sends. A key that is held down is one wish, also when the first has been carried out meanwhile. */
const SENDS = 'input, [type=submit]';

/**
 * Lets the later clicks of a double click act only on the control that the first one hit. When that click has closed a
 * dialog or a menu, they would press what lay beneath it, or take the focus from where it was put. An Enter key that is
 * held down clicks, too: each time what has the focus by then.
 */
export function ignoreStrayPresses(): void {
  let first: Element | null = null;
  let isStray = false;
  const handle = (event: MouseEvent) => {
    if (event.type === 'mousedown') {
      const control = event.target instanceof Element ? event.target.closest(CONTROLS) : null;
      if (event.detail < 2) first = control;
      isStray = first !== null && first !== control;
    }
    // What the keyboard clicks counts no clicks.
    if (!isStray || event.detail < 2) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  for (const type of ['mousedown', 'click'] as const) addEventListener(type, handle, true);
  let pressed: EventTarget | null = null;
  const handleKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    const { target, repeat } = event;
    // The Enter that ends a composition sends nothing, whatever box it ends it in.
    if (isComposing(event)) event.preventDefault();
    else if (!repeat) pressed = target;
    else if (target !== pressed || (target instanceof Element && target.matches(SENDS))) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  };
  addEventListener('keydown', handleKey, true);
  // A press that brings the window back is not heard, but counted.
  addEventListener('blur', () => (first = null));
}
