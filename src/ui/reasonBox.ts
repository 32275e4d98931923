import styles from './reasonBox.module.css';

/** Between the box and its control, and between it and the edges of the window, in px. */
const GAP_PX = 6;

let hideLast: (() => void) | undefined;

/** Shows beside a control why it can't be used now, and says it, until anything else is done or it can be. */
export function showReason(control: HTMLElement): void {
  hideLast?.();
  const reason = control.dataset['reason'];
  if (reason === undefined || !control.isConnected) return;
  const box = document.createElement('p');
  box.className = styles.box ?? '';
  box.role = 'status';
  box.popover = 'manual';
  // All but an open dialog is out of reach for a screen reader.
  (control.closest('dialog') ?? document.body).append(box);
  box.showPopover();
  box.textContent = reason;
  // A key may stand for a button that is not shown here.
  let shown: Element = control;
  while (!shown.checkVisibility() && shown.parentElement) shown = shown.parentElement;
  place(box, shown.getBoundingClientRect());

  const listening = new AbortController();
  const watcher = new MutationObserver(() => hideLast?.());
  hideLast = () => {
    listening.abort();
    watcher.disconnect();
    box.remove();
    hideLast = undefined;
  };
  for (const type of ['pointerdown', 'keydown', 'focusout', 'scroll', 'resize']) {
    addEventListener(type, hideLast, { capture: true, passive: true, signal: listening.signal });
  }
  watcher.observe(control, { attributeFilter: ['data-reason'] });
}

/** Below the control, or above it where there is no room. */
function place(box: HTMLElement, { left, top, bottom }: DOMRect): void {
  const { offsetWidth, offsetHeight } = box;
  const isBelow = bottom + GAP_PX + offsetHeight <= innerHeight;
  const rightmost = document.documentElement.clientWidth - offsetWidth - GAP_PX;
  box.style.insetBlockStart = `${isBelow ? bottom + GAP_PX : Math.max(top - GAP_PX - offsetHeight, GAP_PX)}px`;
  box.style.insetInlineStart = `${Math.max(Math.min(left, rightmost), GAP_PX)}px`;
}
