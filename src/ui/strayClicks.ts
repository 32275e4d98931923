/** What a click can make go away, or move. Elsewhere the second click of two selects a word, as everywhere. */
const CONTROLS = 'a, button, label, [role=option]';

const controlAt = (target: EventTarget | null) =>
  target instanceof Element ? target.closest(CONTROLS) : null;

/**
 * Lets the later clicks of a double click act only on the control that the first one hit. When that click has closed a
 * dialog or a menu, they would press what lay beneath it, or take the focus from where it was put.
 */
export function ignoreStrayClicks(): void {
  let first: Element | null = null;
  let isStray = false;

  // What the keyboard clicks counts no clicks.
  const ignoreIfStray = (event: MouseEvent) => {
    if (!isStray || event.detail <= 1) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const handlePress = (event: MouseEvent) => {
    const control = controlAt(event.target);
    if (event.detail <= 1) first = control;
    isStray = first !== null && first !== control;
    ignoreIfStray(event);
  };
  addEventListener('mousedown', handlePress, true);
  addEventListener('click', ignoreIfStray, true);
}
