import { useEffect, useEffectEvent, useState } from 'react';
import { Button } from '#/ui/Button';
import { Notice } from '#/ui/Notice';

interface InterruptedSaveProps<Result> {
  /** Looks for what was sent. Only reads. */
  look: () => Promise<Result>;
  /** True when the fate is known now. */
  onResult: (result: Result) => boolean;
  what: 'save' | 'section';
}

const titles = {
  save: 'We do not know if your last save arrived',
  section: 'We do not know if your last section was created',
};

/** The page went away while a write was under way: says so, and finds out what became of it. */
export function InterruptedSave<Result>({ look, onResult, what }: InterruptedSaveProps<Result>) {
  const [isChecking, setIsChecking] = useState(true);
  const settle = (result: Result) => {
    if (!onResult(result)) setIsChecking(false);
  };
  const start = useEffectEvent(look);
  const settleFirst = useEffectEvent(settle);
  useEffect(() => {
    void start().then((result) => settleFirst(result));
  }, []);

  const handleAgain = () => {
    setIsChecking(true);
    void look().then(settle);
  };
  return (
    <Notice
      tone="warning"
      role="status"
      title={titles[what]}
      actions={
        <Button isBusy={isChecking} onClick={handleAgain}>
          Check again
        </Button>
      }
    >
      <p>
        {isChecking
          ? 'The page went away before the answer came. Checking by reading…'
          : 'It could not be read now. Nothing was sent again.'}
      </p>
    </Notice>
  );
}
