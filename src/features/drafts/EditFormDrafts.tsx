import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { SectionRecord } from '#/api/sections/sections';
import { changedFields } from '#/forms/formValues';
import { pick } from '#/lib/objects';
import { newUuid } from '#/lib/uuid';
import { timestampText } from '#/lib/timestamps';
import { Breakable } from '#/ui/Breakable';
import { Button } from '#/ui/Button';
import { Notice } from '#/ui/Notice';
import { type SectionFormValues, toFormValues } from '#/features/sections/model/sectionFormValues';
import type { ConflictResult } from '#/features/saving/types';
import type { OvertakenDraft } from '#/features/saving/overtaken';
import type { SectionEditor } from '#/features/saving/sectionEditor';
import { useAccount } from '#/features/sign-in/useAccount';
import { Undoable } from './DraftOffer';
import { FoundDraftNotice } from './FoundDraftNotice';
import { StorageNotice } from './StorageNotice';
import { sectionKey } from '#/features/sections/model/storageKeys';
import { sectionDrafts, type SectionDraft, toDraft } from './sectionDrafts';
import { undoRestore } from './undoRestore';
import { useDiscard } from './useDiscard';
import { useWhenSaved, useWhenTried } from './useWhenSaved';
import { moveDraft, useAutosave } from './useAutosave';
import { keyOfStored, useStoredDrafts } from './useStoredDrafts';
import { useNewerVersion } from './useNewerVersion';
import { useOpenTabs } from './useOpenTabs';
import { useTypedArrival } from './useTypedArrival';
import { useMergeIntoForm } from './useMergeIntoForm';

interface Restored {
  readonly draft: SectionDraft;
  /** What the form held before, over which record; and after. */
  readonly before: SectionFormValues;
  readonly over: SectionRecord;
  readonly after: SectionFormValues;
  readonly notes: readonly string[];
  readonly isMoved: Promise<boolean>;
}

/** What stands behind an open edit form: its draft, earlier drafts, other tabs, newer versions. */
export function EditFormDrafts({ editor }: { editor: SectionEditor }) {
  const account = useAccount();
  return account === null ? null : <Drafts editor={editor} account={account} />;
}

