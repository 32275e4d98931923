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

  const names = works.flatMap((work) => work.describe());
  const isKept = works.every((work) => work.isKept());
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
          {!isDone && (
            <Button variant="primary" data-autofocus isBusy={isLeaving} onClick={() => setIsLeaving(true)}>
              Save and leave
            </Button>
          )}
          <Button variant={isDone ? 'primary' : 'secondary'} onClick={() => onAnswer(false)}>
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
          <p dir="auto">Still being saved: {names.join('; ')}.</p>
          <p>{later}</p>
        </>
      )}
    </Dialog>
  );
}
