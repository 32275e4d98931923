import { useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { Link } from 'react-router-dom';
import { paths } from '#/paths';
import { type CourseStore, courseStore } from '#/features/course-changes/courseStore';
import type { JobPanelProps } from '#/features/course-changes/JobPanel';
import { courseTitleIfKnown } from '#/features/courses/courseTitle';
import { courseQuery } from '#/features/courses/queries';
import { Confirmation } from './Confirmation';
import { CoursePanels } from './CoursePanels';
import styles from './Elsewhere.module.css';

interface ElsewhereProps {
  here: CourseStore;
  courseId: number;
  showing: JobPanelProps['showing'];
}

/** What becomes of the copies that go into another course: it is carried out there. */
export function Elsewhere({ here, courseId, showing }: ElsewhereProps) {
  const client = useQueryClient();
  const store = courseStore(client, here.account, courseId);
  const state = useSyncExternalStore(store.state.subscribe, store.state.getSnapshot);
  const title = client.getQueryData(courseQuery(courseId).queryKey)?.Title;
  const path = paths.courseSections(courseId);
  const { activity } = state;
  // What was asked for here names the course itself.
  const isNamed = !activity || ('job' in activity && activity.job.goal?.across !== undefined);
  return (
    <>
      <Confirmation {...{ store, state }} onShow={() => undefined}>
        <Link to={path}>Open</Link>
      </Confirmation>
      {!isNamed && (
        <p className={styles.where}>
          In <Link to={path}>{courseTitleIfKnown(courseId, title)}</Link>
        </p>
      )}
      <CoursePanels {...{ store, state, showing }} />
    </>
  );
}
