import type { SectionRecord } from '#/api/sections/sections';
import { autosave } from '#/forms/autosave';
import { changedFields, rebaseValues } from '#/forms/formValues';
import type { SubmitReport } from '#/forms/useEntityForm';
import { formAfterSave, type Submitted } from '#/features/saving/formAfterSave';
import { runSave } from '#/features/saving/runWrite';
import { overtakenText } from '#/features/saving/overtaken';
import { keepOvertaken } from '#/features/drafts/sectionDrafts';
import { conflictId, reportSave } from '#/features/saving/submitReports';
import { controlIds } from '#/features/sections/model/fields';
import type { OnPhase, SaveResult } from '#/features/saving/types';
import { type Choices, mergeSection, resolveConflicts } from '#/features/sections/model/mergeSection';
import {
  type SectionField,
  type SectionFormValues,
  toFormValues,
} from '#/features/sections/model/sectionFormValues';
import { currentAccount } from '#/features/sign-in/useAccount';
import { settleOrder } from './askOrder';
import type { EditorParts } from './editorParts';

type Report = SubmitReport<SectionField>;

/**
 * Saves what the form held when it was submitted. A save whose fate is unknown is looked up before anything is sent
 * again; with the intent `check` it is only looked up.
 */
export async function submitEdit(
  parts: EditorParts,
  values: SectionFormValues,
  intent?: string,
): Promise<Report> {
  const { state, set, form } = parts;
  const { pending } = state();
  try {
    // “Check again” once more, with nothing left to look up.
    if (!pending && intent === 'check') return { ok: true, wasSaved: false };
    if (!pending) return await send(parts, { over: state().base, values });
    const result = await runSave(parts.client, pending.save, phaseHandler(parts));
    const { report, next } = await settle(parts, result, pending);
    const now = form().values();
    // “Check again” only looks; saving goes on where the first save's fate leaves something to save.
    if (intent === 'check' || !next || changedFields(toFormValues(next), now).length === 0) return report;
    return await send(parts, { over: next, values: now });
  } finally {
    set({ phase: null });
  }
}

/** Puts the choices into the form; saving them is the next click. What was typed since the save stays. */
export function resolveConflict({ state, set, form, adopt }: EditorParts, choices: Choices): void {
  const { base, conflict } = state();
  if (!conflict) return;
  const { theirs, submitted } = conflict;
  // Typed since then, and maybe over a change of theirs that this form does not show yet: that is asked about, too.
  const mine = rebaseValues(form().values(), submitted, conflict.values);
  const merge = mergeSection(conflict.from ?? base, theirs, mine);
  const values = resolveConflicts(merge, theirs, choices);
  if (!values) {
    set({ conflict: { ...conflict, ...merge, kept: conflict.kept, submitted: form().values() } });
    return;
  }
  adopt(theirs, values);
  set({ conflict: null });
  form().forget(conflictId, controlIds[conflict.conflicts[0]?.field ?? 'title']);
  conflict.onResolved?.();
}

const phaseHandler =
  ({ set }: EditorParts): OnPhase =>
  (phase, sending) => {
    set({ phase });
    if (sending) autosave.current()?.setPending(sending);
  };

async function send(parts: EditorParts, submitted: Submitted): Promise<Report> {
  const request = { base: submitted.over, values: submitted.values };
  const result = await runSave(parts.client, request, phaseHandler(parts));
  return (await settle(parts, result, submitted)).report;
}

/** @returns `next`: what another save would be over; null when there is something to find out or to choose first */
async function settle(
  { question, state, set, form, adopt }: EditorParts,
  result: SaveResult,
  submitted: Submitted,
): Promise<{ report: Report; next: SectionRecord | null }> {
  if (result.outcome !== 'unknown') autosave.current()?.setPending(null);
  const account = currentAccount();
  const after = formAfterSave(result, submitted, form().values(), account);
  const { stored, conflict, overtaken, notes } = after;
  set({
    pending: result.outcome === 'unknown' ? { save: result.pending, ...submitted } : null,
    isDeleted: result.outcome === 'deleted',
    notes,
    overtaken: null,
    conflict,
  });
  const { base } = state();
  if (result.outcome === 'saved' || result.outcome === 'unchanged')
    settleOrder(
      question,
      { ...submitted, now: form().values() },
      { Id: base.Id, Title: submitted.values.title },
    );
  if (stored) adopt(stored.record, stored.values);
  const next = result.outcome === 'notSaved' ? base : (stored?.record ?? null);
  const kept = overtaken && account !== null ? await keepOvertaken(account, overtaken) : null;
  set({ overtaken: kept });
  const report = reportSave(result, submitted.values, kept ? [...notes, overtakenText(kept)] : notes);
  const mustStay = kept?.isKept === false;
  return { report: report.ok ? { ...report, mustStay } : report, next: conflict || mustStay ? null : next };
}
