import { useEffect, useState, useSyncExternalStore } from 'react';
import { leaveGuard } from '#/forms/leaveGuard';
import { unfinished } from './unfinished';
import { UnfinishedQuestion } from './UnfinishedQuestion';

/** Asks before somebody signs out while changes of a course are not done, whatever page is on the screen. */
export function UnfinishedGuard() {
  const works = useSyncExternalStore(unfinished.subscribe, unfinished.getSnapshot);
  const isAnything = works.length > 0;
  const [answer, setAnswer] = useState<((mayLeave: boolean) => void) | null>(null);
  useEffect(() => {
    if (!isAnything) return undefined;
    return leaveGuard.register(() => {
      for (const work of unfinished.getSnapshot()) work.flush();
      return new Promise((resolve) => setAnswer(() => resolve));
    });
  }, [isAnything]);

  if (!answer) return null;
  const handleAnswer = (mayLeave: boolean) => {
    answer(mayLeave);
    setAnswer(null);
  };
  return <UnfinishedQuestion onAnswer={handleAnswer} />;
}
