/** The code of each page, in a chunk of its own: the entry asks for the first one early, the router for every one. */
export const pages = {
  signIn: () => import('./features/sign-in/SignInPage'),
  courses: () => import('./features/courses/CoursesPage'),
  courseSections: () => import('./features/sections/SectionsPage'),
  newSection: () => import('./features/sections/CreateSectionPage'),
  editSection: () => import('./features/sections/EditSectionPage'),
};

/** What the pages behind the sign-in share: their frame and their loaders. */
export const loadSignedIn = () => import('./signedIn');
