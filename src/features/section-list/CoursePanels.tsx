import { isWorking } from '#/features/course-changes/askedTypes';
import type { CourseState, CourseStore } from '#/features/course-changes/courseStore';
import { HeldPanel } from '#/features/course-changes/HeldPanel';
import { JobPanel, type JobPanelProps } from '#/features/course-changes/JobPanel';
import styles from './DockPanels.module.css';

interface CoursePanelsProps extends Pick<JobPanelProps, 'showing' | 'list'> {
  store: CourseStore;
  state: CourseState;
}

/** What is under way in a course, or waits for a decision. */
export function CoursePanels({ store, state, ...shown }: CoursePanelsProps) {
  const { activity, asked, isSaving } = state;
  const held = asked.filter((one) => !isWorking(one));
  const isAlone = activity === null || activity.phase === 'message';
  return (
    <>
      {isSaving && !activity && <p className={styles.saving}>Saving the change…</p>}
      {activity && <JobPanel {...{ store, activity, held }} {...shown} />}
      {isAlone && held.length > 0 && <HeldPanel {...{ store, held }} />}
    </>
  );
}
