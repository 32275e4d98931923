import { useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Button } from '#/ui/Button';
import { Dialog } from '#/ui/Dialog';
import { autosave } from './autosave';
import type { FormValues } from './formValues';
import { keptDraft } from './keptDraft';
import type { EntityForm } from './useEntityForm';

export type LeavingForm = Pick<EntityForm<FormValues>, 'isDirty' | 'isSaving' | 'submit'>;

export interface LeaveQuestionProps {
  form: LeavingForm;
  onAnswer: (mayLeave: boolean) => void;
}

const notSaved = 'Your changes aren’t saved yet.';
const unsavedWords = {
  title: 'Unsaved changes',
  text: `${notSaved} No draft of them can be kept: if you leave without saving, they are lost.`,
  leave: 'Leave without saving',
};
const draftWords = {
  ...unsavedWords,
  text: `${notSaved} They are kept as a draft in this browser for 14 days.`,
};
const savingWords = {
  ...unsavedWords,
  text: 'A save is still under way. If you leave now, you will not see whether it worked.',
};
const savedWords = { title: 'Saved', text: 'Your changes are saved now.', leave: 'Leave' };

/** What to do with unsaved changes before something leaves the page. */
export function LeaveQuestion({ form, onAnswer }: LeaveQuestionProps) {
  const { isDirty, isSaving } = form;
  /** It steps aside for the save that it was told to make: the form shows how that goes. */
  const [isAside, setIsAside] = useState(false);
  const [notes, setNotes] = useState<readonly string[]>([]);
  /** Whether a draft can be kept, found out by keeping it. */
  const [keeping, setKeeping] = useState<'underWay' | 'refused' | null>(null);
  const isAvailable = useSyncExternalStore(autosave.subscribe, autosave.isAvailable);
  // Where the person goes can change while a save is under way: the last wish counts.
  const latestAnswer = useRef(onAnswer);
  const isStanding = useRef(true);
  useLayoutEffect(() => {
    latestAnswer.current = onAnswer;
  });
  useLayoutEffect(() => {
    isStanding.current = true;
    return () => {
      isStanding.current = false;
    };
  }, []);

  const saveFirst = async () => {
    setIsAside(true);
    const found = await form.submit('leave');
    if (found && found.length > 0) {
      // What there is to say about the save is read before the page goes.
      setNotes(found);
      setIsAside(false);
      return;
    }
    if (found) autosave.current()?.discard();
    latestAnswer.current(found !== null);
  };
  const keepFirst = async () => {
    setKeeping('underWay');
    const drafts = autosave.current();
    const isKept = await drafts?.saveDraftNow();
    // Answered otherwise meanwhile.
    if (!isStanding.current) return;
    if (!drafts || !isKept) {
      setKeeping('refused');
      return;
    }
    keptDraft.set(drafts.place);
    latestAnswer.current(true);
  };

  const isKeeping = keeping === 'underWay';
  // Once asked for, it stays until its answer is here.
  const canKeep = isKeeping || (keeping === null && isAvailable);
  const dirtyWords = canKeep ? draftWords : unsavedWords;
  const unsaved = isSaving ? savingWords : dirtyWords;
  // A save that was under way may end while the question stands: the words follow, the answer stays the person's.
  const words = isDirty || isSaving ? unsaved : savedWords;
  const isOpenWork = words === dirtyWords;

  return (
    <Dialog
      isOpen={!isAside}
      title={words.title}
      onClose={() => onAnswer(false)}
      footer={
        <>
          {isOpenWork && (
            <Button variant="primary" data-autofocus onClick={saveFirst}>
              Save and leave
            </Button>
          )}
          <Button
            variant={isOpenWork ? 'secondary' : 'primary'}
            data-autofocus
            onClick={() => onAnswer(false)}
          >
            Stay
          </Button>
          <Button
            variant={isOpenWork ? 'quiet' : 'secondary'}
            data-danger={isOpenWork}
            isBusy={isKeeping}
            onClick={isOpenWork && canKeep ? keepFirst : () => onAnswer(true)}
          >
            {words.leave}
          </Button>
        </>
      }
    >
      <p>{words.text}</p>
      {notes.map((note) => (
        <p key={note} dir="auto">
          {note}
        </p>
      ))}
    </Dialog>
  );
}
