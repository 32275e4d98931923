import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Link, useLocation, useParams } from 'react-router-dom';
import { describeError } from '../../api/describeError';
import { ApiError } from '../../api/errors';
import type { SectionListRow, SectionRecord } from '../../api/sections';
import { parseId } from '../../lib/ids';
import { paths } from '../../paths';
import { Badge } from '../../ui/Badge';
import { buttonClass } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorPanel } from '../../ui/ErrorPanel';
import { Notice } from '../../ui/Notice';
import { PageHeading } from '../../ui/PageHeading';
import { Skeleton } from '../../ui/Skeleton';
import { courseQuery } from '../courses/queries';
import { courseSectionsQuery, lessonCountsQuery, sectionRecordsQuery } from './courseSectionsQueries';
import { sectionTitle } from './sectionTitle';
import styles from './SectionsPage.module.css';
import { unlockRule } from './unlockRule';
import type { Created } from './useSectionCreate';

/** The sections of the course in the URL, in the order members meet them. */
export default function SectionsPage() {
  const courseId = parseId(useParams().courseId) ?? 0;
  const { state } = useLocation() as { state: { created?: Created } | null };
  const created = state?.created;
  const course = useQuery(courseQuery(courseId));
  const rows = useQuery(courseSectionsQuery(courseId));
  const heading = course.data?.Title ?? (course.isPending ? 'Course' : `Course ${courseId}`);

  return (
    <>
      <PageHeading
        context={<Link to={paths.courses()}>Courses</Link>}
        actions={
          <Link className={buttonClass('primary')} to={paths.newSection(courseId)}>
            New section
          </Link>
        }
      >
        {heading}
      </PageHeading>
      {created && (
        <Notice tone="success" role="status" title="Section created">
          {created.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </Notice>
      )}
      <Content courseId={courseId} rows={rows} createdId={created?.id} />
    </>
  );
}

interface ContentProps {
  courseId: number;
  rows: ReturnType<typeof useQuery<SectionListRow[]>>;
  createdId: number | undefined;
}

function Content({ courseId, rows, createdId }: ContentProps) {
  if (!rows.data && rows.error) {
    const { title, text, details, canRetry } = describeError(rows.error);
    return (
      <ErrorPanel
        title={title}
        text={text}
        details={details}
        isRetrying={rows.isFetching}
        onRetry={canRetry ? () => void rows.refetch() : undefined}
      />
    );
  }
  if (!rows.data) return <ListSkeleton />;
  if (rows.data.length === 0) {
    return (
      <EmptyState
        title="No sections yet"
        actions={
          <Link className={buttonClass('primary')} to={paths.newSection(courseId)}>
            Create the first section
          </Link>
        }
      >
        Sections group the lessons of a course and can open one after the other.
      </EmptyState>
    );
  }
  return <SectionList courseId={courseId} rows={rows.data} createdId={createdId} />;
}

function SectionList({
  courseId,
  rows,
  createdId,
}: Omit<ContentProps, 'rows'> & { rows: readonly SectionListRow[] }) {
  const records = useQuery(
    sectionRecordsQuery(
      courseId,
      rows.map(({ Id }) => Id),
    ),
  );
  const lessons = useQuery(lessonCountsQuery(courseId));
  const createdLink = useRef<HTMLAnchorElement>(null);
  // The list mounts with its rows, so once is enough.
  useEffect(() => createdLink.current?.focus(), []);

  return (
    <ol role="list" aria-label="Sections" className={styles.list}>
      {rows.map((row, index) => {
        const record = records.data?.get(row.Id);
        const previous = rows[index - 1];
        return (
          <li key={row.Id} className={styles.row}>
            <span className={styles.position}>{index + 1}</span>
            <div className={styles.words}>
              <Link
                ref={row.Id === createdId ? createdLink : undefined}
                to={paths.editSection(row.Id)}
                dir="auto"
                className={styles.title}
              >
                {sectionTitle(row)}
              </Link>
              <p className={styles.rule}>
                <Rule record={record} isLoading={records.isPending} previous={previous} />
              </p>
            </div>
            <div className={styles.facts}>
              {isInactive(row, record) && <Badge tone="warning">Inactive</Badge>}
              {lessons.data && (
                <span className={styles.lessons}>{lessonWords(lessons.data.get(row.Id) ?? 0)}</span>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

interface RuleProps {
  record: SectionRecord | ApiError | undefined;
  isLoading: boolean;
  previous: SectionListRow | undefined;
}

function Rule({ record, isLoading, previous }: RuleProps) {
  if (isLoading) return <Skeleton width="11rem" />;
  if (!record || record instanceof ApiError) return <>When it opens could not be read</>;
  return <span dir="auto">{unlockRule(record, previous ? sectionTitle(previous) : null)}</span>;
}

/** The full record knows best; the row may not hold the switch at all. */
function isInactive(row: SectionListRow, record: SectionRecord | ApiError | undefined): boolean {
  return (record && !(record instanceof ApiError) ? record.Active : row.Active) === false;
}

const plural = new Intl.PluralRules('en');
const number = new Intl.NumberFormat('en');
const lessonWords = (count: number) =>
  `${number.format(count)} ${plural.select(count) === 'one' ? 'lesson' : 'lessons'}`;

function ListSkeleton() {
  return (
    <div className={styles.list}>
      <p role="status" className={styles.rule}>
        Loading the sections…
      </p>
      {['14rem', '11rem', '17rem', '12rem', '15rem'].map((width) => (
        <div key={width} className={styles.row}>
          <span className={styles.position} />
          <div className={styles.words}>
            <Skeleton width={width} />
            <Skeleton width="9rem" />
          </div>
        </div>
      ))}
    </div>
  );
}
