import { Fragment, memo, type ReactNode, useEffect, useRef } from 'react';
import { Link } from 'react-router-dom';
import type { CourseRecord } from '#/api/courses';
import { isFocusFree } from '#/lib/isFocusFree';
import { paths } from '#/paths';
import { Badge } from '#/ui/Badge';
import { Skeleton } from '#/ui/Skeleton';
import { VisuallyHidden } from '#/ui/VisuallyHidden';
import { numeral } from '#/lib/format';
import styles from './CourseList.module.css';
import { useSeenRows } from './counting/useSeenRows';
import { visibilityText } from './courseText';
import { courseTitle } from './courseTitle';

interface CourseListProps {
  courses: readonly CourseRecord[];
  /** Where one comes from: it gets the focus when the list appears. */
  arrivedId: number | undefined;
  /** So many of the first ones are those opened last. */
  recent: number;
  /** The numbers of sections; null: not known. */
  counts: ReadonlyMap<number, number | null>;
  onSeen: (ids: readonly number[]) => void;
}

export const CourseList = memo(function CourseList(props: CourseListProps) {
  const { courses, arrivedId, recent, counts, onSeen } = props;
  const list = useRef<HTMLUListElement>(null);
  useSeenRows(list, courses, onSeen);
  useEffect(() => {
    if (isFocusFree()) list.current?.querySelector<HTMLElement>(`[data-id="${arrivedId}"] a`)?.focus();
  }, [arrivedId]);
  return (
    <div className={styles.table}>
      <Headings />
      <ul ref={list} className={styles.list} aria-label="Courses">
        {courses.map((course, index) => (
          <Fragment key={course.Id}>
            {recent > 0 && index === 0 && <Caption>Recently opened</Caption>}
            {recent > 0 && index === recent && <Caption>All others</Caption>}
            <CourseRow course={course} isRecent={index < recent} count={counts.get(course.Id)} />
          </Fragment>
        ))}
      </ul>
    </div>
  );
});

/** For the eyes: what is read out of a row says itself what it is. */
function Headings() {
  return (
    <div className={styles.headings} aria-hidden="true">
      <span>Title</span>
      <span>Location</span>
      <span>Group</span>
      <span>Visibility</span>
      <span className={styles.numbers}>Sections</span>
      <span>State</span>
    </div>
  );
}

/** For the eyes: the rows below say it themselves. */
function Caption({ children }: { children: string }) {
  return (
    <li aria-hidden="true" className={styles.caption}>
      {children}
    </li>
  );
}

interface CourseRowProps {
  course: CourseRecord;
  isRecent: boolean;
  count: number | null | undefined;
}

const CourseRow = memo(function CourseRow({ course, isRecent, count }: CourseRowProps) {
  const { Id, BusinessName, GroupName, Visibility, Active } = course;
  return (
    <li data-id={Id} className={styles.row}>
      <Link className={styles.title} to={paths.courseSections(Id)} dir="auto">
        {courseTitle(course)}
      </Link>
      <div className={styles.facts}>
        <Fact label="Location" className={styles.location}>
          {BusinessName}
        </Fact>
        <Fact label="Group" className={styles.group}>
          {GroupName}
        </Fact>
        <Fact label="Visibility" className={styles.visibility}>
          {visibilityText(Visibility)}
        </Fact>
        <span className={styles.state}>
          {Active && 'Active'}
          {Active === false && <Badge tone="warning">Inactive</Badge>}
        </span>
        <Sections count={count} />
      </div>
      {isRecent && <VisuallyHidden>Recently opened</VisuallyHidden>}
    </li>
  );
});

/** Its place is there before the number is, so that nothing moves. */
function Sections({ count }: { count: number | null | undefined }) {
  if (count === undefined) return <span className={styles.sections} />;
  if (count === null) {
    return (
      <span className={styles.sections}>
        <span aria-hidden="true">–</span>
        <VisuallyHidden>Number of sections not known</VisuallyHidden>
      </span>
    );
  }
  return (
    <span className={styles.sections}>
      {numeral(count)}
      <span className={styles.noun}> {count === 1 ? 'section' : 'sections'}</span>
    </span>
  );
}

interface FactProps {
  label: string;
  className: string | undefined;
  children: ReactNode;
}

function Fact({ label, className, children }: FactProps) {
  if (!children) return null;
  return (
    <span className={className}>
      <VisuallyHidden>{label}: </VisuallyHidden>
      <span dir="auto">{children}</span>
    </span>
  );
}

const widths = ['14rem', '17rem', '11rem', '16rem', '13rem', '15rem'];

/** Rows of the same height as those to come. */
export function CourseListSkeleton() {
  return (
    <div className={styles.table} aria-hidden="true">
      <Headings />
      <div className={styles.list}>
        {[...widths, ...widths].map((width, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- they never change
          <div key={index} className={styles.row}>
            <div className={styles.title}>
              <Skeleton width={width} />
            </div>
            <div className={styles.facts}>
              <span className={styles.location}>
                <Skeleton width="7rem" />
              </span>
              <span className={styles.group}>
                <Skeleton width="5rem" />
              </span>
              <span className={styles.visibility}>
                <Skeleton width="3rem" />
              </span>
              <span className={styles.state}>
                <Skeleton width="3rem" />
              </span>
              <span className={`${styles.sections} ${styles.placeholder}`}>
                <Skeleton width="1rem" />
              </span>
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}
