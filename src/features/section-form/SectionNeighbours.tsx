import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import type { SectionListRow } from '#/api/sections/sectionRow';
import { numeral } from '#/lib/format';
import { cutText } from '#/lib/text';
import { sectionTitle } from '#/features/sections/model/sectionTitle';
import { courseSectionsQuery } from '#/features/sections/queries/courseQueries';
import { paths } from '#/paths';
import styles from './SectionTrail.module.css';

/** Of a title: two lines. The tooltip and the name of the link have all of it. */
const MAX_SHOWN = 50;

interface InCourse {
  courseId: number;
  sectionId: number;
}

/** The last step of the trail, once the list of the course is there. */
export function SectionPosition(props: InCourse) {
  const { rows, index } = useInCourse(props);
  return index < 0 || !rows ? null : (
    <li aria-current="page">
      Section {numeral(index + 1)} of {numeral(rows.length)}
    </li>
  );
}

/** The ways to the sections before and after this one, in the order of the course. */
export function SectionNeighbours(props: InCourse) {
  const { rows, index } = useInCourse(props);
  const before = index < 0 ? undefined : rows?.[index - 1];
  const after = index < 0 ? undefined : rows?.[index + 1];
  return (
    <nav aria-label="Sections before and after" className={styles.neighbours}>
      {before && <Neighbour row={before} which="Previous" />}
      {after && <Neighbour row={after} which="Next" />}
    </nav>
  );
}

function Neighbour({ row, which }: { row: SectionListRow; which: 'Previous' | 'Next' }) {
  const title = sectionTitle(row);
  const isNext = which === 'Next';
  return (
    <Link
      to={paths.editSection(row.Id)}
      className={isNext ? styles.next : undefined}
      title={title}
      aria-label={`${which} section: ${title}`}
    >
      {!isNext && <span aria-hidden>‹</span>}
      <span className={styles.name} dir="auto">
        {title.length > MAX_SHOWN ? `${cutText(title, MAX_SHOWN)} …` : title}
      </span>
      {isNext && <span aria-hidden>›</span>}
    </Link>
  );
}

/** The list that the hints of the form read anyway; a list that changed while it was read has no places. */
function useInCourse({ courseId, sectionId }: InCourse) {
  const { data } = useQuery(courseSectionsQuery(courseId));
  const rows = data?.isComplete ? data.rows : undefined;
  return { rows, index: rows?.findIndex(({ Id }) => Id === sectionId) ?? -1 };
}
