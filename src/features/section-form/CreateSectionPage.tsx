import { useQuery } from '@tanstack/react-query';
import { Link, useLocation, useSearchParams } from 'react-router-dom';
import { ApiError } from '#/api/http/errors';
import { parseId } from '#/lib/ids';
import { courseTitleIfKnown } from '#/features/courses/courseTitle';
import { wayBack } from '#/lib/listAddresses';
import { paths } from '#/paths';
import { PageHeading } from '#/ui/PageHeading';
import { courseQuery } from '#/features/courses/queries';
import { CreateSectionForm } from './CreateSectionForm';
import { nextDisplayOrder } from '#/features/sections/model/displayOrder';
import { FormSkeleton } from './FormSkeleton';
import { courseSectionsQuery } from '#/features/sections/queries/courseQueries';
import { newSectionDefaults, readFormValues } from '#/features/sections/model/newSection';

/** The form of a new section; the route has checked the course's number, if there is one. */
export default function CreateSectionPage() {
  const search = useSearchParams()[0];
  const courseId = parseId(search.get('courseId'));
  const { key } = useLocation();
  return (
    <CreateSection
      key={`${courseId} ${key}`}
      courseId={courseId}
      // What is no id names no section: then it is a new section as any other.
      after={search.get('after') === 'start' ? 'start' : (parseId(search.get('after')) ?? undefined)}
    />
  );
}

interface CreateSectionProps {
  courseId: number | null;
  /** The section that it is to stand after, or the start of the course. */
  after: number | 'start' | undefined;
}

function CreateSection({ courseId, after }: CreateSectionProps) {
  const { state } = useLocation() as { state: { values?: unknown } | null };
  const course = useQuery({ ...courseQuery(courseId ?? 0), enabled: courseId !== null });
  const sections = useQuery({ ...courseSectionsQuery(courseId ?? 0), enabled: courseId !== null });
  // Only the number of the order waits for the list; without the list the box starts empty. Not `isPending`: the form
  // asks for a failed list again, and must not go away for that.
  const isReady = courseId === null || sections.isFetched;
  const start = newSectionDefaults({
    courseId: courseId === null ? '' : String(courseId),
    displayOrder:
      courseId !== null && sections.data?.isComplete ? nextDisplayOrder(sections.data.rows) : null,
  });
  const isMissing = course.error instanceof ApiError && course.error.kind === 'notFound';
  const given = readFormValues(state?.values) ?? undefined;

  return (
    <>
      <PageHeading
        context={
          courseId !== null &&
          !isMissing && (
            <Link {...wayBack(paths.courseSections(courseId))}>
              {courseTitleIfKnown(courseId, course.data?.Title)}
            </Link>
          )
        }
      >
        New section
      </PageHeading>
      {isReady ? (
        <CreateSectionForm start={start} given={given} after={after} />
      ) : (
        <FormSkeleton label="Loading the course…" />
      )}
    </>
  );
}
