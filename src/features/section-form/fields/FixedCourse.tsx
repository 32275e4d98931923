import { Link } from 'react-router-dom';
import type { SectionRecord } from '#/api/sections/sections';
import { courseTitleIfKnown } from '#/features/courses/courseTitle';
import { wayBack } from '#/lib/listAddresses';
import { paths } from '#/paths';
import styles from '#/ui/Labelled.module.css';
import typography from '#/ui/typography.module.css';

/** The course of a stored section: plain text with a link, since it cannot be changed here. */
export function FixedCourse({ record: { Id, CourseId, CourseTitle } }: { record: SectionRecord }) {
  return (
    <div className={styles.field} role="group" aria-labelledby="section-course-label">
      <span id="section-course-label" className={styles.label}>
        Course
      </span>
      {CourseId === null ? (
        <span>Unknown</span>
      ) : (
        <Link {...wayBack(paths.courseSections(CourseId), Id)} dir="auto">
          {courseTitleIfKnown(CourseId, CourseTitle)}
        </Link>
      )}
      <p className={typography.note}>
        The course is fixed: what moving the section would do to its lessons is not known.
      </p>
    </div>
  );
}
