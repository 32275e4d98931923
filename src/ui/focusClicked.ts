/** What Safari leaves without the focus when a pointer clicks it. */
const CONTROLS = 'a[href], button, input, select, summary';

function focusTarget({ target, detail }: MouseEvent): void {
  // No pointer did it: Enter in a text box clicks the default button, and whoever types stays in the box.
  if (detail === 0) return;
  const control = target instanceof Element ? target.closest<HTMLElement>(CONTROLS) : null;
  if (control !== document.activeElement) control?.focus({ preventScroll: true });
}

/**
 * Gives a clicked control the focus where the browser does not, as Safari on macOS: whoever asks where the focus is, to
 * bring it back there, gets the answer that it gets everywhere else.
 */
export function focusClicked(): void {
  addEventListener('click', focusTarget, true);
}
