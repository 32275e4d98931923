/** The code of each page, in a chunk of its own: the entry asks for the first one early, the router for every one. */
export const pages = {
  signIn: () => import('#/features/sign-in/SignInPage'),
  courses: () => import('#/features/courses/CoursesPage'),
  courseSections: () => import('#/features/section-list/SectionsPage'),
  newSection: () => import('#/features/section-form/CreateSectionPage'),
  editSection: () => import('#/features/section-form/EditSectionPage'),
};

/** What the pages behind the sign-in share: their frame and their loaders. */
export const loadSignedIn = () => import('./signedIn');
