/**
 * The attributes of a control that can't be used now, for a reason that it tells: to a pointer over it, to a screen
 * reader, and to whoever presses it (`tellReasons`). `disabled` would throw the focus away; what it does is left out by
 * whoever handles its events. null: it can be used.
 */
export function disabledFor(reason: string | null) {
  const text = reason ?? undefined;
  return { 'aria-disabled': reason !== null || undefined, title: text, 'data-reason': text };
}
