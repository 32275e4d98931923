import type { SectionRecord } from '#/api/sections/sections';
import { attribute, type Overtaken } from './overtaken';
import { savedMessages, unseenMessage } from './submitReports';
import { rebaseSection } from '#/features/sections/model/rebaseSection';
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
  /** What of it somebody has changed since. */
  readonly overtaken: Overtaken | null;
  readonly notes: readonly string[];
}

const nothing: FormAfterSave = { stored: null, conflict: null, overtaken: null, notes: [] };

/**
 * @param current what the form holds now: what was typed after the write went out stays on top
 * @param account whose save it was; null when nobody knows
 */
export function formAfterSave(
  result: SaveResult,
  { over, values }: Submitted,
  current: SectionFormValues,
  account: string | null,
): FormAfterSave {
  if (result.outcome === 'conflict') return { ...nothing, conflict: { ...result, submitted: values } };
  if (result.outcome !== 'saved' && result.outcome !== 'unchanged') return nothing;

  const { record, kept } = result;
  const unseen = record && concurrentChanges({ base: over, submitted: values, record, current, kept });
  // What was typed in since is asked about already.
  const asked = unseen?.merge.conflicts.map(({ field }) => field) ?? [];
  const changes = result.outcome === 'saved' ? result.serverChanged : [];
  const attributed = attribute({
    changes: changes.filter(({ field }) => !asked.includes(field)),
    before: result.outcome === 'saved' ? result.before : null,
    record,
    opened: toFormValues(over),
    values,
    account,
  });
  const { overtaken } = attributed;
  const notes = savedMessages(result, attributed);
  if (!record) return { ...nothing, notes };
  const known = unseen?.known ?? record;
  const next = rebaseSection(current, values, toFormValues(known));
  if (!unseen) return { stored: { record, values: next }, conflict: null, overtaken, notes };
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
    overtaken,
    notes: [...notes, unseenMessage(unseen.merge)],
  };
}
