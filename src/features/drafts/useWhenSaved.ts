import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';

/** Calls back after each save that the server confirmed. */
export function useWhenSaved(savedAt: Date | null, callback: () => void): void {
  const handleSaved = useEffectEvent(callback);
  useEffect(() => {
    if (savedAt) handleSaved();
  }, [savedAt]);
}

/** Calls back after each save, however it ended, before that is seen. */
export function useWhenTried(isSaving: boolean, callback: () => void): void {
  const wasSaving = useRef(false);
  const handleTried = useEffectEvent(callback);
  useLayoutEffect(() => {
    if (wasSaving.current && !isSaving) handleTried();
    wasSaving.current = isSaving;
  }, [isSaving]);
}
