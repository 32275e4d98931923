import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useSyncExternalStore } from 'react';
import { onFirstUse } from '#/lib/onFirstUse';
import { useSession } from '#/features/sign-in/queries';
import { loadCommands, recoverLeft } from './dispatch';
import {
  announce,
  announceDone,
  flush,
  openElsewhere,
  setState,
  type CourseStore,
  courseStore,
  type CourseState,
} from './courseStore';

/** The store of a course for whoever is signed in; a change that a reload has cut off is offered again. */
export function useCourseStore(courseId: number): { store: CourseStore; state: CourseState } {
  const session = useSession();
  const client = useQueryClient();
  const store = courseStore(client, 'username' in session ? session.username : '', courseId);
  const state = useSyncExternalStore(store.state.subscribe, store.state.getSnapshot);

  useLayoutEffect(() => {
    // What was seen counts for one visit: what the person does elsewhere is no news.
    store.knownVersions.clear();
  }, [store]);

  // In time for the first write, and before a deployment can take the code away.
  useEffect(() => onFirstUse(() => void loadCommands().catch(() => undefined)), []);

  useEffect(() => {
    const { undoable } = store.state.getSnapshot();
    // Who comes back can still take back what was done before.
    if (undoable?.kind === 'job') announceDone(store, undoable);
    recoverLeft(store);
    return () => {
      flush(store);
      setState(store, {
        displayedOrder: null,
        remoteChanges: new Map(),
        changedHere: new Set(),
        elsewhere: openElsewhere(store),
      });
      announce(store, '');
    };
  }, [store]);

  return { store, state };
}
