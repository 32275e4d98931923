import { reportMissingCode } from '#/lib/newVersion';

function tell({ target }: Event): void {
  const control = target instanceof Element ? target.closest<HTMLElement>('[data-reason]') : null;
  if (control) import('./reasonBox').then(({ showReason }) => showReason(control), reportMissingCode);
}

/** What stands for a link is no link, so Enter makes no click of it. */
function tellByKey(event: KeyboardEvent): void {
  if (event.key === 'Enter' && event.target instanceof HTMLSpanElement) tell(event);
}

/**
 * Lets whatever can't be used now say its reason when it is pressed, by mouse, finger or key: its `title` shows to a
 * pointer that rests alone.
 */
export function tellReasons(): void {
  addEventListener('click', tell, true);
  addEventListener('keydown', tellByKey, true);
}
