import type { ReactNode, RefObject } from 'react';
import { Button } from '#/ui/Button';
import { LatePart } from '#/ui/LazyPart';
import { Notice } from '#/ui/Notice';
import type { RunPanelProps } from '#/features/course-changes/JobPanel';
import styles from './tools.module.css';
import { update, type Work, type WorkState } from '#/features/course-changes/courseStore';
import { courseSectionsQuery } from '#/features/sections/queries/courseQueries';

interface DockProps {
  work: Work;
  state: WorkState;
  /** The server has other rows, or another order, than the list shows. */
  isHeld: boolean;
  showing: RunPanelProps['showing'];
  dockRef: RefObject<HTMLDivElement | null>;
  children: ReactNode;
}

const loadPanel = async () => (await import('#/features/course-changes/JobPanel')).RunPanel;

/** Laid over the end of the window, so that what comes and goes here moves no row under the pointer. */
export function Dock({ work, state, isHeld, showing, dockRef, children }: DockProps) {
  const { activity, isSaving, status } = state;
  const show = () => {
    const rows = work.client.getQueryData(courseSectionsQuery(work.courseId).queryKey);
    update(work, { shown: rows?.map(({ Id }) => Id) ?? null });
  };
  return (
    <div ref={dockRef} role="group" aria-label="Changes" tabIndex={-1} className={styles.dock}>
      {/* A panel says it too, and more. */}
      <p
        role="status"
        data-lasting={isSaving || undefined}
        className={activity ? styles.unseen : styles.said}
      >
        {status.text && (
          <span key={status.number} dir="auto">
            {status.text}
          </span>
        )}
      </p>
      {isHeld && (
        <Notice
          role="status"
          title="The list has changed meanwhile"
          actions={<Button onClick={show}>Show the new list</Button>}
        />
      )}
      {isSaving && !activity && <p className={styles.saving}>Saving the change…</p>}
      {activity && (
        <LatePart<RunPanelProps>
          name="The state of the change"
          load={loadPanel}
          props={{ work, activity, showing }}
        />
      )}
      {children}
    </div>
  );
}
