import { Link } from 'react-router-dom';
import type { SectionRecord } from '#/api/sections/sections';
import { courseTitleIfKnown } from '#/features/courses/courseTitle';
import { wayBack } from '#/lib/listAddresses';
import { paths } from '#/paths';
import styles from '#/features/section-form/SectionFields.module.css';
import typography from '#/ui/typography.module.css';

/** The course of a stored section: plain text with a link, since it cannot be changed here. */
export function FixedCourse({ record: { Id, CourseId, CourseTitle } }: { record: SectionRecord }) {
  return (
    <div className={styles.course} role="group" aria-labelledby="section-course-label">
      <span>
        <span id="section-course-label" className={styles.label}>
          Course
        </span>{' '}
        {CourseId === null ? (
          'Unknown'
        ) : (
          <Link {...wayBack(paths.courseSections(CourseId), Id)} dir="auto">
            {courseTitleIfKnown(CourseId, CourseTitle)}
          </Link>
        )}
      </span>
      <p className={typography.note}>A section can’t move to another course yet.</p>
    </div>
  );
}
