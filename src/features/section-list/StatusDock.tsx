import type { ReactNode, RefObject } from 'react';
import { Button } from '#/ui/Button';
import { Notice } from '#/ui/Notice';
import { isWorking } from '#/features/course-changes/askedTypes';
import { HeldPanel } from '#/features/course-changes/HeldPanel';
import { JobPanel, type JobPanelProps } from '#/features/course-changes/JobPanel';
import typography from '#/ui/typography.module.css';
import styles from './StatusDock.module.css';
import { setState, type CourseStore, type CourseState } from '#/features/course-changes/courseStore';
import { courseSectionsQuery } from '#/features/sections/queries/courseQueries';

interface StatusDockProps {
  store: CourseStore;
  state: CourseState;
  /** The server has other rows, or another order, than the list shows. */
  hasUnshownChanges: boolean;
  showing: JobPanelProps['showing'];
  dockRef: RefObject<HTMLDivElement | null>;
  children: ReactNode;
}

/** Laid over the end of the window, so that what comes and goes here moves no row under the pointer. */
export function StatusDock({ store, state, hasUnshownChanges, showing, dockRef, children }: StatusDockProps) {
  const { activity, asked, isSaving, status } = state;
  const held = asked.filter((one) => !isWorking(one));
  const isAlone = activity === null || activity.phase === 'message';
  const show = () => {
    const rows = store.client.getQueryData(courseSectionsQuery(store.courseId).queryKey);
    setState(store, { displayedOrder: rows?.map(({ Id }) => Id) ?? null });
  };
  return (
    <div ref={dockRef} role="group" aria-label="Changes" tabIndex={-1} className={styles.dock}>
      {/* A panel says it too, and more. */}
      <p
        role="status"
        data-lasting={isSaving || undefined}
        className={activity ? typography.hidden : styles.said}
      >
        {status.text && (
          <span key={status.number} dir="auto">
            {status.text}
          </span>
        )}
      </p>
      {hasUnshownChanges && (
        <Notice
          role="status"
          title="The list has changed meanwhile"
          actions={<Button onClick={show}>Show the new list</Button>}
        />
      )}
      {isSaving && !activity && <p className={styles.saving}>Saving the change…</p>}
      {activity && <JobPanel {...{ store, activity, held, showing }} />}
      {isAlone && held.length > 0 && <HeldPanel {...{ store, held }} />}
      {children}
    </div>
  );
}
