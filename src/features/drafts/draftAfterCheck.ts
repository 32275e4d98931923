import { changedFields } from '#/forms/formValues';
import type { PendingSave, SaveResult } from '#/features/saving/types';
import { rebaseSection } from '#/features/sections/model/rebaseSection';
import { toFormValues } from '#/features/sections/model/sectionFormValues';
import type { SectionDraft } from './sectionDrafts';

/** What is left of a draft after its last save is known: null when all of it is stored. */
export function draftAfterCheck(
  draft: SectionDraft,
  pending: PendingSave,
  result: SaveResult,
): SectionDraft | null {
  if (result.outcome === 'unknown') return draft;
  if (result.outcome !== 'saved' || !result.record) return { ...draft, pending: null };
  const stored = toFormValues(result.record);
  const values = rebaseSection(draft.values, pending.values, stored);
  if (changedFields(stored, values).length === 0) return null;
  return { ...draft, values, base: result.record, pending: null };
}
