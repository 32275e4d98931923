import { changedFields, type FormValues } from '#/forms/formValues';

interface RestoredValues<V extends FormValues> {
  /** What the form held before the draft was restored, right after it, and holds now. */
  readonly before: V;
  readonly after: V;
  readonly now: V;
  /** Of the draft itself. */
  readonly draft: V;
}

/**
 * Takes the restoring of a draft back without losing anything typed: what was typed since stays in the form, except where
 * the form gets back what the draft had replaced; there it goes into the draft.
 */
export function undoRestore<V extends FormValues>(restored: RestoredValues<V>): { form: V; draft: V } {
  const { before, after, now } = restored;
  const form = { ...before };
  const draft = { ...restored.draft };
  for (const field of changedFields(after, now)) {
    const isReplaced = before[field] !== after[field];
    (isReplaced ? draft : form)[field] = now[field];
  }
  return { form, draft };
}
