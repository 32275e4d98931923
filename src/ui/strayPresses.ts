import { isComposing } from '#/lib/isComposing';

/** What a click makes go away, or move. Where it hits anything else, the second one is left alone: it may select a word. */
const CONTROLS = 'a, button, label, [role=option]';

/** A button that is pressed again and again, such as “Move up”, acts each time: it says so by `data-repeats`. */
const ONCE = 'button:not([data-repeats])';

/** What Enter carries out. A key that is held down is one wish, also when the first has been carried out meanwhile. */
const SENDS = 'input, button';

/**
 * Lets the later clicks of a double click act only on the control that the first one hit, and on no button again. When
 * that click has closed a dialog or a menu, they would press what lay beneath it, or take the focus from where it was
 * put; a button that stays in its place may act on something else by then, such as the next, empty form. An Enter key
 * that is held down clicks, too: each time what has the focus by then.
 */
export function ignoreStrayPresses(): void {
  let first: Element | null = null;
  let hasActed = false;
  let isStray = false;
  const handle = (event: MouseEvent) => {
    const control = event.target instanceof Element ? event.target.closest(CONTROLS) : null;
    if (event.type === 'mousedown') {
      if (event.detail < 2) {
        first = control;
        hasActed = false;
      }
      isStray = first !== null && (first !== control || (hasActed && first.matches(ONCE)));
    } else if (control === first) hasActed = true;
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
