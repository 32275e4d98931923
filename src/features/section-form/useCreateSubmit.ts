import { useState } from 'react';
import { useLocation } from 'react-router-dom';
import type { SectionListRow } from '#/api/sections/sections';
import { autosave } from '#/forms/autosave';
import { takeStateAway } from '#/forms/oneTimeState';
import type { CreateResult, OnPhase, PendingCreate, Phase } from '#/features/saving/types';
import type { SectionFormValues } from '#/features/sections/model/sectionFormValues';
import { loadFormExtras } from './loadFormExtras';
import type { OrderQuestion } from './orderQuestion';
import type { SettledCreate } from './settleCreate';

interface Sent {
  readonly create: PendingCreate;
  /** What the form held then: it may hold something else by now. */
  readonly values: SectionFormValues;
}

/** The creates of one form, from a click to one of the outcomes. Nothing is ever sent twice by itself. */
export function useCreateSubmit(question: OrderQuestion) {
  const { client } = question;
  const { key } = useLocation();
  const [phase, setPhase] = useState<Phase | null>(null);
  const [pending, setPending] = useState<Sent | null>(null);
  const [twins, setTwins] = useState<readonly SectionListRow[] | null>(null);

  const handlePhase: OnPhase = (next, sending) => {
    setPhase(next);
    if (sending) autosave.current()?.setPending(sending);
  };

  const settle = async (result: CreateResult, values: SectionFormValues): Promise<SettledCreate> => {
    setPending(result.outcome === 'unknown' ? { create: result.pending, values } : null);
    setTwins(result.outcome === 'createdTwice' ? result.records : null);
    if (result.outcome !== 'unknown') autosave.current()?.setPending(null);
    // What was typed is in the section now, or in two of them.
    if (result.outcome.startsWith('created')) {
      autosave.current()?.discard();
      takeStateAway(key);
    }
    return (await loadFormExtras()).settleCreate(result, values, question);
  };

  const submit = async (values: SectionFormValues, intent: string | undefined): Promise<SettledCreate> => {
    const { runCreate } = await loadFormExtras();
    try {
      if (pending) {
        const found = await runCreate(client, pending.create, handlePhase);
        // “Check again” only looks; creating goes on once it is sure that there is none yet.
        if (intent === 'check' || found.outcome !== 'notCreated') return await settle(found, pending.values);
        setPending(null);
      }
      return await settle(await runCreate(client, { values }, handlePhase), values);
    } finally {
      setPhase(null);
    }
  };

  /** For a fate that cannot be found out (the list is not readable): the person has looked and decides. */
  const forget = () => setPending(null);

  return {
    phase,
    isUnknown: pending !== null,
    courseId: pending?.create.sent.CourseId ?? null,
    twins,
    submit,
    forget,
  };
}
