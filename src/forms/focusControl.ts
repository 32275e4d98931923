const focusable = 'input:not(:disabled), textarea, select, button, [tabindex], [contenteditable]';

/** Focuses a control by its id; of a group its checked choice, else its first; for one in a hidden panel the chosen tab. */
export function focusControl(id: string, form: HTMLElement | null): void {
  // A control may have left the page since (a rule was changed): the form's first one is better than nothing.
  const target = document.getElementById(id) ?? form?.querySelector<HTMLElement>(focusable);
  const control = target?.matches(focusable)
    ? target
    : (target?.querySelector<HTMLElement>('input:checked') ?? target?.querySelector<HTMLElement>(focusable));
  const panel = control?.closest('[role="tabpanel"][hidden]');
  const shown = panel?.parentElement?.querySelector<HTMLElement>('[aria-selected="true"]') ?? control;
  shown?.focus({ preventScroll: true });
  // In the middle, so that the label and the message above it are in sight too.
  shown?.scrollIntoView({ block: 'center' });
}
