import { pause } from '#/lib/pause';
import { changedFields, rebaseValues } from '#/forms/formValues';
import { SETTLE_DELAYS_MS } from '#/features/saving/settleDelays';
import type { PendingSave, SaveResult } from '#/features/saving/types';
import { toFormValues } from '#/features/sections/model/sectionFormValues';
import type { SectionDraft } from './sectionDrafts';

/** Finds out whether the last save of a page that is gone arrived. Only reads. */
export async function checkInterruptedSave(
  pending: PendingSave,
  look: (pending: PendingSave) => Promise<SaveResult>,
  wait: (ms: number) => Promise<void> = pause,
): Promise<SaveResult> {
  let result = await look(pending);
  for (const delay of SETTLE_DELAYS_MS.slice(1)) {
    if (result.outcome !== 'notSaved' && result.outcome !== 'unknown') break;
    await wait(delay);
    result = await look(pending);
  }
  return result;
}

/** What is left of a draft after its last save is known: null when all of it is stored. */
export function draftAfterCheck(
  draft: SectionDraft,
  pending: PendingSave,
  result: SaveResult,
): SectionDraft | null {
  if (result.outcome === 'unknown') return draft;
  if (result.outcome !== 'saved' || !result.record) return { ...draft, pending: null };
  const stored = toFormValues(result.record);
  const values = rebaseValues(draft.values, pending.values, stored);
  if (changedFields(stored, values).length === 0) return null;
  return { ...draft, values, base: result.record, pending: null };
}
