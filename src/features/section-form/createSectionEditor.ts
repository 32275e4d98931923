import type { QueryClient } from '@tanstack/react-query';
import type { SectionRecord } from '#/api/sections/sections';
import { autosave } from '#/forms/autosave';
import { changedFields, rebaseValues } from '#/forms/formValues';
import type { SubmitReport } from '#/forms/useEntityForm';
import { createStore } from '#/lib/store';
import type { Submitted } from '#/features/saving/formAfterSave';
import type { ConflictResult, OnPhase, PendingSave, Phase, SaveResult } from '#/features/saving/types';
import type { Choice } from '#/features/sections/model/mergeSection';
import {
  type SectionField,
  type SectionFormValues,
  toFormValues,
} from '#/features/sections/model/sectionFormValues';
import { loadFormExtras } from './loadFormExtras';

/** What the editor does with its form. */
export interface FormHandle {
  values(): SectionFormValues;
  rebase(stored: SectionFormValues, values: SectionFormValues): void;
}

interface EditorState {
  readonly base: SectionRecord;
  readonly phase: Phase | null;
  readonly notes: readonly string[];
  readonly conflict: ConflictResult | null;
  readonly pending: (Submitted & { readonly save: PendingSave }) | null;
  readonly isDeleted: boolean;
}

type Report = SubmitReport<SectionField>;
export type Choices = Readonly<Partial<Record<SectionField, Choice>>>;

/**
 * The saves of one edit form, from a click to one of the outcomes, and the record that the form stands over. A save
 * whose fate is unknown is looked up before anything is sent again.
 */
export function createSectionEditor(opened: SectionRecord, client: QueryClient) {
  const store = createStore<EditorState>({
    base: opened,
    phase: null,
    notes: [],
    conflict: null,
    pending: null,
    isDeleted: false,
  });
  const state = store.getSnapshot;
  const set = (changes: Partial<EditorState>) => store.set({ ...state(), ...changes });

  let attached: FormHandle | null = null;
  const form = (): FormHandle => {
    if (!attached) throw new Error('The editor has no form.');
    return attached;
  };

  /** The one place where the form comes to stand over another record. */
  const adopt = (record: SectionRecord, values: SectionFormValues): void => {
    set({ base: record });
    form().rebase(toFormValues(record), values);
  };

  const handlePhase: OnPhase = (phase, sending) => {
    set({ phase });
    if (sending) autosave.current()?.setPending(sending);
  };

  /** @returns `next`: what another save would be over; null when there is something to find out or to choose first */
  const settle = async (
    result: SaveResult,
    submitted: Submitted,
  ): Promise<{ report: Report; next: SectionRecord | null }> => {
    const { formAfterSave, reportSave } = await loadFormExtras();
    if (result.outcome !== 'unknown') autosave.current()?.setPending(null);
    const { stored, conflict, notes } = formAfterSave(result, submitted, form().values());
    set({
      pending: result.outcome === 'unknown' ? { save: result.pending, ...submitted } : null,
      isDeleted: result.outcome === 'deleted',
      notes,
      conflict,
    });
    const { base } = state();
    if (stored) adopt(stored.record, stored.values);
    const next = result.outcome === 'notSaved' ? base : (stored?.record ?? null);
    return { report: reportSave(result, submitted.values), next: conflict ? null : next };
  };

  const send = async (submitted: Submitted): Promise<Report> => {
    const { runSave } = await loadFormExtras();
    const request = { base: submitted.over, values: submitted.values };
    return (await settle(await runSave(client, request, handlePhase), submitted)).report;
  };

  const submit = async (values: SectionFormValues, intent?: string): Promise<Report> => {
    const { pending } = state();
    set({ notes: [], isDeleted: false });
    try {
      if (!pending) return await send({ over: state().base, values });
      const { runSave } = await loadFormExtras();
      const { report, next } = await settle(await runSave(client, pending.save, handlePhase), pending);
      const now = form().values();
      // “Check again” only looks; saving goes on where the first save's fate leaves something to save.
      if (intent === 'check' || !next || changedFields(toFormValues(next), now).length === 0) return report;
      return await send({ over: next, values: now });
    } finally {
      set({ phase: null });
    }
  };

  /** Puts the choices into the form; saving them is the next click. What was typed since the save stays. */
  const resolve = async (choices: Choices): Promise<void> => {
    const { mergeSection, resolveConflicts } = await loadFormExtras();
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
    conflict.onResolved?.();
  };

  return {
    store,
    attach: (handle: FormHandle) => {
      attached = handle;
    },
    adopt,
    submit,
    resolve,
    compare: (conflict: ConflictResult) => set({ conflict }),
  };
}
