import { useEffect, useRef } from 'react';
import { Link } from 'react-router-dom';
import type { CourseRecord } from '#/api/courses';
import { isFocusFree } from '#/lib/isFocusFree';
import { paths } from '#/paths';
import { Badge } from '#/ui/Badge';
import { Skeleton } from '#/ui/Skeleton';
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
    if (isFocusFree()) list.current?.querySelector<HTMLElement>(`[data-id="${arrivedId}"]`)?.focus();
  }, [arrivedId]);
  return (
    <ul ref={list} className={styles.list} aria-label="Courses">
      {courses.map((course) => (
        <CourseRow key={course.Id} course={course} />
      ))}
    </ul>
  );
}

function CourseRow({ course }: { course: CourseRecord }) {
  const { Id, BusinessName, GroupName, Visibility, Active } = course;
  const visibility = visibilityText(Visibility);
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <Link data-id={Id} className={styles.title} to={paths.courseSections(Id)} dir="auto">
          {courseTitle(course)}
        </Link>
        <div className={styles.places}>
          {[BusinessName, GroupName].map(
            (place, index) =>
              place && (
                <span key={index === 0 ? 'location' : 'group'} dir="auto">
                  {place}
                </span>
              ),
          )}
        </div>
      </div>
      <div className={styles.state}>
        <span>{visibility}</span>
        {Active && <span className={styles.active}>Active</span>}
        {Active === false && (
          <span>
            <Badge tone="warning">Inactive</Badge>
          </span>
        )}
      </div>
    </li>
  );
}

const widths = ['14rem', '19rem', '11rem', '16rem', '13rem', '18rem'];

/** Rows of the same height as those to come. */
export function CourseListSkeleton() {
  return (
    <div className={styles.list} aria-hidden="true">
      {widths.map((width) => (
        <div key={width} className={styles.row}>
          <div className={styles.words}>
            <div className={styles.title}>
              <Skeleton width={width} />
            </div>
            <div className={styles.places}>
              <Skeleton width="9rem" />
            </div>
          </div>
          <div className={styles.state}>
            <Skeleton width="3rem" />
            <Skeleton width="3.5rem" />
          </div>
        </div>
      ))}
    </div>
  );
}
