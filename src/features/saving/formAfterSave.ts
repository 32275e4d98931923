import { rebaseValues } from '#/forms/formValues';
import type { SectionRecord } from '#/api/sections/sections';
import { savedMessages, unseenMessage } from './submitReports';
import { type SectionFormValues, toFormValues } from '#/features/sections/model/sectionFormValues';
import { concurrentChanges } from './concurrentChanges';
import type { ConflictResult, SaveResult } from './types';

/** What a write was made of: what the form held when it went out, and what that was typed over. */
export interface Submitted {
  readonly over: SectionRecord;
  readonly values: SectionFormValues;
}

/** Where a save leaves the form. */
interface FormAfterSave {
  /** What the form is over from now on, and what it holds; null where nothing new is known to be stored. */
  readonly stored: { readonly record: SectionRecord; readonly values: SectionFormValues } | null;
  readonly conflict: ConflictResult | null;
  readonly notes: readonly string[];
}

/** @param current what the form holds now: what was typed after the write went out stays on top */
export function formAfterSave(
  result: SaveResult,
  { over, values }: Submitted,
  current: SectionFormValues,
): FormAfterSave {
  if (result.outcome === 'conflict')
    return { stored: null, conflict: { ...result, submitted: values }, notes: [] };
  if (result.outcome !== 'saved' && result.outcome !== 'unchanged')
    return { stored: null, conflict: null, notes: [] };

  const { record, kept } = result;
  const notes = savedMessages(result);
  if (!record) return { stored: null, conflict: null, notes };
  const unseen = concurrentChanges({ base: over, submitted: values, record, current, kept });
  const known = unseen?.known ?? record;
  const next = rebaseValues(current, values, toFormValues(known));
  if (!unseen) return { stored: { record, values: next }, conflict: null, notes };
  return {
    stored: { record: known, values: next },
    // What was kept is in the notes.
    conflict: {
      ...unseen.merge,
      kept: [],
      outcome: 'conflict',
      theirs: record,
      wasSent: false,
      submitted: next,
    },
    notes: [...notes, unseenMessage(unseen.merge)],
  };
}
