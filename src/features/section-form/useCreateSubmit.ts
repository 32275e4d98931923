import { useState } from 'react';
import { useLocation } from 'react-router-dom';
import type { SectionListRow } from '#/api/sections/sections';
import { autosave } from '#/forms/autosave';
import { takeStateAway } from '#/forms/oneTimeState';
import type { Draft } from '#/lib/drafts/draft';
import type { CreateResult, LostCreate, OnPhase, PendingCreate, Phase } from '#/features/saving/types';
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

const lateOf = (result: CreateResult) => ('late' in result ? result.late : undefined);

/** Kept with the draft as what a reload looks for. */
function asPending(lost: readonly LostCreate[]): PendingCreate | null {
  const last = lost.at(-1);
  return last ? { ...last, earlier: lost.slice(0, -1) } : null;
}

/** The creates of one form, from a click to one of the outcomes. Nothing is ever sent twice by itself. */
export function useCreateSubmit(question: OrderQuestion) {
  const { client } = question;
  const { key } = useLocation();
  const [phase, setPhase] = useState<Phase | null>(null);
  const [pending, setPending] = useState<Sent | null>(null);
  /** Those that were not found so far: each may still arrive. */
  const [lost, setLost] = useState<readonly LostCreate[]>([]);
  const [twins, setTwins] = useState<Twins | null>(null);

  const handlePhase: OnPhase = (next, sending) => {
    setPhase(next);
    if (sending) autosave.current()?.setPending(sending);
  };

  const keepLost = (next: readonly LostCreate[]) => {
    setLost(next);
    autosave.current()?.setPending(asPending(next));
  };

  /** @param before those that may have arrived before it */
  const settle = async (
    result: CreateResult,
    sent: SectionFormValues,
    now: (() => SectionFormValues) | null,
    before: readonly LostCreate[],
  ): Promise<EndedCreate> => {
    const isCreated = result.outcome.startsWith('created');
    // The form goes away with it.
    const own = autosave.current();
    setPending(result.outcome === 'unknown' ? { create: result.pending, values: sent } : null);
    if (isCreated) setLost([]);
    else if (result.outcome !== 'unknown') keepLost(result.outcome === 'notCreated' ? result.lost : before);
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
    let earlier = lost;
    try {
      if (pending) {
        const found = await runCreate(client, pending.create, handlePhase);
        // “Check again” only looks; creating goes on once it is sure that there is none yet.
        if (intent === 'check' || found.outcome !== 'notCreated')
          return await settle(found, lateOf(found)?.values ?? pending.values, now, earlier);
        setPending(null);
        earlier = found.lost;
      }
      const result = await runCreate(client, { values, earlier }, handlePhase);
      const late = lateOf(result);
      // What is typed after “Create and add another” is of the next one.
      return await settle(result, late?.values ?? values, intent === another && !late ? null : now, earlier);
    } finally {
      setPhase(null);
    }
  };

  /** For a fate that cannot be found out (the list is not readable): the person has looked and decides. */
  const forget = () => {
    setPending(null);
    keepLost([]);
  };

  return {
    phase,
    isUnknown: pending !== null,
    mayArrive: pending !== null || lost.length > 0,
    /** Where the section would be that may still arrive. */
    courseId: (pending?.create ?? lost.at(-1))?.sent.CourseId ?? null,
    twins,
    submit,
    forget,
    lost,
    keepLost,
  };
}
