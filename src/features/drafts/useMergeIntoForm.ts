import type { SectionRecord } from '#/api/sections/sections';
import { mergeSection } from '#/features/sections/model/mergeSection';
import type { SectionFormValues } from '#/features/sections/model/sectionFormValues';
import type { SectionEditor } from '#/features/saving/sectionEditor';
import { conflictId, keptMessage } from '#/features/saving/submitReports';

interface Merged {
  /** What the values were typed over. */
  readonly from: SectionRecord;
  /** What is stored now. */
  readonly to: SectionRecord;
  readonly values: SectionFormValues;
  /** Told once the values are in the form; where both sides changed a field, that is after the choices. */
  readonly onDone: (notes: readonly string[]) => void;
}

/** Brings values into the form over what is stored now: merged, and through the comparison where both sides differ. */
export function useMergeIntoForm({ form, adopt, compare }: SectionEditor) {
  return ({ from, to, values, onDone }: Merged): void => {
    const merge = mergeSection(from, to, values);
    const notes = merge.kept.map(keptMessage);
    if (merge.conflicts.length === 0) {
      adopt(to, merge.values);
      onDone(notes);
      return;
    }
    compare({
      ...merge,
      outcome: 'conflict',
      theirs: to,
      from,
      wasSent: false,
      submitted: form.rhf.getValues(),
      onResolved: () => onDone(notes),
    });
    focusWhenThere(conflictId);
  };
}

/** The comparison's code may still be on its way. */
function focusWhenThere(id: string): void {
  const focus = () => {
    const element = document.getElementById(id);
    element?.focus();
    return element !== null;
  };
  const observer = new MutationObserver(() => {
    if (focus()) observer.disconnect();
  });
  observer.observe(document.body, { childList: true, subtree: true });
}
