import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type LoaderFunctionArgs, redirect } from 'react-router-dom';
import { sectionQuery } from '#/features/sections/queries/sectionQueries';
import { sessionReady } from '#/features/sign-in/queries';
import { AppLayout } from '#/layouts/AppLayout';
import { parseId } from '#/lib/ids';
import { paths } from '#/paths';

/** Everything behind the sign-in that the pages share, in one chunk: the sign-in page does without it. */
const queryClient = new QueryClient({
  defaultOptions: {
    // api/http.ts repeats reads where that is right; a second layer of retries would multiply the waits.
    // With this network mode a lost connection is no pause, so that coming back has to be asked for.
    queries: { retry: false, networkMode: 'always', staleTime: 30_000, refetchOnReconnect: true },
    mutations: { retry: false, networkMode: 'always' },
  },
});

export function AuthenticatedLayout() {
  return (
    <QueryClientProvider client={queryClient}>
      <AppLayout />
    </QueryClientProvider>
  );
}

/** Asks to sign in first: nothing is requested without a session. */
async function requireSession(request: Request): Promise<void> {
  const { status } = await sessionReady();
  if (status === 'signedIn' || status === 'ended') return;
  const { pathname, search } = new URL(request.url);
  throw redirect(paths.signIn(pathname + search));
}

/** An id of the URL; anything else is a page that does not exist, with no request sent. */
function idOrNotFound(text: string | undefined): number {
  const id = parseId(text);
  // The boundary knows this as “not found”.
  if (id === null) throw new Response(null, { status: 404 });
  return id;
}

/** The course of `/sections/new?courseId=…`, null when none is given. */
function courseIdOf(request: Request): number | null {
  const text = new URL(request.url).searchParams.get('courseId');
  return text === null || text === '' ? null : idOrNotFound(text);
}

/** What is read of a course; its queries are part of the code of the pages that ask for them. */
async function startCourse(courseId: number, session: Promise<void>): Promise<null> {
  const [courses, sections] = await Promise.all([
    import('#/features/courses/queries'),
    import('#/features/sections/queries/courseQueries'),
    session,
  ]);
  void queryClient.prefetchQuery(courses.courseQuery(courseId));
  void queryClient.prefetchQuery(sections.courseSectionsQuery(courseId));
  return null;
}

/**
 * What each page reads, started beside the loading of its code and awaited by none: the page shows its own loading
 * state, and the query's error belongs to the page.
 */
export const loaders = {
  courses: async ({ request }: LoaderFunctionArgs) => {
    const [{ coursesQuery }] = await Promise.all([
      import('#/features/courses/queries'),
      requireSession(request),
    ]);
    void queryClient.prefetchQuery(coursesQuery());
    return null;
  },
  courseSections: async ({ request, params }: LoaderFunctionArgs) =>
    startCourse(idOrNotFound(params.courseId), requireSession(request)),
  newSection: async ({ request }: LoaderFunctionArgs) => {
    const courseId = courseIdOf(request);
    const session = requireSession(request);
    await (courseId === null ? session : startCourse(courseId, session));
    return null;
  },
  editSection: async ({ request, params }: LoaderFunctionArgs) => {
    const sectionId = idOrNotFound(params.sectionId);
    await requireSession(request);
    void queryClient.prefetchQuery(sectionQuery(sectionId));
    return null;
  },
};
