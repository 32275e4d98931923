import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { SectionRecord } from '#/api/sections/sections';
import { type Autosave, autosave } from '#/forms/autosave';
import { changedFields } from '#/forms/formValues';
import type { EntityForm } from '#/forms/useEntityForm';
import type { DraftPlace } from '#/lib/drafts/draft';
import type { StorageState } from '#/lib/drafts/draftStore';
import { createDraftWriter, type DraftWriter, flushOnHide } from '#/lib/drafts/draftWriter';
import type { SectionFormValues } from '#/features/sections/model/sectionFormValues';
import { serializePending } from '#/features/saving/pendingWrites';
import type { Sending } from '#/features/saving/types';
import { openDraft, sectionDrafts } from './sectionDrafts';
import { serializeRecord } from '#/features/sections/model/serialization';
import { useLatest } from './useLatest';

interface AutosavedForm {
  readonly form: EntityForm<SectionFormValues>;
  readonly place: DraftPlace;
  readonly base: SectionRecord | null;
}

export interface FormAutosave extends Pick<Autosave, 'saveDraftNow'> {
  readonly storage: StorageState;
}

/** Writes the draft of a form behind the typing, and takes it away when the form is saved or given up. */
export function useAutosave({ form, place, base }: AutosavedForm): FormAutosave {
  const [storage, setStorage] = useState<StorageState>('kept');
  const last = useRef<StorageState>('kept');
  const writer = useRef<DraftWriter | null>(null);
  const pending = useRef<object | null>(null);
  const hasDraft = useRef(false);
  /** What the form held when it was saved or given up: the same values are never written as a draft again. */
  const settled = useRef<SectionFormValues | null>(null);
  const { account, record, tab } = place;
  const { rhf, isDirty } = form;
  const over = useLatest(base);
  const dirty = useLatest(isDirty);
  const write = () => {
    hasDraft.current = true;
    writer.current?.change(() => ({
      values: { ...rhf.getValues() },
      base: over.current && serializeRecord(over.current),
      pending: pending.current,
    }));
  };
  const latestWrite = useLatest(write);
  const saveDraftNow = async () => {
    write();
    await writer.current?.flush();
    return last.current === 'kept';
  };
  const latestKeepNow = useLatest(saveDraftNow);

  const updateDraft = useEffectEvent((mustKeep: boolean) => {
    // The list of the course, read again after a create, suggests another order to the form that is leaving.
    const later = settled.current && changedFields(settled.current, rhf.getValues());
    if (later?.every((field) => field === 'displayOrder')) return;
    settled.current = null;
    if (mustKeep || pending.current) write();
    else if (hasDraft.current) {
      hasDraft.current = false;
      void writer.current?.discard();
    }
  });
  const handleTyping = useEffectEvent(() => updateDraft(isDirty));

  useEffect(() => {
    const current = createDraftWriter({ account, record, tab }, sectionDrafts, (result) => {
      last.current = result;
      setStorage(result);
      autosave.setAvailable(registered, result === 'kept');
    });
    writer.current = current;
    const close = openDraft({ account, record, tab });
    const stopFlushing = flushOnHide(current);
    let isPageGone = false;
    const handleGoing = ({ type }: Event) => {
      isPageGone = type === 'pagehide';
    };
    addEventListener('pagehide', handleGoing);
    addEventListener('pageshow', handleGoing);
    const registered: Autosave = {
      place: { account, record, tab },
      saveDraftNow: () => latestKeepNow.current(),
      setPending(sending) {
        // A call that ends with its page is no outcome: the next page looks for it.
        if (!sending && isPageGone) return;
        const wasPending = pending.current !== null;
        pending.current = sending && serializePending(sending as Sending);
        if (!pending.current && !wasPending) return;
        if (pending.current || dirty.current) latestWrite.current();
        else void current.discard();
        void current.flush();
      },
      discard() {
        hasDraft.current = false;
        pending.current = null;
        settled.current = { ...rhf.getValues() };
        void current.discard();
      },
    };
    const unregister = autosave.register(registered);
    autosave.setAvailable(registered, last.current === 'kept');
    return () => {
      unregister();
      stopFlushing();
      removeEventListener('pagehide', handleGoing);
      removeEventListener('pageshow', handleGoing);
      void current.flush().then(close);
    };
  }, [account, record, tab, rhf, dirty, latestWrite, latestKeepNow]);

  useEffect(() => rhf.subscribe({ formState: { values: true }, callback: () => handleTyping() }), [rhf]);
  // Also what was typed before this code came, and what a save or a merge changed.
  const handleChange = useEffectEvent((mustKeep: boolean, _over: SectionRecord | null, _account: string) =>
    updateDraft(mustKeep),
  );
  useEffect(() => handleChange(isDirty, base, account), [isDirty, base, account]);

  return { storage, saveDraftNow };
}

/** Makes a draft that was restored the one of this form. To be waited for before the old one is put back. @returns whether it is kept */
export async function moveDraft(from: DraftPlace, { saveDraftNow }: FormAutosave): Promise<boolean> {
  const isKept = await saveDraftNow();
  if (isKept) await sectionDrafts.remove(from);
  return isKept;
}
