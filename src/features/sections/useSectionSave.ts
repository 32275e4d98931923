import { useState } from 'react';
import type { SectionRecord } from '../../api/sections';
import type { EntityForm, SubmitReport } from '../../forms/useEntityForm';
import { loadSaving } from './loadSaving';
import type { Choice } from './merge';
import { useSaveSection } from './mutations';
import type { PendingSave, Phase, SaveResult } from './saving/types';
import { type SectionField, type SectionFormValues, toFormValues } from './sectionForm';

export type SavedResult = Extract<SaveResult, { outcome: 'saved' | 'unchanged' }>;
export type ConflictResult = Extract<SaveResult, { outcome: 'conflict' }> & {
  readonly submitted: SectionFormValues;
};

type Report = SubmitReport<SectionField>;
type Form = EntityForm<SectionFormValues>;

/**
 * The saves of one edit form, from a click to one of the outcomes. A save whose fate is unknown is looked up before
 * anything is sent again.
 */
export function useSectionSave(base: SectionRecord, setBase: (record: SectionRecord) => void) {
  const { mutateAsync } = useSaveSection();
  const [phase, setPhase] = useState<Phase | null>(null);
  const [saved, setSaved] = useState<SavedResult | null>(null);
  const [conflict, setConflict] = useState<ConflictResult | null>(null);
  const [pending, setPending] = useState<PendingSave | null>(null);
  const [isDeleted, setIsDeleted] = useState(false);

  const settle = async (result: SaveResult, values: SectionFormValues, form: Form): Promise<Report> => {
    const isStored = result.outcome === 'saved' || result.outcome === 'unchanged';
    setPending(result.outcome === 'unknown' ? result.pending : null);
    setIsDeleted(result.outcome === 'deleted');
    setSaved(isStored ? result : null);
    setConflict(result.outcome === 'conflict' ? { ...result, submitted: values } : null);
    if (isStored && result.record) form.rebase(toFormValues(result.record));
    if ((isStored || result.outcome === 'notSaved') && result.record) setBase(result.record);
    return (await loadSaving()).reportSave(result, values);
  };

  const submit = async (
    values: SectionFormValues,
    intent: string | undefined,
    form: Form,
  ): Promise<Report> => {
    setSaved(null);
    setIsDeleted(false);
    try {
      let from = base;
      if (pending) {
        const found = await mutateAsync({ request: pending, onPhase: setPhase });
        const isSettled = found.outcome === 'saved' || found.outcome === 'notSaved';
        if (intent === 'check' || !isSettled || !found.record) return await settle(found, values, form);
        setPending(null);
        setBase(found.record);
        from = found.record;
      }
      const result = await mutateAsync({ request: { base: from, values }, onPhase: setPhase });
      return await settle(result, values, form);
    } finally {
      setPhase(null);
    }
  };

  /** Puts the choices into the form; saving them is the next click. What was typed since the save stays. */
  const resolve = async (choices: Readonly<Partial<Record<SectionField, Choice>>>, form: Form) => {
    const { resolveConflicts } = await loadSaving();
    const values = conflict && resolveConflicts(conflict, conflict.theirs, choices);
    if (!conflict || !values) return;
    const current = form.rhf.getValues();
    setBase(conflict.theirs);
    form.rebase(toFormValues(conflict.theirs));
    for (const field of Object.keys(values) as SectionField[]) {
      const isUntouched = current[field] === conflict.submitted[field];
      form.rhf.setValue(field, isUntouched ? values[field] : current[field]);
    }
    setConflict(null);
  };

  return { phase, saved, conflict, isUnknown: pending !== null, isDeleted, submit, resolve };
}

export type SectionSave = ReturnType<typeof useSectionSave>;
