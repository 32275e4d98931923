import { useSyncExternalStore } from 'react';
import type { CourseStore } from './courseStore';
import { WAIT_FIRST } from './permissions';

/** Why what is left can't be dealt with now: something of the course is waiting or under way. */
export function useWait({ state }: CourseStore): string | null {
  const isSaving = useSyncExternalStore(state.subscribe, () => state.getSnapshot().isSaving);
  return isSaving ? WAIT_FIRST : null;
}
