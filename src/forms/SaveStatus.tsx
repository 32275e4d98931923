import { useEffect, useState } from 'react';
import { type SaveState, type SavingPhase, saveStatusText, saveStatusTone } from './saveStatusText';

/** The state of the form in one true phrase, spoken when it changes. */
export function SaveStatus({ isSaving, ...state }: SaveState & { isSaving: boolean }) {
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an <output> is a form's result; this is its state
    <p role="status" data-tone={saveStatusTone(state)}>
      {saveStatusText(state, useSavingPhase(isSaving))}
    </p>
  );
}

function useSavingPhase(isSaving: boolean): SavingPhase {
  const [phase, setPhase] = useState<SavingPhase>('brief');
  useEffect(() => {
    if (!isSaving) return undefined;
    const timers = [setTimeout(setPhase, 300, 'shown'), setTimeout(setPhase, 2000, 'slow')];
    return () => {
      timers.forEach(clearTimeout);
      setPhase('brief');
    };
  }, [isSaving]);
  return isSaving ? phase : 'none';
}
