import { useSyncExternalStore } from 'react';
import { Link } from 'react-router-dom';
import { paths } from '#/paths';
import typography from '#/ui/typography.module.css';
import { type Asked, isWorking } from '#/features/course-changes/askedTypes';
import { HeldPanel } from '#/features/course-changes/HeldPanel';
import type { CourseState } from '#/features/course-changes/courseStore';
import { JobPanel } from '#/features/course-changes/JobPanel';
import { storeOf } from '#/features/section-form/askOrder';
import type { OrderQuestion } from '#/features/section-form/orderQuestion';
import styles from './RoomProgress.module.css';

const nothing: Pick<CourseState, 'activity' | 'asked' | 'status'> = {
  activity: null,
  asked: [],
  status: { text: '', number: 0 },
};
const subscribeToNothing = () => () => undefined;

/**
 * How far the others have given way to what this form has stored; the page of the sections shows the same. It stands
 * where it is seen, before the save bar: Tab leads there, and on to the bar when it is gone.
 */
export function RoomProgress({ question }: { question: OrderQuestion }) {
  const { begunIn } = useSyncExternalStore(question.subscribe, question.getSnapshot);
  const store = begunIn === null ? null : storeOf(question, begunIn);
  const { activity, asked, status } = useSyncExternalStore(
    store?.state.subscribe ?? subscribeToNothing,
    () => store?.state.getSnapshot() ?? nothing,
  );
  const held = asked.filter((one) => !isWorking(one));
  const isAlone = activity === null || activity.phase === 'message';
  const hasPanel = activity !== null || held.length > 0;
  const working = asked.filter(isWorking);
  const said = status.text || workText(working);
  return (
    <div {...((hasPanel || said) && { role: 'group', 'aria-label': 'Changes' })} className={styles.changes}>
      {/* Always there, so that it is heard. A panel says it too, and more. */}
      <p
        role="status"
        data-lasting={working.length > 0 || undefined}
        className={hasPanel && !status.isAnswer ? typography.hidden : styles.said}
      >
        {said && (
          <span key={said} dir="auto">
            {said}
          </span>
        )}
      </p>
      {store && activity && <JobPanel {...{ store, activity, held }} showing={() => null} />}
      {store && isAlone && held.length > 0 && <HeldPanel {...{ store, held }} />}
      {hasPanel && begunIn !== null && (
        <p className={styles.link}>
          <Link to={paths.courseSections(begunIn)}>Show the sections of the course</Link>
        </p>
      )}
    </div>
  );
}

function workText(working: readonly Asked[]): string {
  if (working.length === 0) return '';
  return working.some(({ request }) => request?.kind === 'makeRoom') ? 'Making room…' : 'Saving the change…';
}