function Drafts({ editor, account }: { editor: SectionEditor; account: string }) {
  const { form, base, save, adopt } = editor;
  const [tab] = useState(newUuid);
  const record = sectionKey(base.Id);
  const place = { account, record, tab };
  const autosave = useAutosave({ form, place, base });
  const mergeIntoForm = useMergeIntoForm(editor);
  const [restored, setRestored] = useState<Restored | null>(null);
  const [message, setMessage] = useState('');

  const { newer, lookNow } = useNewerVersion({
    base,
    isIdle: !form.isDirty && !save.isUnknown,
    isSaving: form.isSaving,
    onNewer(theirs) {
      adopt(theirs, toFormValues(theirs));
    },
  });
  const { others, tellSaved } = useOpenTabs(record, tab, lookNow);
  const drafts = useStoredDrafts(account, record, others);
  const discarding = useDiscard(drafts);
  useWhenChosen(save.conflict, form.isSaving, () =>
    setMessage('Your choices are in the form. Save as usual.'),
  );
  const created = useTypedArrival(place, (draft, onDone) => {
    drafts.drop(draft.place);
    mergeIntoForm({
      from: draft.base ?? base,
      to: base,
      values: draft.values,
      onDone: (notes) => onDone(notes, moveDraft(draft.place, autosave)),
    });
  });
  useWhenTried(form.isSaving, () => setRestored(null));
  useWhenSaved(form.savedAt, () => {
    setMessage('');
    created.forget();
    tellSaved();
  });

  const [overtaken, setOvertaken] = useState<OvertakenDraft | null>(null);
  useWhenOvertaken(save.overtaken, (lost) => {
    setOvertaken(lost);
    drafts.putBack({ kind: 'draft', draft: lost.draft });
  });

  const handleRestore = (draft: SectionDraft, values = draft.values) => {
    const before = form.rhf.getValues();
    const finish = (done: Omit<Restored, 'isMoved'>) => {
      // The button is gone before anything is waited for: pressed again, what it took the place of would be the draft.
      drafts.drop(draft.place);
      setRestored({ ...done, isMoved: moveDraft(draft.place, autosave) });
    };
    mergeIntoForm({
      from: draft.base ?? base,
      to: base,
      values,
      onDone: (notes) => finish({ draft, before, over: base, after: form.rhf.getValues(), notes }),
    });
  };
  /** Only what was overtaken: what else was typed since stays. */
  const handleUseMine = (draft: SectionDraft) => {
    const mine = draft.base ? changedFields(toFormValues(draft.base), draft.values) : [];
    handleRestore(draft, { ...form.rhf.getValues(), ...pick(draft.values, mine) });
  };
  const handleUndo = async ({ draft, before, over, after, isMoved }: Restored) => {
    setRestored(null);
    const undone = undoRestore({ before, after, now: form.rhf.getValues(), draft: draft.values });
    // What came from the server since stays, too.
    mergeIntoForm({ from: over, to: base, values: undone.form, onDone: () => {} });
    const again = { ...draft, values: undone.draft };
    await isMoved;
    await sectionDrafts.save(toDraft(again));
    drafts.put(again);
  };
  const handleLooked = async (draft: SectionDraft, next: SectionDraft | null, words: string) => {
    setMessage(words);
    drafts.drop(draft.place);
    if (next) {
      await sectionDrafts.save(toDraft(next));
      drafts.put(next);
    } else await sectionDrafts.remove(draft.place);
    lookNow();
  };

  return (
    <>
      <StorageNotice storage={autosave.storage} isDirty={form.isDirty} />
      {[...others.values()].includes(record) && (
        <Notice role="status" title="This section is open in another tab, too">
          <p>
            Each tab keeps its own draft. A save here is noticed there, and nothing is overwritten unseen.
          </p>
        </Notice>
      )}
      {newer && (
        <NewerVersion
          newer={newer}
          onMerge={() =>
            mergeIntoForm({
              from: base,
              to: newer,
              values: form.rhf.getValues(),
              onDone: (notes) => setMessage(['The newer version is in the form now.', ...notes].join(' ')),
            })
          }
        />
      )}
      {created.notes && (
        <Notice tone="success" role="status" title="Section created">
          {created.notes.map((note) => (
            <p key={note} dir="auto">
              {note}
            </p>
          ))}
        </Notice>
      )}
      {message && <Notice role="status">{message}</Notice>}
      {restored && (
        <Undoable title="Draft restored. It is not saved yet." onUndo={() => void handleUndo(restored)}>
          {restored.notes.map((note) => (
            <p key={note} dir="auto">
              {note}
            </p>
          ))}
        </Undoable>
      )}
      {discarding.discarded && <Undoable title="Draft discarded" onUndo={() => discarding.undo()} />}
      {drafts.found.map((found) => (
        <FoundDraftNotice
          key={`${keyOfStored(found).tab} ${found.kind === 'draft' && found.draft.pending !== null}`}
          found={found}
          base={base}
          overtaken={overtaken?.draft.tab === keyOfStored(found).tab ? overtaken : null}
          onRestore={overtaken?.draft.tab === keyOfStored(found).tab ? handleUseMine : handleRestore}
          onDiscard={() => discarding.discard(found)}
          onLooked={handleLooked}
        />
      ))}
    </>
  );
}

function NewerVersion({ newer, onMerge }: { newer: SectionRecord; onMerge: () => void }) {
  return (
    <Notice
      tone="warning"
      role="status"
      title="Newer version on the server"
      actions={<Button onClick={onMerge}>Take its changes into the form</Button>}
    >
      <p>
        <span dir="auto">
          <Breakable>{newer.UpdatedBy ?? 'Someone'}</Breakable>
        </span>{' '}
        saved this section meanwhile ({timestampText(newer.UpdatedOn)}). What you typed is untouched. Saving
        keeps both, and asks where you both changed the same field.
      </p>
    </Notice>
  );
}

/** Calls back when the question of a save is answered; one that has something else to say then says that. */
function useWhenChosen(conflict: ConflictResult | null, isSaving: boolean, callback: () => void) {
  const wasAsked = useRef(false);
  const handleChosen = useEffectEvent(() => {
    if (wasAsked.current && !isSaving) callback();
  });
  useEffect(() => {
    if (!conflict) handleChosen();
    wasAsked.current = conflict !== null && !conflict.onResolved;
  }, [conflict]);
}

/** Calls back once for what each save lost to somebody else. */
function useWhenOvertaken(overtaken: OvertakenDraft | null, callback: (lost: OvertakenDraft) => void) {
  const handleOvertaken = useEffectEvent(callback);
  useEffect(() => {
    if (overtaken) handleOvertaken(overtaken);
  }, [overtaken]);
}
