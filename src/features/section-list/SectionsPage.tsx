import { type QueryFilters, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link, useParams } from 'react-router-dom';
import { describeError } from '#/api/http/describeError';
import { ApiError } from '#/api/http/errors';
import { useOneTimeState } from '#/forms/oneTimeState';
import { parseId } from '#/lib/ids';
import { courseTitleIfKnown } from '#/features/courses/courseTitle';
import { wayBack } from '#/lib/listAddresses';
import { paths } from '#/paths';
import { Button, buttonClass, type ButtonVariant } from '#/ui/Button';
import { disabledFor } from '#/ui/disabledFor';
import { EmptyState } from '#/ui/EmptyState';
import { ErrorPanel } from '#/ui/ErrorPanel';
import { Notice } from '#/ui/Notice';
import { PageHeading } from '#/ui/PageHeading';
import { courseQuery } from '#/features/courses/queries';
import { noteOpened } from '#/features/courses/recentCourses';
import { courseSectionsQuery } from '#/features/sections/queries/courseQueries';
import { permissionsOf } from '#/features/course-changes/permissions';
import { useRefusedRoles } from '#/features/sign-in/useRefusedRoles';
import { SectionsView } from './SectionsView';
import { ListSkeleton } from './ListSkeleton';
import styles from './SectionsPage.module.css';
import type { SectionsArrival } from '#/features/saving/types';
import { timeText } from '#/lib/format';

const failedAndShown: QueryFilters = { type: 'active', predicate: ({ state }) => state.status === 'error' };

/** The sections of the course in the URL, in the order members meet them. */
export default function SectionsPage() {
  const courseId = parseId(useParams().courseId) ?? 0;
  // Another id is another page: nothing that is said of one course may stand above the next.
  return <CourseSections key={courseId} courseId={courseId} />;
}

function CourseSections({ courseId }: { courseId: number }) {
  const arrival = useOneTimeState() as SectionsArrival | null;
  const course = useQuery(courseQuery(courseId));
  const sections = useQuery(courseSectionsQuery(courseId));
  const rows = sections.data?.rows;
  const isKnown = course.data !== undefined || rows !== undefined;
  useEffect(() => {
    if (isKnown) noteOpened(courseId);
  }, [isKnown, courseId]);
  // The rows know the title too, for whom the course itself is not to be read.
  const title = course.data ? course.data.Title : rows?.[0]?.CourseTitle;
  const isUnknown = title === null || title === undefined;
  const heading = isUnknown && course.isPending ? 'Course' : courseTitleIfKnown(courseId, title);

  // It is told at its row, and here as long as there is none: neither again once it was there, e.g. until it was deleted.
  const created = arrival?.created;
  const isThere = created !== undefined && rows?.some(({ Id }) => Id === created.id) === true;
  const [wasThere, setWasThere] = useState(false);
  if (isThere && !wasThere) setWasThere(true);

  // A list of no sections does not tell a new course from one that is gone.
  if (course.error instanceof ApiError && course.error.kind === 'notFound' && !rows?.length) {
    return <NoCourse text={describeError(course.error).text} />;
  }
  return (
    <div className={styles.page}>
      <PageHeading
        context={<Link {...wayBack(paths.courses(), courseId)}>Courses</Link>}
        actions={
          <NewSection courseId={courseId} variant={rows?.length === 0 ? 'secondary' : 'primary'}>
            New section
          </NewSection>
        }
      >
        {heading}
      </PageHeading>
      {created && !isThere && !wasThere && (
        <Notice tone="success" role="status" title="Section created" className={styles.notice}>
          <p>
            <Link to={paths.editSection(created.id)} dir="auto">
              {created.title}
            </Link>
            {rows && !sections.isFetching && ' is not in the list that Nexudus gives now.'}
          </p>
          {created.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </Notice>
      )}
      <Content courseId={courseId} arrival={arrival} />
    </div>
  );
}

interface NewSectionProps {
  courseId: number;
  /** One primary button on the page. */
  variant: ButtonVariant;
  children: string;
}

/** The way to the form, off when it is known that the form would be filled in for nothing. */
function NewSection({ courseId, variant, children }: NewSectionProps) {
  const disabledReason = permissionsOf(useRefusedRoles(), false).create;
  if (disabledReason === null) {
    return (
      <Link className={buttonClass(variant)} to={paths.newSection(courseId)}>
        {children}
      </Link>
    );
  }
  return (
    <span
      role="link"
      tabIndex={0}
      className={`${buttonClass()} ${styles.off}`}
      {...disabledFor(disabledReason)}
    >
      {children}
    </span>
  );
}

function NoCourse({ text }: { text: string }) {
  return (
    <>
      <PageHeading>Course not found</PageHeading>
      <ErrorPanel
        text={text}
        actions={
          <Link className={buttonClass()} {...wayBack(paths.courses())}>
            Go to the courses
          </Link>
        }
      />
    </>
  );
}

function Content({ courseId, arrival }: { courseId: number; arrival: SectionsArrival | null }) {
  const sections = useQuery({ ...courseSectionsQuery(courseId), refetchOnWindowFocus: 'always' });
  const queryClient = useQueryClient();
  // The title comes from another read, which may have failed with this one.
  const retry = () => void queryClient.refetchQueries(failedAndShown);
  const failure = sections.error && describeError(sections.error);

  if (!sections.data && failure) {
    const { title, text, details, canRetry } = failure;
    return (
      <ErrorPanel
        {...{ title, text, details }}
        isRetrying={sections.isFetching}
        onRetry={canRetry ? retry : undefined}
      />
    );
  }
  if (!sections.data) return <ListSkeleton />;
  return (
    <>
      {failure && (
        <Notice
          tone="warning"
          role="status"
          className={styles.notice}
          title={`This list is from ${timeText(sections.dataUpdatedAt)}`}
          actions={
            <Button isBusy={sections.isFetching} onClick={retry}>
              Retry
            </Button>
          }
        >
          <p>
            {failure.title}. {failure.text}
          </p>
        </Notice>
      )}
      <SectionsView
        courseId={courseId}
        rows={sections.data.rows}
        isIncomplete={!sections.data.isComplete}
        isRefreshing={sections.isFetching}
        // An error is forgotten with the next change of a row.
        isUnread={sections.errorUpdatedAt > sections.dataUpdatedAt}
        arrival={arrival}
        renderEmpty={(onRefresh) => (
          <NoSections {...{ courseId, onRefresh }} isRefreshing={sections.isFetching} />
        )}
      />
    </>
  );
}

interface NoSectionsProps {
  courseId: number;
  isRefreshing: boolean;
  onRefresh: () => void;
}

function NoSections({ courseId, isRefreshing, onRefresh }: NoSectionsProps) {
  return (
    <EmptyState
      title="No sections yet"
      actions={
        <>
          <NewSection courseId={courseId} variant="primary">
            Create the first section
          </NewSection>
          <Button variant="quiet" isBusy={isRefreshing} onClick={onRefresh}>
            Refresh
          </Button>
        </>
      }
    >
      Sections group the lessons of a course and can open one after the other.
    </EmptyState>
  );
}
