import { useState } from 'react';
import type { SectionRecord } from '#/api/sections/sections';
import { autosave } from '#/forms/autosave';
import { changedFields, rebaseValues } from '#/forms/formValues';
import type { EntityForm, SubmitReport } from '#/forms/useEntityForm';
import { loadSaving } from './loadSaving';
import type { Choice } from '#/features/sections/model/mergeSection';
import { useSaveSection } from './mutations';
import type { Submitted } from './formAfterSave';
import type { OnPhase, PendingSave, Phase, SaveResult } from './types';
import {
  type SectionField,
  type SectionFormValues,
  toFormValues,
} from '#/features/sections/model/sectionFormValues';

export type ConflictResult = Extract<SaveResult, { outcome: 'conflict' }> & {
  readonly submitted: SectionFormValues;
  /** What `values` were typed over, when that is not the form's own base. */
  readonly from?: SectionRecord;
  /** Told once the choices are in the form. */
  readonly onResolved?: () => void;
};

interface Pending extends Submitted {
  readonly save: PendingSave;
}

type Report = SubmitReport<SectionField>;
type Form = EntityForm<SectionFormValues>;

interface Settled {
  readonly report: Report;
  /** What the next save would be over; null when there is something to find out or to choose first. */
  readonly next: SectionRecord | null;
}

/**
 * The saves of one edit form, from a click to one of the outcomes. A save whose fate is unknown is looked up before
 * anything is sent again.
 */
export function useEditSubmit(base: SectionRecord, setBase: (record: SectionRecord) => void) {
  const { mutateAsync } = useSaveSection();
  const [phase, setPhase] = useState<Phase | null>(null);
  const [notes, setNotes] = useState<readonly string[]>([]);
  const [conflict, setConflict] = useState<ConflictResult | null>(null);
  const [pending, setPending] = useState<Pending | null>(null);
  const [isDeleted, setIsDeleted] = useState(false);

  const handlePhase: OnPhase = (next, sending) => {
    setPhase(next);
    if (sending) autosave.current()?.setPending(sending);
  };

  const settle = async (result: SaveResult, submitted: Submitted, form: Form): Promise<Settled> => {
    if (result.outcome !== 'unknown') autosave.current()?.setPending(null);
    const { reportSave, formAfterSave } = await loadSaving();
    const { stored, conflict: found, notes: words } = formAfterSave(result, submitted, form.rhf.getValues());
    setPending(result.outcome === 'unknown' ? { save: result.pending, ...submitted } : null);
    setIsDeleted(result.outcome === 'deleted');
    setNotes(words);
    setConflict(found);
    if (stored) {
      setBase(stored.record);
      form.rebase(toFormValues(stored.record), stored.values);
    }
    const next = result.outcome === 'notSaved' ? base : (stored?.record ?? null);
    return { report: reportSave(result, submitted.values), next: found ? null : next };
  };

  const send = async (submitted: Submitted, form: Form): Promise<Report> => {
    const { over, values } = submitted;
    const result = await mutateAsync({ request: { base: over, values }, onPhase: handlePhase });
    return (await settle(result, submitted, form)).report;
  };

  const submit = async (
    values: SectionFormValues,
    intent: string | undefined,
    form: Form,
  ): Promise<Report> => {
    setNotes([]);
    setIsDeleted(false);
    try {
      if (pending) {
        const found = await mutateAsync({ request: pending.save, onPhase: handlePhase });
        const { report, next } = await settle(found, pending, form);
        const now = form.rhf.getValues();
        // “Check again” only looks; saving goes on where the first save's fate leaves something to save.
        if (intent === 'check' || !next || changedFields(toFormValues(next), now).length === 0) return report;
        return await send({ over: next, values: now }, form);
      }
      return await send({ over: base, values }, form);
    } finally {
      setPhase(null);
    }
  };

  /** Puts the choices into the form; saving them is the next click. What was typed since the save stays. */
  const resolve = async (choices: Readonly<Partial<Record<SectionField, Choice>>>, form: Form) => {
    const { mergeSection, resolveConflicts } = await loadSaving();
    if (!conflict) return;
    const { theirs, submitted } = conflict;
    // Typed since then, and maybe over a change of theirs that this form does not show yet: that is asked about, too.
    const mine = rebaseValues(form.rhf.getValues(), submitted, conflict.values);
    const merge = mergeSection(conflict.from ?? base, theirs, mine);
    const values = resolveConflicts(merge, theirs, choices);
    if (!values) {
      setConflict({ ...conflict, ...merge, kept: conflict.kept, submitted: form.rhf.getValues() });
      return;
    }
    setBase(theirs);
    form.rebase(toFormValues(theirs), values);
    setConflict(null);
    conflict.onResolved?.();
  };

  const isUnknown = pending !== null;
  const hasNotices = phase === 'checking' || isUnknown || isDeleted || notes.length > 0;
  return { phase, notes, conflict, isUnknown, isDeleted, hasNotices, submit, resolve, compare: setConflict };
}

export type EditSubmit = ReturnType<typeof useEditSubmit>;
