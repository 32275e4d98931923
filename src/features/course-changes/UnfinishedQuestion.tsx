import { useEffect, useState, useSyncExternalStore } from 'react';
import { Button } from '#/ui/Button';
import { Dialog } from '#/ui/Dialog';
import { type Unfinished, unfinished } from './unfinished';

interface UnfinishedQuestionProps {
  /** What it is asked about: a work that has ended since can have ended badly. */
  asked: readonly Unfinished[];
  onAnswer: (mayLeave: boolean) => void;
}

/** What to do with changes of a course that are not done, before somebody signs out. */
export function UnfinishedQuestion({ asked, onAnswer }: UnfinishedQuestionProps) {
  const works = useSyncExternalStore(unfinished.subscribe, unfinished.getSnapshot);
  const [isLeaving, setIsLeaving] = useState(false);
  const isDone = works.length === 0;
  const hasTrouble = isDone && asked.some((work) => work.hasTrouble());

  useEffect(() => {
    if (isLeaving && isDone && !hasTrouble) onAnswer(true);
  }, [isLeaving, isDone, hasTrouble, onAnswer]);

  const saving = works.filter(({ isTyped }) => !isTyped);
  const typed = works.filter(({ isTyped }) => isTyped);
  const isKept = saving.every((work) => work.isKept());
  const later = isKept
    ? 'If you leave now, what is not saved yet is kept in this browser and offered when you come back.'
    : 'If you leave now, what is not saved yet is lost: this browser can’t keep it.';
  const doneText = hasTrouble
    ? 'Not everything could be saved. The list of the sections says what is left.'
    : 'Your changes are saved now.';
  return (
    <Dialog
      isOpen
      title={isDone && !hasTrouble ? 'Saved' : 'Unsaved changes'}
      onClose={() => onAnswer(false)}
      footer={
        <>
          {!isDone && typed.length === 0 && (
            <Button variant="primary" data-autofocus isBusy={isLeaving} onClick={() => setIsLeaving(true)}>
              Save and leave
            </Button>
          )}
          <Button
            variant={isDone || typed.length > 0 ? 'primary' : 'secondary'}
            onClick={() => onAnswer(false)}
          >
            Stay
          </Button>
          <Button
            variant={isDone ? 'secondary' : 'quiet'}
            data-danger={!isDone}
            onClick={() => onAnswer(true)}
          >
            {isDone ? 'Leave' : 'Leave without saving'}
          </Button>
        </>
      }
    >
      {isDone ? (
        <p>{doneText}</p>
      ) : (
        <>
          {typed.length > 0 && (
            <p dir="auto">Titles that are not saved, and lost if you leave: {namesOf(typed)}.</p>
          )}
          {saving.length > 0 && (
            <>
              <p dir="auto">Still being saved: {namesOf(saving)}.</p>
              <p>{later}</p>
            </>
          )}
        </>
      )}
    </Dialog>
  );
}

const namesOf = (works: readonly Unfinished[]) => works.flatMap((work) => work.describe()).join('; ');
