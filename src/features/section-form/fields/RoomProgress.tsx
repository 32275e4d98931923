import { useSyncExternalStore } from 'react';
import { Link } from 'react-router-dom';
import { paths } from '#/paths';
import { Notice } from '#/ui/Notice';
import { isWorking } from '#/features/course-changes/askedTypes';
import { HeldPanel } from '#/features/course-changes/HeldPanel';
import { JobPanel } from '#/features/course-changes/JobPanel';
import { storeOf } from '#/features/section-form/askOrder';
import type { OrderQuestion } from '#/features/section-form/orderQuestion';
import styles from './RoomProgress.module.css';

/** How far the others have given way to what this form has stored; the page of the sections shows the same. */
export function RoomProgress({ question }: { question: OrderQuestion }) {
  const { begunIn } = useSyncExternalStore(question.subscribe, question.getSnapshot);
  return begunIn === null ? null : <Progress question={question} courseId={begunIn} />;
}

function Progress({ question, courseId }: { question: OrderQuestion; courseId: number }) {
  const store = storeOf(question, courseId);
  const { activity, asked, status } = useSyncExternalStore(store.state.subscribe, store.state.getSnapshot);
  const held = asked.filter((one) => !isWorking(one));
  const isAlone = activity === null || activity.phase === 'message';
  const isOver = activity === null && held.length === 0;
  if (isOver && !status.text) return null;
  return (
    <div role="group" aria-label="Changes" className={styles.changes}>
      {isOver ? (
        <Notice tone="success" role="status">
          {status.text}
        </Notice>
      ) : (
        <>
          {activity && <JobPanel {...{ store, activity, held }} showing={() => null} />}
          {isAlone && held.length > 0 && <HeldPanel {...{ store, held }} />}
          <p className={styles.link}>
            <Link to={paths.courseSections(courseId)}>Show the sections of the course</Link>
          </p>
        </>
      )}
    </div>
  );
}
