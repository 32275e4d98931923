import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router-dom';
import { describeError } from '#/api/http/describeError';
import type { ApiError } from '#/api/http/errors';
import type { SectionRecord } from '#/api/sections/sections';
import { parseId } from '#/lib/ids';
import { wayBack } from '#/lib/listAddresses';
import { paths } from '#/paths';
import { buttonClass } from '#/ui/Button';
import { LazyPart } from '#/ui/LazyPart';
import { ErrorPanel } from '#/ui/ErrorPanel';
import { PageHeading } from '#/ui/PageHeading';
import { Skeleton } from '#/ui/Skeleton';
import { EditSectionForm } from './EditSectionForm';
import { FormSkeleton } from './FormSkeleton';
import { loadExtra } from './loadFormExtras';
import { SectionTrail } from './SectionTrail';
import styles from './SectionTrail.module.css';
import { sectionQuery } from '#/features/sections/queries/sectionQueries';
import { sectionTitle } from '#/features/sections/model/sectionTitle';

const loadDeletedDrafts = loadExtra('DeletedSectionDrafts');
const loadNeighbours = loadExtra('SectionNeighbours');

/** The edit page of the section in the URL; the route has checked the id. */
export default function EditSectionPage() {
  const sectionId = parseId(useParams().sectionId) ?? 0;
  // Another id is another page: nothing of one section may appear in the form of the next.
  return <EditSection key={sectionId} sectionId={sectionId} />;
}

function EditSection({ sectionId }: { sectionId: number }) {
  // The route's loader has started a fresh read: what the cache holds beside it may be old and is never edited.
  const { data, error, isFetching, refetch } = useQuery({
    ...sectionQuery(sectionId),
    refetchOnMount: false,
  });
  const [opened, setOpened] = useState<SectionRecord | null>(null);
  if (!opened && data && !isFetching && !error) setOpened(data);

  if (opened) {
    return (
      <>
        <PageHeading
          aside="Edit section"
          place={opened.CourseTitle?.trim() || undefined}
          context={opened.CourseId !== null && <SectionTrail courseId={opened.CourseId} record={opened} />}
          actions={
            opened.CourseId !== null && (
              <LazyPart
                isOptional
                load={loadNeighbours}
                props={{ courseId: opened.CourseId, sectionId }}
                placeholder={<div className={styles.neighbours} />}
              />
            )
          }
        >
          {sectionTitle(data ?? opened)}
        </PageHeading>
        <EditSectionForm opened={opened} />
      </>
    );
  }
  return (
    <>
      <PageHeading context={!error && <Skeleton width="8rem" />}>Edit section</PageHeading>
      {error && !isFetching ? (
        <Failure error={error} sectionId={sectionId} onRetry={() => void refetch()} />
      ) : (
        <FormSkeleton label="Loading the section…" />
      )}
    </>
  );
}

function Failure({
  error,
  sectionId,
  onRetry,
}: {
  error: Error | ApiError;
  sectionId: number;
  onRetry: () => void;
}) {
  const { title, text, details, canRetry } = describeError(error);
  const isMissing = 'kind' in error && error.kind === 'notFound';
  return (
    <>
      <ErrorPanel
        title={isMissing ? `There is no section ${sectionId}` : title}
        text={text}
        details={details}
        onRetry={canRetry ? onRetry : undefined}
        actions={
          <Link className={buttonClass()} {...wayBack(paths.courses())}>
            Go to the courses
          </Link>
        }
      />
      {isMissing && <LazyPart name="Drafts" load={loadDeletedDrafts} props={{ sectionId }} />}
    </>
  );
}
