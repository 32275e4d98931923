import { useEffect, useEffectEvent } from 'react';

/** Calls back after each save that the server confirmed. */
export function useWhenSaved(savedAt: Date | null, callback: () => void): void {
  const handleSaved = useEffectEvent(callback);
  useEffect(() => {
    if (savedAt) handleSaved();
  }, [savedAt]);
}
