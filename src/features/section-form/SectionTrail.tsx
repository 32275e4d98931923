import { Link } from 'react-router-dom';
import type { SectionRecord } from '#/api/sections/sections';
import { courseTitleIfKnown } from '#/features/courses/courseTitle';
import { wayBack } from '#/lib/listAddresses';
import { paths } from '#/paths';
import { LazyPart } from '#/ui/LazyPart';
import { loadFormExtras } from './loadFormExtras';
import styles from './SectionTrail.module.css';

const loadPosition = async () => (await loadFormExtras()).SectionPosition;

/** Where a stored section stands: Courses / its course / its position there. */
export function SectionTrail({
  courseId,
  record: { Id, CourseTitle },
}: {
  courseId: number;
  record: SectionRecord;
}) {
  return (
    <nav aria-label="Breadcrumb">
      <ol className={styles.trail}>
        <li aria-hidden>
          {/* The header has it for the keyboard and for screen readers: a second one of that name is one more stop. */}
          <Link {...wayBack(paths.courses(), courseId)} tabIndex={-1}>
            Courses
          </Link>
        </li>
        <li>
          <Link {...wayBack(paths.courseSections(courseId), Id)} dir="auto">
            {courseTitleIfKnown(courseId, CourseTitle)}
          </Link>
        </li>
        <LazyPart isOptional load={loadPosition} props={{ courseId, sectionId: Id }} />
      </ol>
    </nav>
  );
}
