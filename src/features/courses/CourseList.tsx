import { memo, type ReactNode, useEffect, useRef } from 'react';
import { Link } from 'react-router-dom';
import type { CourseRecord } from '#/api/courses';
import { isFocusFree } from '#/lib/isFocusFree';
import { paths } from '#/paths';
import { Badge } from '#/ui/Badge';
import { Skeleton } from '#/ui/Skeleton';
import { VisuallyHidden } from '#/ui/VisuallyHidden';
import styles from './CourseList.module.css';
import { visibilityText } from './courseText';
import { courseTitle } from './courseTitle';

interface CourseListProps {
  courses: readonly CourseRecord[];
  /** Where one comes from: it gets the focus when the list appears. */
  arrivedId: number | undefined;
}

export function CourseList({ courses, arrivedId }: CourseListProps) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (isFocusFree()) list.current?.querySelector<HTMLElement>(`[data-id="${arrivedId}"] a`)?.focus();
  }, [arrivedId]);
  return (
    <>
      <Headings />
      <ul ref={list} className={styles.list} aria-label="Courses">
        {courses.map((course) => (
          <CourseRow key={course.Id} course={course} />
        ))}
      </ul>
    </>
  );
}

/** For the eyes: what is read out of a row says itself what it is. */
function Headings() {
  return (
    <div className={styles.headings} aria-hidden="true">
      <span>Title</span>
      <span>Location</span>
      <span>Group</span>
      <span>Visibility</span>
      <span>State</span>
    </div>
  );
}

const CourseRow = memo(function CourseRow({ course }: { course: CourseRecord }) {
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
      </div>
    </li>
  );
});

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
    <div aria-hidden="true">
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
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}
