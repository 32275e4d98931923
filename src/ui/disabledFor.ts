/**
 * The attributes of a control that can't be used now, for a reason that it tells. `disabled` would throw the focus away;
 * what it does is left out by whoever handles its events. null: it can be used.
 */
export function disabledFor(reason: string | null) {
  return { 'aria-disabled': reason !== null || undefined, title: reason ?? undefined };
}
