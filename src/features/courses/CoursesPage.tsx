import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import type { CourseRecord } from '#/api/courses';
import type { List } from '#/api/paging';
import { describeError } from '#/api/http/describeError';
import { useOneTimeState } from '#/forms/oneTimeState';
import { useUrlState } from '#/forms/useUrlState';
import type { ListArrival } from '#/lib/listAddresses';
import { EmptyState } from '#/ui/EmptyState';
import { Button } from '#/ui/Button';
import { ErrorPanel } from '#/ui/ErrorPanel';
import { Notice } from '#/ui/Notice';
import { PageHeading } from '#/ui/PageHeading';
import {
  choicesText,
  type CourseFilter,
  everything,
  filterCourses,
  isFiltering,
  readCourseFilter,
} from './courseFilter';
import { countText, sortCourses } from './courseText';
import { CourseList, CourseListSkeleton } from './CourseList';
import { countingText } from './counting/countingText';
import { useSectionCounts } from './counting/useSectionCounts';
import { asksForCount } from './searchWords';
import typography from '#/ui/typography.module.css';
import styles from './CoursesPage.module.css';
import { CoursesToolbar } from './CoursesToolbar';
import { OpenCourseByNumber } from './OpenCourseByNumber';
import { coursesQuery } from './queries';
import { recentCourses, recentFirst } from './recentCourses';
import { timeText } from '#/lib/format';

const sortRows = (list: List<CourseRecord>) => ({ ...list, rows: sortCourses(list.rows) });

export default function CoursesPage() {
  const courses = useQuery({ ...coursesQuery(), select: sortRows });
  const [typed, setFilter] = useUrlState(readCourseFilter);
  const arrival = useOneTimeState() as ListArrival | null;
  const filter = useDeferredValue(typed);
  // As it was when the page came: nothing moves while one looks.
  const [recentIds] = useState(recentCourses);
  const searchBox = useRef<HTMLInputElement>(null);
  const rows = courses.data?.rows;
  const asked = useMemo(
    () => (rows && asksForCount(filter.search) ? filterCourses(rows, filter, 'any') : null),
    [rows, filter],
  );
  const { counts, counting, onSeen } = useSectionCounts(rows, asked);
  // The same array as long as the same courses are found: a number more is no other list.
  const found = useSame(useMemo(() => rows && filterCourses(rows, filter, counts), [rows, filter, counts]));
  const showAll = () => {
    setFilter(everything);
    // The button goes away with the empty state.
    searchBox.current?.focus();
  };
  const retry = () => void courses.refetch();

  const isFiltered = isFiltering(filter);
  const ordered = useMemo(
    () => found && recentFirst(found, isFiltered ? [] : recentIds),
    [found, isFiltered, recentIds],
  );

  if (courses.isError && !courses.data) {
    return (
      <>
        <PageHeading>Courses</PageHeading>
        <Failure error={courses.error} isRetrying={courses.isFetching} onRetry={retry} />
      </>
    );
  }

  const note = rows ? countingText(counting) : null;
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
      <CoursesToolbar
        courses={rows}
        filter={typed}
        onFilter={setFilter}
        searchBox={searchBox}
        countText={found && rows ? countText(found.length, rows.length) : 'Loading the courses…'}
      />
      {note !== null && <p className={`${typography.note} ${styles.note}`}>{note}</p>}
      {!found && <CourseListSkeleton />}
      {ordered && ordered.courses.length > 0 && (
        <CourseList {...ordered} {...{ counts, onSeen }} arrivedId={arrival?.row} />
      )}
      {found?.length === 0 && (
        <div className={styles.nothing}>
          <Nothing
            filter={filter}
            isCounted={note === null}
            isFinal={!counting.isGoingOn}
            onShowAll={showAll}
          />
        </div>
      )}
    </>
  );
}

/** The array of before, while the next ones hold the same. */
function useSame<T>(next: readonly T[] | undefined): readonly T[] | undefined {
  const [kept, setKept] = useState(next);
  const isSame =
    kept?.length === next?.length && (kept?.every((item, index) => item === next?.[index]) ?? true);
  if (!isSame) setKept(next);
  return isSame ? kept : next;
}

interface NothingProps {
  filter: CourseFilter;
  /** The numbers of sections that are asked for are known. */
  isCounted: boolean;
  /** Nor will more of them be known. */
  isFinal: boolean;
  onShowAll: () => void;
}

/** Says what was asked for. */
function Nothing({ filter, isCounted, isFinal, onShowAll }: NothingProps) {
  if (!isFiltering(filter)) {
    return (
      <EmptyState title="No courses yet">
        Courses are made in Nexudus. Once there is one that your account may see, it is listed here.
      </EmptyState>
    );
  }
  const search = filter.search.trim();
  const soFar = isCounted || isFinal ? '' : ' so far';
  const searched = isCounted ? ', numbers and numbers of sections' : ' and numbers';
  return (
    <EmptyState
      title={search === '' ? 'No course matches the filter' : `No course matches “${search}”${soFar}`}
      actions={<Button onClick={onShowAll}>Show all courses</Button>}
    >
      {choicesText(filter)} {search !== '' && `Titles, locations, groups${searched} were searched.`}
    </EmptyState>
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
      title={`This list is from ${timeText(since)}`}
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
