import { useEffect, useState, useSyncExternalStore } from 'react';
import { Button } from '#/ui/Button';
import { Dialog } from '#/ui/Dialog';
import { unfinished } from './unfinished';

/** What to do with changes of a course that are not done, before somebody signs out. */
export function UnfinishedQuestion({ onAnswer }: { onAnswer: (mayLeave: boolean) => void }) {
  const works = useSyncExternalStore(unfinished.subscribe, unfinished.getSnapshot);
  // A work that has ended leaves the list; how it ended is asked of those that it began with.
  const [asked] = useState(works);
  const [isLeaving, setIsLeaving] = useState(false);
  const isDone = works.length === 0;
  const hasTrouble = isDone && asked.some((work) => work.hasTrouble());

  useEffect(() => {
    if (isLeaving && isDone && !hasTrouble) onAnswer(true);
  }, [isLeaving, isDone, hasTrouble, onAnswer]);

  const names = works.flatMap((work) => work.describe());
  const isKept = works.every((work) => work.isKept());
  const later = isKept
    ? 'If you leave now, what is not written yet is kept in this browser and offered when you come back.'
    : 'If you leave now, what is not written yet is lost: this browser keeps no record of it.';
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
          <Button variant="primary" data-autofocus onClick={() => onAnswer(false)}>
            Stay
          </Button>
          <Button onClick={() => onAnswer(true)}>{isDone ? 'Leave' : 'Leave without saving'}</Button>
          {!isDone && (
            <Button isBusy={isLeaving} onClick={() => setIsLeaving(true)}>
              Save and leave
            </Button>
          )}
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
