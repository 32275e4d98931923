/** Every URL of the app. Ids are checked before they get here (lib/ids.ts). */
export const paths = {
  home: () => '/',
  courses: () => '/courses',
  courseSections: (courseId: number) => `/courses/${courseId}/sections`,
  newSection: (courseId?: number) =>
    courseId === undefined ? '/sections/new' : `/sections/new?courseId=${courseId}`,
  editSection: (sectionId: number) => `/sections/${sectionId}/edit`,
  signIn: (next?: string) =>
    next === undefined || next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`,
};
