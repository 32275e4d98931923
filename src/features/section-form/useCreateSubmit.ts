import { useState } from 'react';
import { useLocation } from 'react-router-dom';
import type { SectionListRow } from '#/api/sections/sections';
import { autosave } from '#/forms/autosave';
import { takeStateAway } from '#/forms/oneTimeState';
import type { Draft } from '#/lib/drafts/draft';
import type { CreateResult, OnPhase, PendingCreate, Phase } from '#/features/saving/types';
import type { SectionFormValues } from '#/features/sections/model/sectionFormValues';
import { loadFormExtras } from './loadFormExtras';
import type { OrderQuestion } from './orderQuestion';
import type { SettledCreate } from './settleCreate';

/** The intent “Create and add another”. */
export const another = 'another';

interface Sent {
  readonly create: PendingCreate;
  /** What the form held then: it may hold something else by now. */
  readonly values: SectionFormValues;
}

/** How a create ended, and what it was made of: the form may hold something else by now. */
interface EndedCreate extends Pick<SettledCreate, 'report' | 'created'> {
  readonly sent: SectionFormValues;
  readonly typed: Draft | null;
}

interface Twins {
  readonly rows: readonly SectionListRow[];
  /** What was typed since, as a draft of the first. */
  readonly typed: Draft | null;
}

/** The creates of one form, from a click to one of the outcomes. Nothing is ever sent twice by itself. */
export function useCreateSubmit(question: OrderQuestion) {
  const { client } = question;
  const { key } = useLocation();
  const [phase, setPhase] = useState<Phase | null>(null);
  const [pending, setPending] = useState<Sent | null>(null);
  const [twins, setTwins] = useState<Twins | null>(null);

  const handlePhase: OnPhase = (next, sending) => {
    setPhase(next);
    if (sending) autosave.current()?.setPending(sending);
  };

  const settle = async (
    result: CreateResult,
    sent: SectionFormValues,
    now: (() => SectionFormValues) | null,
  ): Promise<EndedCreate> => {
    const isCreated = result.outcome.startsWith('created');
    // The form goes away with it.
    const own = autosave.current();
    setPending(result.outcome === 'unknown' ? { create: result.pending, values: sent } : null);
    if (!isCreated && result.outcome !== 'unknown') own?.setPending(null);
    const { settleCreate } = await loadFormExtras();
    const { report, created, typed } = await settleCreate(result, sent, question, now);
    if (isCreated) {
      // What was typed is in the section now, or in two of them; and what was typed since is in a draft of it.
      if (typed) void typed.isKept.then(() => own?.discard());
      else own?.discard();
      takeStateAway(key);
    }
    const draft = typed?.draft ?? null;
    setTwins(result.outcome === 'createdTwice' ? { rows: result.records, typed: draft } : null);
    return { report, created, sent, typed: draft };
  };

  /** @param now what the form holds by the time it is asked */
  const submit = async (
    values: SectionFormValues,
    intent: string | undefined,
    now: () => SectionFormValues,
  ): Promise<EndedCreate> => {
    const { runCreate } = await loadFormExtras();
    try {
      if (pending) {
        const found = await runCreate(client, pending.create, handlePhase);
        // “Check again” only looks; creating goes on once it is sure that there is none yet.
        if (intent === 'check' || found.outcome !== 'notCreated')
          return await settle(found, pending.values, now);
        setPending(null);
      }
      const result = await runCreate(client, { values }, handlePhase);
      // What is typed after “Create and add another” is of the next one.
      return await settle(result, values, intent === another ? null : now);
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
