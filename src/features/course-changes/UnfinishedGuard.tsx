import { useEffect, useState, useSyncExternalStore } from 'react';
import { leaveGuard } from '#/forms/leaveGuard';
import { type Unfinished, unfinished } from './unfinished';
import { UnfinishedQuestion } from './UnfinishedQuestion';

interface Question {
  /** What was unfinished when it was asked. */
  readonly works: readonly Unfinished[];
  readonly answer: (mayLeave: boolean) => void;
}

/** Asks before somebody signs out while changes of a course are not done, whatever page is on the screen. */
export function UnfinishedGuard() {
  const isAnything = useSyncExternalStore(unfinished.subscribe, unfinished.getSnapshot).length > 0;
  const [question, setQuestion] = useState<Question | null>(null);
  useEffect(() => {
    if (!isAnything) return undefined;
    return leaveGuard.register(() => {
      const works = unfinished.getSnapshot();
      for (const work of works) work.flush();
      return new Promise((answer) => setQuestion({ works, answer }));
    });
  }, [isAnything]);

  if (!question) return null;
  const handleAnswer = (mayLeave: boolean) => {
    question.answer(mayLeave);
    setQuestion(null);
  };
  return <UnfinishedQuestion asked={question.works} onAnswer={handleAnswer} />;
}
