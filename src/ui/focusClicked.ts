/** What Safari leaves without the focus when a pointer clicks it. */
const CONTROLS = 'a[href], button, input, select, summary';

/** Drawn anew in the middle of the click, as what gets the focus may be, these would forget their tick. */
const TICKED = 'input:is([type=checkbox], [type=radio])';

function focusTarget({ target, type, detail }: Event & { detail?: number }): void {
  // No pointer did it: Enter in a text box clicks the default button, and whoever types stays in the box.
  if (detail === 0) return;
  const control = target instanceof Element ? target.closest<HTMLElement>(CONTROLS) : null;
  if (!control || control.matches(TICKED) !== (type === 'change')) return;
  if (control !== document.activeElement) control.focus({ preventScroll: true });
}

/**
 * Gives a clicked control the focus where the browser does not, as Safari on macOS: whoever asks where the focus is, to
 * bring it back there, gets the answer that it gets everywhere else.
 */
export function focusClicked(): void {
  addEventListener('click', focusTarget, true);
  addEventListener('change', focusTarget, true);
}
