import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { onFirstUse } from '#/lib/onFirstUse';
import { useSession } from '#/features/sign-in/queries';
import { loadEngine, withEngine } from './dispatch';
import { say, update, type Work, workOf, type WorkState } from './courseStore';

/** The work on a course by whoever is signed in; a change that a reload has cut off is offered again. */
export function useWork(courseId: number): { work: Work; state: WorkState } {
  const session = useSession();
  const client = useQueryClient();
  const work = workOf(client, 'username' in session ? session.username : '', courseId);
  const state = useSyncExternalStore(work.state.subscribe, work.state.getSnapshot);

  // In time for the first write, and before a deployment can take the code away.
  useEffect(() => onFirstUse(() => void loadEngine().catch(() => undefined)), []);

  useEffect(() => {
    const { activity } = work.state.getSnapshot();
    if (activity?.phase === 'ended') withEngine(work, (engine) => engine.recover(work, activity.run));
    return () => {
      // What was seen counts for one visit: the person's own edits elsewhere are no news.
      work.seen.clear();
      update(work, { shown: null, marks: new Map() });
      say(work, '');
    };
  }, [work]);

  return { work, state };
}
