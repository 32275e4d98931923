import type { QueryClient } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { type Address, courseAddress, courseSectionsAddress, sectionAddress } from '#/api/addresses';
import type { PageName, patterns } from '#/paths';

/** What the app knows of a page besides its address (paths.ts). */
export interface Page<Id> {
  /** Its code, in a chunk of its own: the entry asks for the first page's early, the router for every one. */
  readonly load: () => Promise<{ readonly default: ComponentType }>;
  /** Shown without a session. */
  readonly isPublic?: boolean;
  /** The parameter of the search that may name the page's id, where the path has none. */
  readonly searchId?: string;
  /** What the entry asks the API for before the app's code is there: the first requests of `prefetch`. */
  earlyReads?(id: Id): readonly Address[];
  /** Starts what the page reads. The queries are part of the code of the pages that use them. */
  prefetch?(client: QueryClient, id: Id): Promise<void>;
}

type IdOf<Name extends PageName> = (typeof patterns)[Name] extends `${string}:${string}`
  ? number
  : number | null;

const importCourses = () => import('#/features/courses/queries');
const importCourseSections = () => import('#/features/sections/queries/courseQueries');
const importSections = () => import('#/features/sections/queries/sectionQueries');

async function prefetchCourse(client: QueryClient, courseId: number): Promise<void> {
  const [courses, sections] = await Promise.all([importCourses(), importCourseSections()]);
  void client.prefetchQuery(courses.courseQuery(courseId));
  void client.prefetchQuery(sections.courseSectionsQuery(courseId));
}

/**
 * The table of pages, from which the entry's early reads, the routes, their loaders, the chunks (server/chunkGroups.ts)
 * and the size check (scripts/sizePages.ts) derive. It is part of the entry, so it imports code by `import()` only.
 */
export const pages: { readonly [Name in PageName]: Page<IdOf<Name>> } = {
  signIn: {
    load: () => import('#/features/sign-in/SignInPage'),
    isPublic: true,
  },
  courses: {
    load: () => import('#/features/courses/CoursesPage'),
    prefetch: async (client) => {
      void client.prefetchQuery((await importCourses()).coursesQuery());
    },
  },
  courseSections: {
    load: () => import('#/features/section-list/SectionsPage'),
    earlyReads: (courseId) => [courseAddress(courseId), courseSectionsAddress(courseId)],
    prefetch: prefetchCourse,
  },
  newSection: {
    load: () => import('#/features/section-form/CreateSectionPage'),
    searchId: 'courseId',
    prefetch: async (client, courseId) => {
      if (courseId !== null) await prefetchCourse(client, courseId);
    },
  },
  editSection: {
    load: () => import('#/features/section-form/EditSectionPage'),
    earlyReads: (sectionId) => [sectionAddress(sectionId)],
    prefetch: async (client, sectionId) => {
      void client.prefetchQuery((await importSections()).sectionQuery(sectionId));
    },
  },
};
