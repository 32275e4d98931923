import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useRef } from 'react';
import type { CourseRecord } from '#/api/courses';
import type { List } from '#/api/paging';
import { describeError } from '#/api/http/describeError';
import { useOneTimeState } from '#/forms/oneTimeState';
import type { ListArrival } from '#/lib/listAddresses';
import { EmptyState } from '#/ui/EmptyState';
import { Button } from '#/ui/Button';
import { ErrorPanel } from '#/ui/ErrorPanel';
import { Notice } from '#/ui/Notice';
import { PageHeading } from '#/ui/PageHeading';
import { TextInput } from '#/ui/TextInput';
import typography from '#/ui/typography.module.css';
import { countText, filterCourses, sortCourses } from './courseText';
import { CourseList, CourseListSkeleton } from './CourseList';
import styles from './CoursesPage.module.css';
import { OpenCourseByNumber } from './OpenCourseByNumber';
import { coursesQuery } from './queries';
import { useSearchText } from './useSearchText';
import { paddedTimeText } from '#/lib/format';

const sortRows = (list: List<CourseRecord>) => ({ ...list, rows: sortCourses(list.rows) });

export default function CoursesPage() {
  const courses = useQuery({ ...coursesQuery(), select: sortRows });
  const [search, setSearch] = useSearchText();
  const arrival = useOneTimeState() as ListArrival | null;
  const filter = useDeferredValue(search);
  const searchBox = useRef<HTMLInputElement>(null);
  const showAll = () => {
    setSearch('');
    // The button goes away with the empty state.
    searchBox.current?.focus();
  };
  const retry = () => void courses.refetch();

  if (courses.isError && !courses.data) {
    return (
      <>
        <PageHeading>Courses</PageHeading>
        <Failure error={courses.error} isRetrying={courses.isFetching} onRetry={retry} />
      </>
    );
  }

  const found = courses.data && filterCourses(courses.data.rows, filter);
  return (
    <>
      <PageHeading>Courses</PageHeading>
      {courses.isError && (
        <Stale
          since={courses.dataUpdatedAt}
          error={courses.error}
          isRetrying={courses.isFetching}
          onRetry={retry}
        />
      )}
      {courses.data?.isComplete === false && (
        <Notice
          tone="warning"
          role="status"
          className={styles.stale}
          title="The list changed while it was read; it may be incomplete."
          actions={
            <Button isBusy={courses.isFetching} onClick={retry}>
              Read again
            </Button>
          }
        />
      )}
      <search className={styles.search}>
        <TextInput
          ref={searchBox}
          type="search"
          label="Search courses"
          dir="auto"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <p role="status" className={`${typography.note} ${styles.count}`}>
          {found ? countText(found.length, courses.data.rows.length) : 'Loading the courses…'}
        </p>
      </search>
      {!found && <CourseListSkeleton />}
      {found && found.length > 0 && <CourseList courses={found} arrivedId={arrival?.row} />}
      {found?.length === 0 &&
        (filter.trim() === '' ? (
          <EmptyState title="No courses yet">
            Courses are made in Nexudus. Once there is one that your account may see, it is listed here.
          </EmptyState>
        ) : (
          <EmptyState
            title={`No course matches “${filter.trim()}”`}
            actions={<Button onClick={showAll}>Show all courses</Button>}
          >
            Titles, locations, groups and numbers were searched.
          </EmptyState>
        ))}
    </>
  );
}

interface FailureProps {
  error: Error;
  isRetrying: boolean;
  onRetry: () => void;
}

function Failure({ error, isRetrying, onRetry }: FailureProps) {
  const { title, text, details, canRetry, roleMissing } = describeError(error);
  if (roleMissing === null) {
    return (
      <ErrorPanel
        title={title}
        text={text}
        details={details}
        isRetrying={isRetrying}
        onRetry={canRetry ? onRetry : undefined}
      />
    );
  }
  return (
    <div className={styles.forbidden}>
      <Notice tone="warning" title="You can’t see the list of courses">
        <p>{text}</p>
        <p>You can still open a course whose number you know.</p>
      </Notice>
      <OpenCourseByNumber />
    </div>
  );
}

function Stale({ since, error, isRetrying, onRetry }: FailureProps & { since: number }) {
  const { title, text } = describeError(error);
  return (
    <Notice
      tone="warning"
      role="status"
      className={styles.stale}
      title={`This list is from ${paddedTimeText(since)}`}
      actions={
        <Button isBusy={isRetrying} onClick={onRetry}>
          Retry
        </Button>
      }
    >
      <p>
        {title}. {text}
      </p>
    </Notice>
  );
}
