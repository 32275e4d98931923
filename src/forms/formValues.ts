/** What a form of this kit holds: flat, what the screen shows, never null (a null default stays dirty for ever). */
export type FormValues = Record<string, string | boolean>;

export type FieldName<V extends FormValues> = keyof V & string;

/** The fields whose values differ. */
export function changedFields<V extends FormValues>(before: V, after: V): FieldName<V>[] {
  return Object.keys(after).filter((field) => before[field] !== after[field]);
}

/**
 * What stands on the screen after a save: what was stored, and on top of it what was typed while the save was under way.
 * @param sent the values at the moment of the submit
 * @param stored the values as the server has them now
 */
export function rebaseValues<V extends FormValues>(current: V, sent: V, stored: V): V {
  const next = { ...stored };
  for (const field of changedFields(sent, current)) next[field] = current[field];
  return next;
}

/** One id per field: `section-title`. For a group of radios it is the id of the group. */
export function controlIds<F extends string>(
  prefix: string,
  labels: Readonly<Record<F, string>>,
): Record<F, string> {
  const entries = Object.keys(labels).map((field) => [field, `${prefix}-${field}`]);
  return Object.fromEntries(entries) as Record<F, string>;
}
